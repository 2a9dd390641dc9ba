import type { Logger } from 'pino';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import { openFeedHub } from '../feed/hub.ts';
import { openLossWatch } from '../feed/proof.ts';
import { migrate } from '../migrations/migrate.ts';
import { moveReceipts } from '../store/commands.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { clearExpired } from '../store/retention.ts';
import { noticeRestore } from '../store/service-row.ts';
import { createServer } from './server.ts';
import { DOWN_CONVERSIONS, type DownConversion } from './versions.ts';

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

const CLEAR_EVERY_MS = 3_600_000;
/** Bytes of files have connections of their own: many uploads at once never hold up a text. */
const FILE_CONNECTIONS = 4;
/** A command that waits longer for its complaint, ms, is sent again: an import may hold it for minutes. */
const LOCK_TIMEOUT_MS = 1_000;

/** Brings the database up to date and serves the contract. @throws without the database or the port */
export async function startCentral(options: CentralOptions): Promise<Central> {
  const { databaseUrl, log, now = () => new Date() } = options;
  const onLost = (error: Error): void => log.warn({ err: error }, 'database connection lost');
  const reading = openDatabase(databaseUrl, onLost);
  const deciding = openDatabase(databaseUrl, onLost, { lockTimeoutMs: LOCK_TIMEOUT_MS });
  const files = openDatabase(databaseUrl, onLost, { connections: FILE_CONNECTIONS });
  const closeDatabase = async (): Promise<void> => {
    await Promise.all([reading.close(), deciding.close(), files.close()]);
  };
  try {
    const { db } = reading;
    await migrate(db);
    await lookForRestore(db, now, log);
    const losses = openLossWatch(db, () =>
      log.warn('a PC holds a receipt that is lost here: a new epoch begins'),
    );
    const hub = await openFeedHub(
      databaseUrl,
      (error) => log.warn({ err: error }, 'feed connection lost'),
      () => {
        // Behind the same address there may be another server now: a standby that was promoted.
        losses.forget();
        void lookForRestore(db, now, log);
      },
    );
    const router = {
      db,
      hub,
      now,
      onUnreadable: (id: string) => log.error({ id }, 'a row that cannot be read is left out of the feed'),
      deciding: {
        db: deciding.db,
        now,
        onFault: (error: unknown, commandId: string) =>
          log.error({ err: error, commandId }, 'command could not be decided'),
      },
      losses,
      contractVersion: options.contractVersion ?? CONTRACT_VERSION,
      downConversions: options.downConversions ?? DOWN_CONVERSIONS,
    };
    const server = await createServer({ router, files: files.db, log });
    const address = await server.listen(options.host, options.port);
    const clearing = setInterval(() => {
      clearExpired(db, now()).catch((error: unknown) =>
        log.error({ err: error }, 'what has expired was not cleared away'),
      );
    }, CLEAR_EVERY_MS);
    return {
      address,
      close: async () => {
        clearInterval(clearing);
        await server.close();
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

/** What came out of a backup gives no receipt twice; a new epoch begins where that can be told. */
async function lookForRestore(db: Db, now: () => Date, log: Logger): Promise<void> {
  try {
    await moveReceipts(db, now());
    if (await noticeRestore(db)) log.warn('another database than before: a new epoch begins');
  } catch (error) {
    // Some hosts do not let it be asked; then the command `restored` is the way.
    log.warn({ err: error }, 'which database this is cannot be told');
  }
}
