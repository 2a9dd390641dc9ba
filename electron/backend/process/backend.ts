import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Lazy, lazy } from '@orpc/server';
import { v7 as uuidv7 } from 'uuid';
import type { Desk } from '../api/context.ts';
import { eventHub } from '../api/events.ts';
import { shownFiles } from '../api/files.ts';
import { tellNewDays } from '../api/new-days.ts';
import { createPresence } from '../api/presence.ts';
import { afterwards } from '../api/retry-cache-update.ts';
import { type DeskRouter, deskRouter } from '../api/router.ts';
import { type Clock, silentAfter, systemClock } from '../base/clock.ts';
import { fileLog, type Log } from '../base/log.ts';
import { readOrCreateKey } from '../keys/key-file.ts';
import { reconcileAfterCrash } from '../projection/after-crash.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { openReports, type Reports, reconcile } from '../projection/stores.ts';
import { keepDailyCopies } from '../recovery/daily-copy.ts';
import { createHealer, tellCacheRebuilt } from '../recovery/rebuild-damaged-cache.ts';
import { openOrRestoreJournal } from '../recovery/restore-journal.ts';
import { exportSlot } from '../standalone/import-slot.ts';
import { createJoiner } from '../standalone/joiner.ts';
import { aloneCentre, withAlone } from '../standalone/standalone-transport.ts';
import { type CacheOpened, type CacheStore, openCache, replaceCache } from '../store/cache/cache-store.ts';
import { type RenewableCache, renewableCache } from '../store/cache/renewable-cache.ts';
import { type DamageNote, damageNote } from '../store/damage.ts';
import { codeOf, storageProblemOf } from '../store/open-database.ts';
import { commandsStore } from '../sync/commands/store.ts';
import { DOWNLOADS_BUDGET_BYTES } from '../sync/downloads/store.ts';
import { currentTransport } from '../sync/http/current-transport.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import type { Connector } from '../sync/http/transport.ts';
import { createSync } from '../sync/sync.ts';
import { createChores } from './background-indexing.ts';
import { type Join, joinWhenReachable } from './join.ts';
import { fillRehearsal, NOBODY_THERE } from './practice.ts';

export type BackendOptions = {
  /** Where the databases, their key and the log stand. Made if it is not there. */
  readonly dataDir: string;
  /** Invented data: the window says so. */
  readonly demo?: boolean;
  /** Invented reports that this computer decides on, and from which nothing can leave. */
  readonly rehearsal?: boolean;
  /** Enrols at the first start; while the centre cannot be reached it is tried again. */
  readonly join?: Join;
  readonly log?: Log;
  /** For tests: time, randomness, the network, and the room for fetched files. */
  readonly world?: Partial<World>;
};

export type World = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly connector: Connector;
  readonly fetchBudgetBytes: number;
};

export type Backend = {
  readonly router: DeskRouter;
  /** What a window is served: the officer's own desk, and beside it that of the rehearsal, which opens when it is first asked. */
  readonly served: DeskRouter & { readonly rehearsal: Lazy<DeskRouter> };
  readonly close: () => Promise<void>;
};

/** Why a backend cannot start; nothing was changed. */
export class BackendStartError extends Error {
  readonly code: 'key_damaged' | 'journal_not_readable' | 'journal_newer_version' | 'no_access';
  constructor(code: BackendStartError['code']) {
    super(`the backend cannot start: ${code}`);
    this.code = code;
  }
}

