import type { Logger } from 'pino';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import { openEnrolling } from '../accounts/enrol.ts';
import { openFeedHub } from '../feed/hub.ts';
import { openLossWatch } from '../feed/proof.ts';
import { migrate } from '../migrations/migrate.ts';
import { moveReceipts } from '../store/commands.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { clearExpired } from '../store/retention.ts';
import { noticeRestore } from '../store/service-row.ts';
import { trustedProxies } from './address.ts';
import { openDoorkeeper } from './doorkeeper.ts';
import { type FaultLog, openFaultLog } from './fault-log.ts';
import { LIMITS, type Limits } from './limits.ts';
import { createServer } from './server.ts';
import { DOWN_CONVERSIONS, type DownConversion } from './versions.ts';

export type CentralOptions = {
  /** Addresses of reverse proxies besides those on this machine: their word for whom they ask is taken. */
  readonly proxies?: readonly string[];
  /** This program's when absent. */
  readonly limits?: Limits;
  /** The folder of the program's releases, served to whoever asks; none when absent. */
  readonly releases?: string | null;
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
/** So have those who come to wait for news: a fleet that comes back at once holds up nobody who asks. */
const WAITING_CONNECTIONS = 2;
/** A command that waits longer for its complaint, ms, is sent again: an import may hold it for minutes. */
const LOCK_TIMEOUT_MS = 1_000;

/** Brings the database up to date and serves the contract. @throws without the database or the port */
export async function startCentral(options: CentralOptions): Promise<Central> {
  const { databaseUrl, log, now = () => new Date(), limits = LIMITS, releases = null } = options;
  const isProxy = trustedProxies(options.proxies ?? []);
  const faults = openFaultLog(log);
  const onLost = (error: Error): void => faults.fault(error, 'database connection lost');
  const reading = openDatabase(databaseUrl, onLost);
  const deciding = openDatabase(databaseUrl, onLost, { lockTimeoutMs: LOCK_TIMEOUT_MS });
  const files = openDatabase(databaseUrl, onLost, { connections: FILE_CONNECTIONS });
  const waiting = openDatabase(databaseUrl, onLost, { connections: WAITING_CONNECTIONS });
  const closeDatabase = async (): Promise<void> => {
    await Promise.all([reading, deciding, files, waiting].map((database) => database.close()));
  };
  try {
    const { db } = reading;
    await migrate(db);
    await lookForRestore(db, now, log, faults);
    const losses = openLossWatch(db, now, () =>
      log.warn('a PC holds a receipt that is lost here: a new epoch begins'),
    );
    const enrolling = openEnrolling(db, limits.wrongCodes, now);
    const doorkeeper = openDoorkeeper({ db, waiting: waiting.db, now, limits, enrolling });
    const cutRevoked = (): void =>
      void doorkeeper.cutRevoked().catch((error: unknown) => faults.fault(error, 'tokens not looked at'));
    const hub = await openFeedHub(databaseUrl, {
      onLost: (error) => faults.fault(error, 'feed connection lost'),
      onBack: () => {
        // Behind the same address there may be another server now: a standby that was promoted.
        losses.forget();
        void lookForRestore(db, now, log, faults);
        cutRevoked();
      },
      onRevoked: cutRevoked,
    });
    const router = {
      enrolling,
      devicePolls: limits.devicePolls,
      waiting: limits.waiting,
      db,
      hub,
      now,
      onUnreadable: faults.unreadable,
      deciding: {
        db: deciding.db,
        now,
        onFault: (error: unknown, commandId: string) =>
          faults.fault(error, 'command could not be decided', { commandId }),
      },
      losses,
      contractVersion: options.contractVersion ?? CONTRACT_VERSION,
      downConversions: options.downConversions ?? DOWN_CONVERSIONS,
    };
    const deps = { router, files: files.db, faults, limits, doorkeeper, isProxy, releases };
    const server = await createServer(deps);
    const address = await server.listen(options.host, options.port).catch(async (error: unknown) => {
      // What waits for news would keep the process from its end.
      await server.close();
      throw error;
    });
    const clearing = setInterval(() => {
      clearExpired(db, now()).catch((error: unknown) =>
        faults.fault(error, 'what has expired was not cleared away'),
      );
    }, CLEAR_EVERY_MS);
    return {
      address,
      close: async () => {
        clearInterval(clearing);
        await server.close();
        await closeDatabase();
        faults.close();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

/** What came out of a backup gives no receipt twice; a new epoch begins where that can be told. */
async function lookForRestore(db: Db, now: () => Date, log: Logger, faults: FaultLog): Promise<void> {
  try {
    await moveReceipts(db, now());
    if (await noticeRestore(db, now())) log.warn('another database than before: a new epoch begins');
  } catch (error) {
    // Some hosts do not let it be asked; then the command `restored` is the way.
    faults.fault(error, 'which database this is cannot be told');
  }
}
