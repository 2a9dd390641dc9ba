import type { Failure } from '../http/failure.ts';
import { type MachineState, request, type Step, same } from './machine.ts';
import { afterFailure, isAhead, NO_FAILURE } from './retry.ts';

/** What uploads and downloads have in common: one file at a time, one chunk at a time. */
export type TransferState = MachineState & {
  /** Size of the next chunk. */
  readonly chunkBytes: number;
};

type Choose = { readonly type: 'choose'; readonly request: number };

/** Somebody signed in: begins from the start. */
export function begin<State extends TransferState>(state: State): Step<State, Choose> {
  return choose<State, never>({ ...state, ...NO_FAILURE, signedIn: true }, [{ type: 'abort' }]);
}

/** There is news. After a failure it changes nothing: the alarm will come. */
export function wake<State extends TransferState>(state: State, now: number): Step<State, Choose> {
  return state.attempt === 0 ? resume(state, now) : same(state);
}

/** The officer's own wish, or the central service is reached again: a failure before does not count. */
export function kick<State extends TransferState>(state: State, now: number): Step<State, Choose> {
  return state.phase === 'resting' ? resume({ ...state, attempt: 0 }, now) : same(state);
}

/** Begins to choose, unless it is at work or the central service asked us to wait. */
export function resume<State extends TransferState>(state: State, now: number): Step<State, Choose> {
  const { signedIn, phase, notBefore } = state;
  if (!signedIn || phase !== 'resting') return same(state);
  return isAhead(notBefore, now) ? { state, effects: [{ type: 'alarm', at: notBefore }] } : choose(state);
}

export function choose<State extends TransferState, Effect = never>(
  state: State,
  before: Step<State, Effect>['effects'] = [],
): Step<State, Effect | Choose> {
  const asked = request<State, Choose>(state, 'choosing', { type: 'choose' });
  return { state: asked.state, effects: [...before, { type: 'alarm', at: null }, ...asked.effects] };
}

/** Rests until it is tried again, or until somebody signs in. */
export function rest<State extends TransferState>(
  state: State,
  failure: Failure,
  now: number,
  random: number,
): Step<State, { readonly type: 'unauthorized' }> {
  // A step on this computer can fail while the next request is already on its way.
  const resting = { ...state, phase: 'resting', request: state.request + 1 };
  if (failure.code === 'unauthorized') {
    return { state: { ...resting, signedIn: false }, effects: [{ type: 'unauthorized' }] };
  }
  const { until, ...retry } = afterFailure(state, failure, now, random);
  return { state: { ...resting, ...retry }, effects: [{ type: 'alarm', at: until }] };
}

/**
 * Bytes of a file that one request carries: what goes through in about two seconds, so that a cut costs
 * little and the requests of others get through, also on 64 kbit/s.
 */
export const FIRST_CHUNK_BYTES = 64 * 1024;
export const MIN_CHUNK_BYTES = 16 * 1024;
/** Also the most that is held in memory of a file on its way. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

const QUICK_MS = 1_000;
const SLOW_MS = 4_000;

/** The size of the next chunk after one that took `ms`. */
export function adaptedChunk(chunkBytes: number, ms: number): number {
  if (ms < QUICK_MS) return Math.min(MAX_CHUNK_BYTES, chunkBytes * 2);
  return ms > SLOW_MS ? smallerChunk(chunkBytes) : chunkBytes;
}

export function smallerChunk(chunkBytes: number): number {
  return Math.max(MIN_CHUNK_BYTES, Math.floor(chunkBytes / 2));
}
