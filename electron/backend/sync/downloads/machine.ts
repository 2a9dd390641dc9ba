import type { Failure } from '../http/failure.ts';
import { type Machine, machineOf, request, type Step, UNUSED } from '../running/machine.ts';
import { NO_FAILURE } from '../running/retry.ts';
import * as transfer from '../running/transfer.ts';

const INITIAL = {
  ...UNUSED,
  /** `resting` waits for an alarm or for news. */
  phase: 'resting' as 'resting' | 'choosing' | 'fetching',
  chunkBytes: transfer.FIRST_CHUNK_BYTES,
};
/** Files come down. */
export type DownloadsState = Readonly<typeof INITIAL>;

/** A file to fetch, from its byte `received` on. */
export type WantedChunks = { readonly sha256: string; readonly size: number; readonly received: number };

export type DownloadsEvent =
  | { readonly type: 'signed_in' }
  /** Everything else has come to rest, or there is news. */
  | { readonly type: 'wake' }
  /** The officer wants a file now, or the central service is reached again. */
  | { readonly type: 'kick' }
  | { readonly type: 'chosen'; readonly request: number; readonly file: WantedChunks | null }
  /** A chunk came; `ms`: what it took. */
  | { readonly type: 'came'; readonly request: number; readonly ms: number }
  /** The central service has no such file, or gave another one. */
  | { readonly type: 'useless'; readonly request: number }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

export type DownloadsEffect =
  | { readonly type: 'choose'; readonly request: number }
  | { readonly type: 'get'; readonly request: number; readonly file: WantedChunks; readonly length: number }
  | { readonly type: 'unauthorized' };

export const downloadsMachine: Machine<DownloadsState, DownloadsEvent, DownloadsEffect> = machineOf(
  INITIAL,
  (state, event: DownloadsEvent | { type: 'alarm' }, now, random): Step<DownloadsState, DownloadsEffect> => {
    switch (event.type) {
      case 'signed_in':
        return transfer.begin(state);
      case 'wake':
        return transfer.wake(state, now);
      case 'kick':
        return transfer.kick(state, now);
      case 'alarm':
        return transfer.resume(state, now);
      case 'chosen':
        return chosen(state, event.file);
      case 'came':
        return transfer.choose({
          ...state,
          ...NO_FAILURE,
          chunkBytes: transfer.adaptedChunk(state.chunkBytes, event.ms),
        });
      case 'useless':
        return transfer.choose({ ...state, ...NO_FAILURE });
      case 'failed':
        return transfer.rest(
          { ...state, chunkBytes: transfer.smallerChunk(state.chunkBytes) },
          event.failure,
          now,
          random,
        );
    }
  },
);

function chosen(state: DownloadsState, file: WantedChunks | null): Step<DownloadsState, DownloadsEffect> {
  if (file === null) return { state: { ...state, phase: 'resting', attempt: 0 }, effects: [] };
  const length = Math.min(state.chunkBytes, file.size - file.received);
  return request(state, 'fetching', { type: 'get', file, length });
}
