import type { Saving } from '#shared/contract/window/sync.ts';
import type { Clock } from '../base/clock.ts';
import type { CacheStore } from '../store/cache/cache-store.ts';
import type { WantedFile } from '../store/cache/fetched-files.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { ignoreStorageProblem } from '../store/open-database.ts';
import { type CommandsPorts, runCommands } from './commands/runner.ts';
import { syncLog } from './commands/sync-log.ts';
import { runDownloads } from './downloads/runner.ts';
import { downloadsStore } from './downloads/store.ts';
import { savingOf } from './saving.ts';
import { TRANSFERRING } from './uploads/machine.ts';
import { runUploads } from './uploads/runner.ts';
import { uploadsStore } from './uploads/store.ts';

/** Everything between this computer and the central service: commands, the feed, and files beside them. */
export type Sync = ReturnType<typeof createSync>;

type SyncPorts = Omit<CommandsPorts, 'taken'> & {
  readonly cache: CacheStore;
  readonly journal: JournalStore;
  /** Files that are on the screen: they are not thrown away for others. */
  readonly shown: () => ReadonlySet<string>;
  /** Bytes that fetched files may take. */
  readonly budgetBytes: number;
  /** Files of these complaints' texts have come further up. */
  readonly uploaded: (complaintIds: readonly string[]) => void;
  /** The same of a file on its way down. */
  readonly fetched: (complaintId: string) => void;
  /** What waits may be something else now. */
  readonly savingChanged: () => void;
};

/** Nobody sees more progress than this, and each step costs the window a few questions. ms. */
const PROGRESS_EVERY_MS = 300;

/** Tells of progress at most a few times per second, and always of the end. */
function seldom<Told>(clock: Clock, tell: (told: Told) => void): (told: Told, last: boolean) => void {
  let at = 0;
  return (told, last) => {
    const now = clock.now();
    const soon = Math.abs(now - at) < PROGRESS_EVERY_MS;
    if (soon && !last) return;
    if (!last) at = now;
    tell(told);
  };
}

function meansOf({ settings }: JournalStore, changed: () => void) {
  let onBattery = false;
  return {
    saving: (): Saving | null => savingOf({ onBattery, metered: settings.get().metered === 'yes' }),
    /** What this computer runs on. */
    power: (battery: boolean): void => {
      if (battery === onBattery) return;
      onBattery = battery;
      changed();
    },
  };
}

/** Runs the three machines side by side, and tells each what it must know of the others. */
export function createSync(ports: SyncPorts) {
  const { clock, journal } = ports;
  const unauthorized = (): void => commands.send({ type: 'unauthorized' });
  const upStore = uploadsStore(journal, seldom(clock, ports.uploaded));
  const uploads = runUploads({
    ...ports,
    store: upStore,
    changed: () => {
      ports.changed(commands.state());
      if (!transferring()) downloads.send({ type: 'wake' });
    },
    push: () => commands.send({ type: 'wake', at: clock.now() }),
    unauthorized,
  });
  const { saving, power } = meansOf(journal, () => mayFetch());
  const downStore = downloadsStore({
    ...ports,
    mayFetchAhead: () => saving() === null && commands.state().phase === 'waiting' && !transferring(),
    changed: seldom(clock, ports.fetched),
  });
  const downloads = runDownloads({ ...ports, store: downStore, unauthorized });

  const logStep = syncLog(
    (line) => ignoreStorageProblem(() => journal.write(() => journal.log(clock.now(), line))),
    () => journal.commands.counts().anything === 0,
  );

  const tellFiles = (type: 'signed_in' | 'stop' | 'kick'): void => {
    uploads.send({ type });
    downloads.send({ type });
  };

  const taken: CommandsPorts['taken'] = (event, before, after) => {
    logStep(event, before, after);
    const { type } = event;
    if (type === 'signed_in' || type === 'stop' || type === 'kick') tellFiles(type);
    if (type === 'wake' || type === 'pushed') uploads.send({ type });
    if (before.signInNeeded && !after.signInNeeded && event.type !== 'signed_in') {
      // The central service knows us again without a new code: its 401 came from something between.
      tellFiles('signed_in');
    } else if (after.online && !before.online) {
      tellFiles('kick');
    }
    if (after.phase === 'waiting' && before.phase !== 'waiting') downloads.send({ type: 'wake' });
  };
  const commands = runCommands({ ...ports, taken });

  const mayFetch = (): void => {
    ports.savingChanged();
    downloads.send({ type: 'wake' });
  };

  const transferring = (): boolean => TRANSFERRING.some((phase) => phase === uploads.state().phase);
  return {
    send: commands.send,
    state: commands.state,
    /** A file is on its way up right now. */
    transferring,
    /** Bytes of files on their way up; null when none are. */
    uploading: upStore.progress,
    /** The officer wants this file of a complaint now. */
    fetchFile: (file: WantedFile): void => {
      if (downStore.want(file)) downloads.send({ type: 'kick' });
    },
    fileState: downStore.stateOf,
    saving,
    power,
    /** The settings may have changed. */
    mayFetch,
    stop: async (): Promise<void> => {
      await Promise.all([commands.stop(), uploads.stop(), downloads.stop()]);
    },
  };
}
