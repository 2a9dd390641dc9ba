import type { Clock } from '../base/clock.ts';
import type { CacheStore } from '../store/cache/cache-store.ts';
import type { WantedFile } from '../store/cache/fetched-files.ts';
import { ifRoom } from '../store/ignore-storage-problem.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import type { SyncEvent, SyncState } from './commands/machine.ts';
import { createEngine, type Engine, type EnginePorts } from './commands/runner.ts';
import { createFetchLane } from './downloads/runner.ts';
import { type FileState, fetchStore } from './downloads/store.ts';
import { syncLog } from './running/sync-log.ts';
import { createUploadLane } from './uploads/runner.ts';
import { uploadStore } from './uploads/store.ts';

/** Everything that goes between this computer and the centre: commands and feed, and the files beside them. */
export type Sync = Engine & {
  /** Bytes of files on their way up; null when none are. */
  readonly uploading: () => { readonly sent: number; readonly total: number } | null;
  /** A file is on its way up right now. */
  readonly transferring: () => boolean;
  /** The officer wants this file of a report now. */
  readonly fetchFile: (file: WantedFile) => void;
  readonly fileState: (sha256: string) => FileState;
  /** The setting for files that nobody asked for may have changed. */
  readonly mayFetch: () => void;
};

export type SyncPorts = Omit<EnginePorts, 'told'> & {
  readonly cache: CacheStore;
  readonly journal: JournalStore;
  /** Files that the officer has before the eyes: they are not thrown away for others. */
  readonly shown: () => ReadonlySet<string>;
  /** Bytes that fetched files may take. */
  readonly budgetBytes: number;
  /** Files of these reports' texts have come further up. */
  readonly uploaded: (complaintIds: readonly string[]) => void;
  /** The same of a file on its way down. */
  readonly fetched: (complaintId: string) => void;
};

/** No eye follows more, and each costs the window a few questions. ms. */
const PROGRESS_EVERY_MS = 300;

/** Answers true at most a few times per second. */
function seldom(clock: Clock): () => boolean {
  let last = 0;
  return () => {
    const now = clock.now();
    if (Math.abs(now - last) < PROGRESS_EVERY_MS) return false;
    last = now;
    return true;
  };
}

export function createSync(ports: SyncPorts): Sync {
  const { clock, journal } = ports;
  const unauthorized = (): void => engine.send({ type: 'unauthorized' });
  const upProgress = seldom(clock);
  const downProgress = seldom(clock);
  const uploads = createUploadLane({
    ...ports,
    store: uploadStore(journal, (complaintIds, last) => {
      if (last || upProgress()) ports.uploaded(complaintIds);
    }),
    changed: () => {
      ports.changed(engine.state());
      if (!transferring()) downloads.send({ type: 'wake' });
    },
    push: () => engine.send({ type: 'wake', at: clock.now() }),
    unauthorized,
  });
  const fetching = fetchStore({
    ...ports,
    mayFetchAhead: () =>
      journal.session.settings().downloads === 'auto' &&
      engine.state().phase === 'waiting' &&
      !transferring(),
    changed: (complaintId, last) => {
      if (last || downProgress()) ports.fetched(complaintId);
    },
  });
  const downloads = createFetchLane({ ...ports, store: fetching, unauthorized });

  const logStep = syncLog(
    (line) => ifRoom(() => journal.write(() => journal.log(clock.now(), line))),
    () => journal.commands.counts().anything === 0,
  );

  const bothLanes = (type: 'signed_in' | 'stop' | 'kick'): void => {
    uploads.send({ type });
    downloads.send({ type });
  };

  const told = (event: SyncEvent, before: SyncState): void => {
    logStep(event, before, engine.state());
    const { online, signInNeeded, phase } = engine.state();
    switch (event.type) {
      case 'signed_in':
      case 'stop':
      case 'kick':
        bothLanes(event.type);
        break;
      case 'wake':
      case 'pushed':
        uploads.send({ type: event.type });
        break;
    }
    if (before.signInNeeded && !signInNeeded && event.type !== 'signed_in') {
      // The centre knows us again without a new code: its 401 came from something between.
      bothLanes('signed_in');
    } else if (online && !before.online) {
      bothLanes('kick');
    }
    if (phase === 'waiting' && before.phase !== 'waiting') downloads.send({ type: 'wake' });
  };
  const engine = createEngine({ ...ports, told });

  const transferring = (): boolean =>
    ['asking', 'announcing', 'finding', 'sending'].includes(uploads.state().phase);
  return {
    send: engine.send,
    state: engine.state,
    transferring,
    uploading: uploads.progress,
    fetchFile: (file) => {
      if (fetching.want(file)) downloads.send({ type: 'kick' });
    },
    fileState: fetching.stateOf,
    mayFetch: () => downloads.send({ type: 'wake' }),
    stop: async () => {
      await Promise.all([engine.stop(), uploads.stop(), downloads.stop()]);
    },
  };
}
