import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Lazy } from '@orpc/server';
import { v7 as uuidv7 } from 'uuid';
import type { Join, ToldByBackend, UpdateReadiness } from '#shared/contract/process/backend-process.ts';
import { NO_POLICY, type Policy } from '#shared/contract/window/policy.ts';
import { closeToOthers, writePrivately } from '#shared/node/private-files.ts';
import { type BackendContext, tellNewDays } from '../api/context.ts';
import { eventHub } from '../api/events.ts';
import { shownFiles } from '../api/files.ts';
import { createNewsTeller } from '../api/news.ts';
import { createPresence } from '../api/presence.ts';
import { retryCacheUpdate } from '../api/retry-cache-update.ts';
import { type WindowRouter, windowRouter } from '../api/router.ts';
import { beginSession, enrolWhenReachable } from '../api/session.ts';
import { type Clock, silentAfter, systemClock } from '../base/clock.ts';
import { fileLog, type Log } from '../base/log.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { copyBeforeUpdate } from '../recovery/copy-before-update.ts';
import { keepDailyCopies } from '../recovery/daily-copy.ts';
import { keepLogShort } from '../recovery/keep-log-short.ts';
import { createCacheRebuilder } from '../recovery/rebuild-damaged-cache.ts';
import { createJoiner } from '../standalone/joiner.ts';
import { standaloneCentral, withStandalone } from '../standalone/standalone-transport.ts';
import { damageNote } from '../store/damage.ts';
import { commandsStore } from '../sync/commands/store.ts';
import { DOWNLOADS_BUDGET_BYTES } from '../sync/downloads/store.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { policyConnector } from '../sync/http/policy-connector.ts';
import { type Connector, currentTransport } from '../sync/http/transport.ts';
import { createSync } from '../sync/sync.ts';
import { createBackgroundIndexing } from './background-indexing.ts';
import { lockFolder } from './lock-folder.ts';
import { CACHE_FILE, openReconciled, putRight } from './open-stores.ts';
import { fillPracticeOffice, NOBODY_THERE, practiceServer } from './practice.ts';

export type BackendOptions = {
  /** Where the databases, their key and the log stand. Made if it is not there. */
  readonly dataDir: string;
  /** Invented data: the window says so. */
  readonly demo?: boolean;
  /** Practice mode: invented complaints that this computer decides on, and from which nothing can leave. */
  readonly practice?: boolean;
  /** Enrols at the first start; while the central service cannot be reached it is tried again. */
  readonly join?: Join | null;
  /** What the office's IT has decided for this PC. */
  readonly policy?: Policy;
  /** What tried this very program, beside its bundles. */
  readonly evidenceFile?: string;
  /** How requests leave this computer; absent: as Node.js sends them. */
  readonly send?: typeof fetch;
  readonly log?: Log | undefined;
  /** Hears what goes on while nobody looks at the window. */
  readonly tell?: ((told: ToldByBackend) => void) | undefined;
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
  readonly router: WindowRouter;
  /** What a window is served: the own backend, and one in practice mode that opens when first asked. */
  readonly served: WindowRouter & { readonly practice: Lazy<WindowRouter> };
  /** What waits is tried at once. */
  readonly syncNow: () => void;
  /** Before another version of the program is installed. */
  readonly prepareUpdate: () => UpdateReadiness;
  readonly close: () => Promise<void>;
};

/**
 * Opens the stores and answers from them; the network comes after. One backend per data folder, whoever opens
 * it: Electron's shell, the browser host, or a test.
 * @throws BackendStartError
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  writePrivately();
  const unlock = lockFolder(options.dataDir);
  try {
    closeToOthers(options.dataDir);
    return await openLocked(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openLocked(options: BackendOptions, unlock: () => void): Promise<Backend> {
  const closing = new AbortController();
  const { context, indexing, cache, behind } = assemble(options, closing.signal);
  const { journal, sync, clock, log, noteDamage, joiner } = context;
  if (behind) retryCacheUpdate(context, () => putRight(context, clock.now()));
  const router = windowRouter(context, closing.signal);
  tellNewDays(context);
  if (sync.saving() !== null) options.tell?.({ type: 'saving', saving: sync.saving() });
  keepDailyCopies(journal, clock, log, noteDamage);
  keepLogShort(journal, clock, log, noteDamage);

  // After this turn: whoever opened the backend gets its first answers before the network begins.
  await nextTurn();
  indexing.poke();
  if (journal.session.session() !== null) sync.send({ type: 'signed_in' });
  joiner.go();
  const enrolling = options.join
    ? enrolWhenReachable(context, options.join, closing.signal).catch(noteDamage)
    : null;

  const practice = practiceServer(() => openPractice(options));
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([sync.stop(), indexing.stopped(), enrolling, joiner.stopped(), practice.close()]);
    cache.close();
    journal.close();
    unlock();
  };
  let closed: Promise<void> | null = null;
  return {
    router,
    served: { ...router, practice: practice.router },
    syncNow: () => sync.send({ type: 'kick' }),
    prepareUpdate: () => copyBeforeUpdate(journal, clock.now(), log, noteDamage),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Begun anew with each run of the program, so that nobody finds another one's practice. */
