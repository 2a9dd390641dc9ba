import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { pino } from 'pino';
import { ACCEPTED_HEADER, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { openInspector } from '../attachments/inspect.ts';
import { attachmentRoutes } from '../attachments/routes.ts';
import type { Db } from '../store/database.ts';
import { addressKey } from './address.ts';
import { codeOfStatus, refuse } from './answers.ts';
import { limitConnections } from './connections.ts';
import { type Doorkeeper, ENROL_PATH } from './doorkeeper.ts';
import { doorsOf } from './doors.ts';
import type { FaultLog } from './fault-log.ts';
import type { Limits } from './limits.ts';
import { isModestBody } from './modest-body.ts';
import { releaseRoutes } from './releases.ts';
import { centralRouter, type RouterDeps } from './router.ts';
import { shortError } from './short-error.ts';
import { unpack } from './unpack.ts';
import { versionOf } from './versions.ts';

export type ServerDeps = {
  readonly router: RouterDeps;
  /** For the bytes of files. */
  readonly files: Db;
  readonly faults: FaultLog;
  readonly limits: Limits;
  readonly doorkeeper: Doorkeeper;
  /** Is this the address of a reverse proxy, whose word for whom it asks is taken? */
  readonly isProxy: (address: string) => boolean;
  /** The folder of the program's releases; null: none are served. */
  readonly releases: string | null;
};

const LONGEST_ROUTE = 80;
/** An officer's PC that vanished in the middle of an upload is noticed. */
const KEEP_ALIVE_MS = 60_000;

/** The contract and the files over HTTP. */
export async function createServer(deps: ServerDeps) {
  const { router, files, faults, limits, doorkeeper, isProxy, releases } = deps;
  const http = fastify({
    // What Fastify would say quotes the request; what is worth a line is said to `faults`.
    loggerInstance: pino({ level: 'silent' }),
    bodyLimit: limits.bodyBytes,
    connectionTimeout: limits.silenceMs,
    requestTimeout: limits.chunkMs,
    trustProxy: isProxy,
    forceCloseConnections: true,
    http: { keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS },
    // Of a path that cannot be read: Fastify's own answer would quote it.
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'BAD_REQUEST'),
    logController: new LogController({ disableRequestLogging: true }),
  });
  // Before anything that can answer, a refusal of Fastify's own included.
  const mark = String(router.contractVersion);
  http.server.prependListener('request', (_, response) => response.setHeader(VERSION_HEADER, mark));
  http.server.on('connection', limitConnections(limits.connections, isProxy));
  http.decorateRequest('caller', null);
  http.addHook('onRequest', async (request, reply) => {
    if (!(await doorkeeper.admit(request, reply))) return reply;
  });
  http.addHook('onResponse', async (_request, reply) => faults.answered(reply.statusCode));
  http.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) faults.fault(error, 'request failed', routeOf(request));
    return refuse(reply, codeOfStatus(status));
  });
  await http.register(compress, {
    threshold: 512,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    // Quality 11, the default, is made for files that are compressed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 6 },
  });
  http.addHook('preParsing', async (request, _reply, body) =>
    unpack(request, body, request.routeOptions.bodyLimit ?? limits.bodyBytes),
  );
  const storing = new Set<Promise<unknown>>();
  await http.register(attachmentRoutes, {
    db: files,
    now: router.now,
    inspect: openInspector(files, router.now),
    limits: limits.uploads,
    track: (work) => {
      const settled = work.catch(() => undefined).finally(() => storing.delete(settled));
      storing.add(settled);
    },
    onFault: (error) => faults.fault(error, 'attachment could not be stored'),
  });
  if (releases !== null) await http.register(releaseRoutes, { folder: releases, limits });
  const answer = contractAnswers(router, faults);
  http.post(ENROL_PATH, { bodyLimit: limits.strangerBodyBytes }, answer);
  http.all('/*', answer);
  const doors = doorsOf(http.server, KEEP_ALIVE_MS);
  http.addHook('preClose', async () => doors.close());
  // Waiting requests must end before the server can.
  http.addHook('preClose', () => router.hub.close());

  return {
    /** @returns the address. @throws when the port is not to be had */
    listen: (host: string, port: number): Promise<string> =>
      doors.listen(host, port, (place) => http.listen(place)),
    /** Ends when what had come before the lines were cut is stored. */
    close: async (): Promise<void> => {
      await http.close();
      await Promise.all(storing);
    },
  };
}

/** Answers a request by the contract. */
function contractAnswers(router: RouterDeps, faults: FaultLog) {
  const handler = new OpenAPIHandler(centralRouter(router), {
    interceptors: [
      async ({ next, request }) => {
        try {
          return await next();
        } catch (error) {
          const isRefusal = error instanceof ORPCError && error.status < 500;
          if (!isRefusal)
            faults.fault(error, 'request failed', {
              route: `${request.method} ${request.url.pathname}`.slice(0, LONGEST_ROUTE),
            });
          throw shortError(error);
        }
      },
    ],
  });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!isModestBody(request.body)) {
      await refuse(reply, 'BAD_REQUEST');
      return;
    }
    const { matched } = await handler.handle(request, reply, {
      context: {
        caller: request.caller,
        address: addressKey(request.ip),
        version: versionOf(request.headers[VERSION_HEADER]),
        accepted: request.headers[ACCEPTED_HEADER]?.toString(),
      },
    });
    if (!matched) await refuse(reply, 'NOT_FOUND');
  };
}

function routeOf({ method, routeOptions }: FastifyRequest): { readonly route: string } {
  return { route: `${method} ${routeOptions.url ?? '?'}` };
}
