import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { onError } from '@orpc/server';
import fastify, { LogController } from 'fastify';
import type { Logger } from 'pino';
import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { openInspector } from '../attachments/inspect.ts';
import { attachmentRoutes } from '../attachments/routes.ts';
import { openFeedHub } from '../feed/hub.ts';
import { migrate } from '../migrations/migrate.ts';
import { openDatabase } from '../store/database.ts';
import { noticeRestore } from '../store/database-identity.ts';
import { doChores } from '../store/retention.ts';
import { centralRouter } from './router.ts';
import { DOWN_CONVERSIONS, type DownConversion, versionOf } from './versions.ts';

export type CentralOptions = {
  readonly databaseUrl: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly log: Logger;
  /** The service's clock; the system's when absent. */
  readonly now?: () => Date;
  /** The newest version of the contract to serve; this program's when absent. */
  readonly contractVersion?: number;
  /** What older clients get instead of what later versions brought; this program's when absent. */
  readonly downConversions?: readonly DownConversion[];
};

export type Central = { readonly address: string; close(): Promise<void> };

/** 100 commands of the longest text, in bytes. */
const BODY_LIMIT = 8 * 1024 * 1024;
const CHORES_EVERY_MS = 3_600_000;
/** Bytes of files have connections of their own: many uploads at once never hold up a text. */
const FILE_CONNECTIONS = 4;

/**
 * A command that must wait longer for its report, ms, is to be sent again: an import may hold it for minutes.
 */
const LOCK_TIMEOUT_MS = 1_000;

/**
 * Brings the database up to date and serves the contract over HTTP.
 * @throws when the database or port is not to be had
 */
export async function startCentral(options: CentralOptions): Promise<Central> {
  const { log, now = () => new Date() } = options;
  const onLost = (error: Error): void => log.warn({ err: error }, 'database connection lost');
  const { db, close: closeReading } = openDatabase(options.databaseUrl, onLost);
  const deciding = openDatabase(options.databaseUrl, onLost, { lockTimeoutMs: LOCK_TIMEOUT_MS });
  const files = openDatabase(options.databaseUrl, onLost, { connections: FILE_CONNECTIONS });
  const closeDatabase = async (): Promise<void> => {
    await Promise.all([closeReading(), deciding.close(), files.close()]);
  };
  try {
    await migrate(db);
    const lookForRestore = async (): Promise<void> => {
      try {
        if (await noticeRestore(db)) log.warn('another database than before: a new epoch begins');
      } catch (error) {
        // Some hosts do not let it be asked; then the command `restored` is the way.
        log.warn({ err: error }, 'which database this is cannot be told');
      }
    };
    await lookForRestore();
    const hub = await openFeedHub(
      options.databaseUrl,
      (error) => log.warn({ err: error }, 'feed connection lost'),
      // Behind the same address there may be another server now: a standby that was promoted.
      () => void lookForRestore(),
    );
    const router = centralRouter({
      db,
      hub,
      now,
      deciding: {
        db: deciding.db,
        now,
        onFault: (error, commandId) => log.error({ err: error, commandId }, 'command could not be decided'),
      },
      contractVersion: options.contractVersion ?? CONTRACT_VERSION,
      downConversions: options.downConversions ?? DOWN_CONVERSIONS,
    });
    const handler = new OpenAPIHandler(router, {
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
      db: files.db,
      now,
      inspect: openInspector(files.db, now),
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
        },
      });
      if (!matched) await reply.status(404).send({ code: 'NOT_FOUND', status: 404 });
    });
    // Waiting requests must end before the server can.
    http.addHook('preClose', () => hub.close());

    const address = await http.listen({ host: options.host, port: options.port });
    const chores = setInterval(() => {
      doChores(db, now()).catch((error: unknown) => log.error({ err: error }, 'chores not done'));
    }, CHORES_EVERY_MS);
    return {
      address,
      close: async () => {
        clearInterval(chores);
        await http.close();
        // What came before the lines were cut is stored.
        await Promise.all(storing);
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

function logFault(log: Logger, error: unknown): void {
  const expected = error instanceof Error && 'defined' in error && error.defined === true;
  if (!expected) log.error({ err: error }, 'request failed');
}
