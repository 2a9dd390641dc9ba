import type { Failure } from '../http/failure.ts';
import { backoffMs } from '../running/backoff.ts';
import { adaptedPiece, FIRST_PIECE_BYTES, smallerPiece } from '../uploads/chunk-size.ts';

/** Downloads: one file at a time, one bounded part of it at a time. `resting` waits for an alarm or for news. */
export type FetchState = {
  readonly phase: 'resting' | 'choosing' | 'fetching';
  /** The request under way; an answer to another one is of the past. */
  readonly request: number;
  readonly signedIn: boolean;
  /** Bytes of the next part. */
  readonly pieceBytes: number;
  /** Failures in a row. */
  readonly attempt: number;
  /** The centre asked us not to come before, ms since 1970. */
  readonly notBefore: number;
};

export const FETCH_INITIAL: FetchState = {
  phase: 'resting',
  request: 0,
  signedIn: false,
  pieceBytes: FIRST_PIECE_BYTES,
  attempt: 0,
  notBefore: 0,
};

/** A file to fetch, from its byte `received` on. */
export type FetchChoice = { readonly sha256: string; readonly size: number; readonly received: number };

export type FetchEvent =
  | { readonly type: 'signed_in' }
  | { readonly type: 'stop' }
  /** Everything else has come to rest, or there is news. */
  | { readonly type: 'wake' }
  /** The officer wants a file now, or the centre is reached again. */
  | { readonly type: 'kick' }
  | { readonly type: 'alarm' }
  | { readonly type: 'chosen'; readonly request: number; readonly file: FetchChoice | null }
  /** A part came; `ms`: what it took. */
  | { readonly type: 'came'; readonly request: number; readonly ms: number }
  /** The centre has no such file, or gave another one. */
  | { readonly type: 'useless'; readonly request: number }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

export type FetchEffect =
  | { readonly type: 'choose'; readonly request: number }
  | { readonly type: 'get'; readonly request: number; readonly file: FetchChoice; readonly length: number }
  | { readonly type: 'unauthorized' }
  | { readonly type: 'abort' }
  /** Replaces an earlier alarm; null: none. `at`: ms since 1970. */
  | { readonly type: 'alarm'; readonly at: number | null };

export type FetchStep = { readonly state: FetchState; readonly effects: readonly FetchEffect[] };

/** One step of the downloads. Pure: the time (ms since 1970) and a random number in [0, 1) are passed in. */
export function fetchStep(state: FetchState, event: FetchEvent, now: number, random: number): FetchStep {
  if ('request' in event && event.request !== state.request) return { state, effects: [] };
  switch (event.type) {
    case 'signed_in':
      return choose({ ...state, signedIn: true, attempt: 0, notBefore: 0 }, [{ type: 'abort' }]);
    case 'stop':
      return {
        state: { ...state, phase: 'resting', request: state.request + 1, signedIn: false },
        effects: [{ type: 'abort' }, { type: 'alarm', at: null }],
      };
    case 'wake':
      return state.attempt === 0 ? resume(state, now) : { state, effects: [] };
    case 'kick':
      return state.phase === 'resting' ? resume({ ...state, attempt: 0 }, now) : { state, effects: [] };
    case 'alarm':
      return resume(state, now);
    case 'chosen':
      return chosen(state, event.file);
    case 'came':
      return choose({
        ...state,
        attempt: 0,
        notBefore: 0,
        pieceBytes: adaptedPiece(state.pieceBytes, event.ms),
      });
    case 'useless':
      return choose({ ...state, attempt: 0, notBefore: 0 });
    case 'failed':
      return failed(state, event.failure, now, random);
  }
}

/** The longest rest that the centre can ask for. More than that: this PC's clock was set back meanwhile. */
const LONGEST_REST_MS = 3_600_000;

function resume(state: FetchState, now: number): FetchStep {
  if (!state.signedIn || state.phase !== 'resting') return { state, effects: [] };
  const { notBefore } = state;
  if (notBefore > now && notBefore - now <= LONGEST_REST_MS) {
    return { state, effects: [{ type: 'alarm', at: notBefore }] };
  }
  return choose(state);
}

function choose(state: FetchState, before: readonly FetchEffect[] = []): FetchStep {
  const request = state.request + 1;
  return {
    state: { ...state, phase: 'choosing', request },
    effects: [...before, { type: 'alarm', at: null }, { type: 'choose', request }],
  };
}

function chosen(state: FetchState, file: FetchChoice | null): FetchStep {
  if (file === null) return { state: { ...state, phase: 'resting', attempt: 0 }, effects: [] };
  const request = state.request + 1;
  const length = Math.min(state.pieceBytes, file.size - file.received);
  return {
    state: { ...state, phase: 'fetching', request },
    effects: [{ type: 'get', request, file, length }],
  };
}

function failed(state: FetchState, failure: Failure, now: number, random: number): FetchStep {
  const resting: FetchState = { ...state, phase: 'resting', request: state.request + 1 };
  if (failure.code === 'unauthorized') {
    return { state: { ...resting, signedIn: false }, effects: [{ type: 'unauthorized' }] };
  }
  const attempt = state.attempt + 1;
  const notBefore = failure.retryAfterMs === null ? 0 : now + failure.retryAfterMs;
  const until = now + Math.max(failure.retryAfterMs ?? 0, backoffMs(attempt, random));
  return {
    state: { ...resting, attempt, notBefore, pieceBytes: smallerPiece(state.pieceBytes) },
    effects: [{ type: 'alarm', at: until }],
  };
}
