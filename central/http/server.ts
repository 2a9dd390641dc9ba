import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { onError } from '@orpc/server';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { ACCEPTED_HEADER, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { openInspector } from '../attachments/inspect.ts';
import { attachmentRoutes } from '../attachments/routes.ts';
import type { Db } from '../store/database.ts';
import { centralRouter, type RouterDeps } from './router.ts';
import { versionOf } from './versions.ts';

export type ServerDeps = {
  readonly router: RouterDeps;
  /** For the bytes of files. */
  readonly files: Db;
  readonly log: FastifyBaseLogger;
};

/** 100 commands of the longest text, in bytes. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** The contract and the files over HTTP. */
export async function createServer({ router, files, log }: ServerDeps) {
  const handler = new OpenAPIHandler(centralRouter(router), {
    interceptors: [onError((error) => logFault(log, error))],
  });
  const http = fastify({
    loggerInstance: log,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    // An officer's PC that vanished in the middle of an upload is noticed.
    http: { keepAlive: true, keepAliveInitialDelay: 60_000 },
    logController: new LogController({ disableRequestLogging: true }),
  });
  // Before anything that can answer, a refusal of Fastify's own included.
  const mark = String(router.contractVersion);
  http.server.prependListener('request', (_, response) => response.setHeader(VERSION_HEADER, mark));
  await http.register(compress, {
    threshold: 512,
    encodings: ['br', 'gzip'],
    requestEncodings: ['br', 'gzip'],
    // Quality 11, the default, is made for files that are compressed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 6 },
  });
  const storing = new Set<Promise<unknown>>();
  await http.register(attachmentRoutes, {
    db: files,
    now: router.now,
    inspect: openInspector(files, router.now),
    track: (work) => {
      const settled = work.catch(() => undefined).finally(() => storing.delete(settled));
      storing.add(settled);
    },
    onFault: (error) => log.error({ err: error }, 'attachment could not be stored'),
  });
  http.all('/*', async (request, reply) => {
    const { matched } = await handler.handle(request, reply, {
      context: {
        authorization: request.headers.authorization,
        version: versionOf(request.headers[VERSION_HEADER]),
        accepted: request.headers[ACCEPTED_HEADER]?.toString(),
      },
    });
    if (!matched) await reply.status(404).send({ code: 'NOT_FOUND', status: 404 });
  });
  // Waiting requests must end before the server can.
  http.addHook('preClose', () => router.hub.close());

  return {
    /** @returns the address. @throws when the port is not to be had */
    listen: (host: string, port: number): Promise<string> => http.listen({ host, port }),
    /** Ends when what had come before the lines were cut is stored. */
    close: async (): Promise<void> => {
      await http.close();
      await Promise.all(storing);
    },
  };
}

function logFault(log: FastifyBaseLogger, error: unknown): void {
  const expected = error instanceof Error && 'defined' in error && error.defined === true;
  if (!expected) log.error({ err: error }, 'request failed');
}