/**
 * Opens the stores and answers from them; the network comes after. One backend per data folder.
 * @throws BackendStartError
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const closing = new AbortController();
  const clock = silentAfter(options.world?.clock ?? systemClock, closing.signal);
  const rehearsal = options.rehearsal ?? false;
  const outside = rehearsal ? NOBODY_THERE : (options.world?.connector ?? httpConnector(clock.now));
  const connector = withAlone(outside, () => alone);
  const log = options.log ?? fileLog(dataDir);
  const damage = damageNote(join(dataDir, CACHE_FILE));
  const { reports, cache, behind } = openReconciled(dataDir, log, clock, damage);
  const { journal } = reports;
  if (rehearsal && journal.session.session() === null) {
    fillRehearsal(journal, clock.now());
    keepOnlyOwnAgency(reports);
  }
  const alone = aloneCentre({ journal, officer: reports.officer, clock });
  const hub = eventHub(() => presence.viewing(null));
  const presence = createPresence({
    clock,
    officerId: () => reports.officer().id,
    moved: () => engine.send({ type: 'viewing' }),
    changed: (complaintIds) => hub.publish(['queue', 'case'], complaintIds),
  });
  const pause = (): Promise<void> => nextTurn();
  const noteDamage = createHealer({
    cache,
    journal,
    damage,
    clock,
    log,
    renewed: () => {
      keepOnlyOwnAgency(reports);
      reports.reloadReference();
      putRight(reports, clock.now());
      hub.publish(['queue', 'case', 'reference', 'session', 'sync', 'log'], null);
      if (journal.session.session() !== null) engine.send({ type: 'signed_in' });
    },
  });
  const unexpected = (error: unknown): void => {
    log.error({ err: error }, 'a step failed on this computer');
    noteDamage(error);
  };
  const chores = createChores(reports, hub, clock.now, pause, unexpected);
  const store = commandsStore(reports, (topics, complaintIds) => {
    hub.publish(topics, complaintIds);
    chores.poke();
  });
  const engine = createSync({
    cache,
    journal,
    clock,
    random: options.world?.random ?? Math.random,
    transport: currentTransport(() => journal.session.session(), connector),
    store,
    log,
    failed: unexpected,
    changed: ({ online }) => {
      hub.publish(['sync'], []);
      if (!online) presence.forget();
    },
    uploaded: (complaintIds) => hub.publish(['case', 'outbox', 'sync'], complaintIds),
    fetched: (complaintId) => hub.publish(['case'], [complaintId]),
    shown: () => shownFiles({ reports, presence }),
    budgetBytes: options.world?.fetchBudgetBytes ?? DOWNLOADS_BUDGET_BYTES,
    viewing: presence.told,
    presence: presence.take,
    pause,
  });
  const joiner = createJoiner({
    reports,
    connector,
    clock,
    random: options.world?.random ?? Math.random,
    pause,
    failed: unexpected,
    newId: () => uuidv7(),
    log,
    changed: () => hub.publish(['session'], []),
    joined: () => {
      hub.publish(['session', 'sync', 'queue', 'case', 'outbox', 'reference'], null);
      engine.send({ type: 'signed_in' });
    },
    closing: closing.signal,
  });
  const desk: Desk = {
    reports,
    engine,
    hub,
    presence,
    clock,
    newId: () => uuidv7(),
    connector,
    log,
    noteDamage,
    demo: options.demo ?? false,
    rehearsal,
    alone: { slot: exportSlot(), joiner, grown: alone.grown },
  };
  if (behind) afterwards(desk, () => putRight(reports, clock.now()));
  const router = deskRouter(desk, closing.signal);
  const stopDays = tellNewDays(desk);
  const stopCopies = keepDailyCopies(journal, clock, log, noteDamage);

  // After this turn: whoever opened the backend gets its first answers before the network begins.
  await nextTurn();
  chores.poke();
  if (journal.session.session() !== null) engine.send({ type: 'signed_in' });
  joiner.go();
  const joining =
    options.join === undefined ? Promise.resolve() : joinWhenReachable(desk, options.join, closing.signal);

  const rehearse = rehearsalOf(options);
  const close = async (): Promise<void> => {
    closing.abort();
    presence.stop();
    stopDays();
    stopCopies();
    await Promise.all([engine.stop(), chores.stop(), joining, joiner.stop(), rehearse.close()]);
    cache.close();
    journal.close();
  };
  let closed: Promise<void> | null = null;
  return {
    router,
    served: { ...router, rehearsal: lazy(rehearse.open) },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Begun anew with each run of the program, so that nobody finds another one's practice. */
