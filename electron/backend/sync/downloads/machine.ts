import type { Failure } from '../http/failure.ts';
import { adaptedChunk, FIRST_CHUNK_BYTES, smallerChunk } from '../running/chunk-size.ts';
import { afterFailure, isAhead, NO_FAILURE, type Retry } from '../running/retry.ts';
import type { Machine, RunnerEvent, Step } from '../running/runner.ts';

/** Files come down, one file at a time and one chunk at a time. `resting` waits for an alarm or for news. */
export type DownloadsState = Retry & {
  readonly phase: 'resting' | 'choosing' | 'fetching';
  /** The number of the last request; an answer to an earlier one is out of date. */
  readonly request: number;
  readonly signedIn: boolean;
  /** Size of the next chunk. */
  readonly chunkBytes: number;
};

const INITIAL: DownloadsState = {
  ...NO_FAILURE,
  phase: 'resting',
  request: 0,
  signedIn: false,
  chunkBytes: FIRST_CHUNK_BYTES,
};

/** A file to fetch, from its byte `received` on. */
export type WantedChunks = { readonly sha256: string; readonly size: number; readonly received: number };

export type DownloadsEvent =
  | { readonly type: 'signed_in' }
  /** Everything else has come to rest, or there is news. */
  | { readonly type: 'wake' }
  /** The officer wants a file now, or the centre is reached again. */
  | { readonly type: 'kick' }
  | { readonly type: 'chosen'; readonly request: number; readonly file: WantedChunks | null }
  /** A chunk came; `ms`: what it took. */
  | { readonly type: 'came'; readonly request: number; readonly ms: number }
  /** The centre has no such file, or gave another one. */
  | { readonly type: 'useless'; readonly request: number }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

export type DownloadsEffect =
  | { readonly type: 'choose'; readonly request: number }
  | { readonly type: 'get'; readonly request: number; readonly file: WantedChunks; readonly length: number }
  | { readonly type: 'unauthorized' };

type DownloadsStep = Step<DownloadsState, DownloadsEffect>;

function step(
  state: DownloadsState,
  event: DownloadsEvent | RunnerEvent,
  now: number,
  random: number,
): DownloadsStep {
  if ('request' in event && event.request !== state.request) return { state, effects: [] };
  switch (event.type) {
    case 'signed_in':
      return choose({ ...state, ...NO_FAILURE, signedIn: true }, [{ type: 'abort' }]);
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
      return choose({ ...state, ...NO_FAILURE, chunkBytes: adaptedChunk(state.chunkBytes, event.ms) });
    case 'useless':
      return choose({ ...state, ...NO_FAILURE });
    case 'failed':
      return failed(state, event.failure, now, random);
  }
}

export const downloadsMachine: Machine<DownloadsState, DownloadsEvent, DownloadsEffect> = {
  initial: INITIAL,
  step,
};

function resume(state: DownloadsState, now: number): DownloadsStep {
  if (!state.signedIn || state.phase !== 'resting') return { state, effects: [] };
  const { notBefore } = state;
  return isAhead(notBefore, now) ? { state, effects: [{ type: 'alarm', at: notBefore }] } : choose(state);
}

function choose(state: DownloadsState, before: DownloadsStep['effects'] = []): DownloadsStep {
  const request = state.request + 1;
  return {
    state: { ...state, phase: 'choosing', request },
    effects: [...before, { type: 'alarm', at: null }, { type: 'choose', request }],
  };
}

function chosen(state: DownloadsState, file: WantedChunks | null): DownloadsStep {
  if (file === null) return { state: { ...state, phase: 'resting', attempt: 0 }, effects: [] };
  const request = state.request + 1;
  const length = Math.min(state.chunkBytes, file.size - file.received);
  return {
    state: { ...state, phase: 'fetching', request },
    effects: [{ type: 'get', request, file, length }],
  };
}

function failed(state: DownloadsState, failure: Failure, now: number, random: number): DownloadsStep {
  const resting: DownloadsState = { ...state, phase: 'resting', request: state.request + 1 };
  if (failure.code === 'unauthorized') {
    return { state: { ...resting, signedIn: false }, effects: [{ type: 'unauthorized' }] };
  }
  const { retry, until } = afterFailure(state, failure, now, random);
  return {
    state: { ...resting, ...retry, chunkBytes: smallerChunk(state.chunkBytes) },
    effects: [{ type: 'alarm', at: until }],
  };
}
