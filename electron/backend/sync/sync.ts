import type { JournalStore } from '../store/journal/journal-store.ts';
import { createEngine, type Engine, type EnginePorts } from './engine.ts';
import type { SyncEvent, SyncState } from './machine.ts';
import { createUploadLane } from './upload-lane.ts';
import { uploadStore } from './upload-store.ts';

/** Everything that goes between this computer and the centre: commands and feed, and the files beside them. */
export type Sync = Engine & {
  /** Bytes of files on their way up; null when none are. */
  readonly uploading: () => { readonly sent: number; readonly total: number } | null;
  /** A file is on its way right now. */
  readonly transferring: () => boolean;
};

export type SyncPorts = Omit<EnginePorts, 'told'> & {
  readonly journal: JournalStore;
  /** A file has come further, or to its end (`last`). */
  readonly uploaded: (complaintIds: readonly string[]) => void;
};

/** No eye follows more, and each costs the window a few questions. ms. */
const PROGRESS_EVERY_MS = 300;

export function createSync(ports: SyncPorts): Sync {
  const { clock, journal } = ports;
  let toldAt = 0;
  const uploads = createUploadLane({
    ...ports,
    store: uploadStore(journal, (complaintIds, last) => {
      const now = clock.now();
      if (!last && Math.abs(now - toldAt) < PROGRESS_EVERY_MS) return;
      toldAt = now;
      ports.uploaded(complaintIds);
    }),
    changed: () => ports.changed(engine.state()),
    push: () => engine.send({ type: 'wake', at: clock.now() }),
    unauthorized: () => engine.send({ type: 'unauthorized' }),
  });

  const told = (event: SyncEvent, before: SyncState): void => {
    const { online } = engine.state();
    switch (event.type) {
      case 'signed_in':
      case 'stop':
      case 'wake':
      case 'kick':
        uploads.send({ type: event.type });
        break;
      case 'pushed':
        uploads.send({ type: 'pushed' });
        break;
    }
    if (online && !before.online) uploads.send({ type: 'kick' });
  };
  const engine = createEngine({ ...ports, told });

  const transferring = (): boolean =>
    ['asking', 'announcing', 'finding', 'sending'].includes(uploads.state().phase);
  return {
    send: engine.send,
    state: engine.state,
    transferring,
    uploading: uploads.progress,
    stop: async () => {
      await Promise.all([engine.stop(), uploads.stop()]);
    },
  };
}
