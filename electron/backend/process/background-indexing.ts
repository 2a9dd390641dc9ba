import type { MovedDeadlines } from '#shared/contract/window/deadlines.ts';
import type { EventHub } from '../api/events.ts';
import { watchMoves } from '../projection/moved-deadlines.ts';
import { deriveSlice, type Stores } from '../projection/stores.ts';
import type { RunnerPorts } from '../sync/running/runner.ts';

/** Complaints that enter the full-text index in one slice of about 60 ms; each adds a part to be merged. */
export const INDEXED_AT_ONCE = 1_000;

/** Pages of the full-text index that are merged in one slice: 30 ms. */
export const MERGED_AT_ONCE = 200;

/** Work that may take seconds and that nobody waits for, done in slices between the window's questions. */
export function createBackgroundIndexing(
  stores: Stores,
  hub: EventHub,
  { clock, pause, failed }: Pick<RunnerPorts, 'clock' | 'pause' | 'failed'>,
  closing: AbortSignal,
) {
  let again = false;
  /** As few parts as the full-text index needs: what comes later is merged at the next start. */
  let merged = false;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    do {
      again = false;
      await deriveAll();
      await growIndex();
      await mergeIndex();
    } while (again && !closing.aborted);
  };

  /** After the rules or holidays changed. */
  const deriveAll = async (): Promise<void> => {
    const basis = stores.basis();
    const { fingerprint } = basis;
    // Asked after every change, and mostly there is nothing to do.
    const before = stores.cache.feed().basis;
    if (before === fingerprint) return;
    const moves = watchMoves(before, basis);
    let from: number | null = -1;
    let touched = false;
    while (!closing.aborted && stores.cache.feed().basis !== fingerprint && from !== null) {
      if (stores.basis().fingerprint !== fingerprint) {
        again = true;
        break;
      }
      from = deriveSlice(stores, from, moves.compare);
      touched = true;
      await pause();
    }
    if (touched) hub.publish(['queue'], null);
    if (from === null) tellMoves(stores, hub, moves.result(new Date(clock.now()).toISOString()));
  };

  /** Not during a first load: it would only slow it down. */
  const growIndex = async (): Promise<void> => {
    const { cache } = stores;
    while (!closing.aborted && !cache.searchComplete() && cache.feed().loading === null) {
      cache.write((writer) => writer.index.grow(INDEXED_AT_ONCE));
      merged = false;
      await pause();
    }
  };

  /** After a first load it lies in some twenty parts. */
  const mergeIndex = async (): Promise<void> => {
    const { cache } = stores;
    while (!closing.aborted && !merged && cache.searchComplete() && cache.feed().loading === null) {
      merged = !cache.write((writer) => writer.index.join(MERGED_AT_ONCE));
      await pause();
    }
  };

  return {
    /** Something may be to do. */
    poke: (): void => {
      again = true;
      if (closing.aborted || running !== null) return;
      running = run()
        .catch(failed)
        .finally(() => {
          running = null;
        });
    },
    /** Resolves when nothing of it runs any more. */
    stopped: async (): Promise<void> => {
      await running;
    },
  };
}

/** The officer must not wonder why a complaint is due on another day than yesterday. */
function tellMoves({ journal }: Stores, hub: EventHub, moved: MovedDeadlines | null): void {
  if (moved === null) return;
  journal.write(() => {
    journal.moves.put(moved);
    journal.notices.put({ code: 'deadlines_moved', at: moved.at });
  });
  hub.publish(['session'], []);
}