function openPractice({ dataDir: own, world = {}, log, policy }: BackendOptions): Promise<Backend> {
  const dataDir = join(own, 'latihan');
  rmSync(dataDir, { recursive: true, force: true });
  return openBackend({ dataDir, practice: true, world, log, ...(policy && { policy }) });
}

/** Opens the stores and puts everything together; nothing runs yet. */
function assemble(options: BackendOptions, closing: AbortSignal) {
  const { dataDir, practice = false, policy = NO_POLICY, world = {} } = options;
  const clock = silentAfter(world.clock ?? systemClock, closing);
  const random = world.random ?? Math.random;
  const log = options.log ?? fileLog(dataDir);
  const pause = (): Promise<void> => nextTurn();
  const newId = (): string => uuidv7();
  const damage = damageNote(join(dataDir, CACHE_FILE));
  const { stores, cache, behind } = openReconciled(dataDir, log, clock, damage);
  const { journal } = stores;
  if (practice && journal.session.session() === null) {
    fillPracticeOffice(journal, clock.now());
    keepOnlyOwnAgency(stores);
  }
  const own = standaloneCentral(journal, stores.officer, clock);
  const connector = withStandalone(
    practice
      ? NOBODY_THERE
      : policyConnector(world.connector ?? httpConnector(clock.now, options.send), policy),
    own.transport,
  );
  const hub = eventHub(() => presence.viewing(null));
  const presence = createPresence({
    clock,
    officerId: () => stores.officer().id,
    moved: () => sync.send({ type: 'viewing' }),
    changed: (complaintIds) => hub.publish(['queue', 'case'], complaintIds),
  });
  const renewed = (): void => {
    keepOnlyOwnAgency(stores);
    stores.reloadReference();
    putRight(stores, clock.now());
    hub.publish(['queue', 'case', 'reference', 'session', 'sync', 'log'], null);
    if (journal.session.session() !== null) sync.send({ type: 'signed_in' });
  };
  const noteDamage = createCacheRebuilder({ cache, journal, damage, clock, log, renewed });
  const failed = (error: unknown): void => {
    log.error({ err: error }, 'a step failed on this computer');
    noteDamage(error);
  };
  const indexing = createBackgroundIndexing(stores, hub, { clock, pause, failed }, closing);
  const running = { clock, random, pause, failed, log };
  const sync = createSync({
    ...running,
    cache,
    journal,
    transport: currentTransport(() => journal.session.session(), connector, journal.proof.last),
    store: commandsStore(
      stores,
      (topics, complaintIds) => {
        hub.publish(topics, complaintIds);
        indexing.poke();
      },
      (news) => newsTeller?.take(news),
    ),
    changed: ({ online }) => {
      hub.publish(['sync'], []);
      if (!online) presence.forget();
    },
    uploaded: (complaintIds) => hub.publish(['case', 'outbox', 'sync'], complaintIds),
    fetched: (complaintId) => hub.publish(['case'], [complaintId]),
    savingChanged: () => {
      hub.publish(['sync'], []);
      options.tell?.({ type: 'saving', saving: sync.saving() });
    },
    shown: () => shownFiles({ cache, presence }),
    budgetBytes: world.fetchBudgetBytes ?? DOWNLOADS_BUDGET_BYTES,
    viewing: presence.told,
    presence: presence.take,
  });
  const joined = (): void => beginSession(context);
  const changed = (): void => hub.publish(['session'], []);
  const joiner = createJoiner({ ...running, stores, connector, newId, changed, joined, closing });
  const { demo = false, evidenceFile = null } = options;
  const beside = { sync, hub, presence, clock, newId, connector, log, noteDamage, joiner };
  const about = { demo, practice, policy, dataDir, evidenceFile };
  const context: BackendContext = { ...stores, ...beside, ...about, feedGrown: own.grown };
  const newsTeller = options.tell === undefined ? null : createNewsTeller(context, options.tell);
  return { context, indexing, cache, behind };
}