function rehearsalOf(options: BackendOptions) {
  let opened: Promise<Backend> | null = null;
  const anew = (): Promise<Backend> => {
    const dataDir = join(options.dataDir, 'latihan');
    rmSync(dataDir, { recursive: true, force: true });
    const { world = {}, log } = options;
    return openBackend({ dataDir, rehearsal: true, world, ...(log === undefined ? {} : { log }) });
  };
  return {
    open: async (): Promise<{ default: DeskRouter }> => {
      // A disk that was full may have room the next time.
      opened ??= anew().catch((error: unknown) => {
        opened = null;
        throw error;
      });
      // As a plain object: with its own contract it would be looked for from the top, and not where it hangs.
      return { default: { ...(await opened).router } };
    },
    close: async (): Promise<void> => {
      const backend = await opened?.catch(() => null);
      await backend?.close();
    },
  };
}

const CACHE_FILE = 'cache.db';

/** `behind`: the disk takes nothing, so that the queue may be behind the journal. */
type Reconciled = { readonly reports: Reports; readonly cache: RenewableCache; readonly behind: boolean };

/**
 * Damage that the start itself comes upon leads to a second start: the first one took the journal's mark, so
 * the second checks all of it, and the cache is made anew.
 */
function openReconciled(
  dataDir: string,
  log: Log,
  clock: Clock,
  damage: DamageNote,
  again = true,
): Reconciled {
  const { cache, journal } = openStores(dataDir, log, clock);
  try {
    const reports = openReports(cache, journal);
    keepOnlyOwnAgency(reports);
    return { reports, cache, behind: !putRightIfRoom(reports, log, clock.now()) };
  } catch (error) {
    const damaged = damage.note(error);
    if (damaged) journal.suspect();
    cache.close();
    journal.close();
    if (storageProblemOf(error) !== null) throw new BackendStartError('no_access');
    if (!damaged || !again) throw error;
    return openReconciled(dataDir, log, clock, damage, false);
  }
}

/** On a disk that takes nothing the officer can still read. */
function putRightIfRoom(reports: Reports, log: Log, now: number): boolean {
  try {
    putRight(reports, now);
    return true;
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    log.warn({ code: codeOf(error) }, 'the disk takes nothing: the queue may be behind the journal');
    return false;
  }
}

function putRight(reports: Reports, now: number): void {
  if (!reports.journal.endedInPeace) reconcileAfterCrash(reports, now);
  reconcile(reports);
}

function openStores(dataDir: string, log: Log, clock: Clock) {
  const key = readOrCreateKey(dataDir);
  if (!key.ok) throw new BackendStartError(key.code);
  const journal = openOrRestoreJournal(join(dataDir, 'journal.db'), key.key, clock.now());
  if (!journal.ok) {
    const { code } = journal;
    throw new BackendStartError(code === 'no_access' ? code : `journal_${code}`);
  }
  for (const { code } of journal.journal.notices.all()) log.warn({ code }, 'the officer has yet to read it');
  const path = join(dataDir, CACHE_FILE);
  const cache = openCacheIfRoom(path, key.key);
  if (!cache.ok) {
    journal.journal.close();
    throw new BackendStartError('no_access');
  }
  if (cache.rebuilt !== null) log.warn({ why: cache.rebuilt }, 'the cache is pulled again');
  if (cache.rebuilt === 'damaged') tellCacheRebuilt(journal.journal, clock.now());
  const anew = (): CacheStore => {
    const opened = replaceCache(path, key.key, 'damaged');
    if (!opened.ok) throw new Error(`the cache cannot be made: ${opened.code}`);
    return opened.cache;
  };
  return { journal: journal.journal, cache: renewableCache(cache.cache, anew) };
}

function openCacheIfRoom(path: string, key: Uint8Array): CacheOpened {
  try {
    return openCache(path, key);
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return { ok: false, code: 'no_access' };
  }
}
