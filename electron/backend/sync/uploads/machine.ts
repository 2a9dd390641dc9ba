import type { Failure } from '../http/failure.ts';
import { backoffMs } from '../running/backoff.ts';
import { adaptedPiece, FIRST_PIECE_BYTES, smallerPiece } from './chunk-size.ts';

/**
 * The upload lane: bytes of files go up beside the commands, one file at a time and one bounded request at a time.
 * `choosing` to `sending` are at work; `yielding` lets a text pass first; `resting` waits for an alarm or for news.
 */
export type LanePhase = 'resting' | 'choosing' | 'asking' | 'announcing' | 'finding' | 'sending' | 'yielding';

/** A file on its way. `url`: where the centre takes it; `offset`: bytes it has, null while that must be asked. */
export type LaneFile = {
  readonly id: number;
  readonly size: number;
  readonly url: string | null;
  readonly offset: number | null;
};

export type LaneState = {
  readonly phase: LanePhase;
  /** The request under way; an answer to another one is of the past. */
  readonly request: number;
  readonly signedIn: boolean;
  readonly file: LaneFile | null;
  /** Bytes of the next piece: what goes through in about two seconds, so that a cut costs little. */
  readonly pieceBytes: number;
  /** Failures in a row. */
  readonly attempt: number;
  /** The centre asked us not to come before, ms since 1970. */
  readonly notBefore: number;
};

export const LANE_INITIAL: LaneState = {
  phase: 'resting',
  request: 0,
  signedIn: false,
  file: null,
  pieceBytes: FIRST_PIECE_BYTES,
  attempt: 0,
  notBefore: 0,
};

/** What the lane is to do next, as the stores stand. */
export type LaneChoice =
  /** A text is ready: it goes before any more bytes. */
  | { readonly do: 'yield' }
  /** A text composed before the next file is about to be ready, at `until`, ms since 1970. */
  | { readonly do: 'hold'; readonly until: number }
  | { readonly do: 'file'; readonly id: number; readonly size: number; readonly url: string | null }
  | { readonly do: 'nothing' };

export type LaneEvent =
  | { readonly type: 'signed_in' }
  | { readonly type: 'stop' }
  /** Something was composed, or the centre asked for a file. */
  | { readonly type: 'wake' }
  /** Commands were sent, or there were none. */
  | { readonly type: 'pushed' }
  /** The officer's own "Sinkronkan", or the centre is reached again. */
  | { readonly type: 'kick' }
  | { readonly type: 'alarm' }
  | { readonly type: 'chosen'; readonly request: number; readonly choice: LaneChoice }
  /** The centre has the whole file. */
  | { readonly type: 'there'; readonly request: number }
  | { readonly type: 'absent'; readonly request: number }
  | { readonly type: 'announced'; readonly request: number; readonly url: string }
  /** The centre no longer knows where the upload stands. */
  | { readonly type: 'gone'; readonly request: number }
  /** Bytes that the centre has. `ms`: what the request took. */
  | { readonly type: 'has'; readonly request: number; readonly offset: number; readonly ms: number }
  /** The file will not be taken, `why` by code. */
  | { readonly type: 'refused'; readonly request: number; readonly why: string }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

export type LaneEffect =
  | { readonly type: 'choose'; readonly request: number }
  | { readonly type: 'ask'; readonly request: number; readonly id: number }
  | { readonly type: 'announce'; readonly request: number; readonly id: number }
  | { readonly type: 'find'; readonly request: number; readonly url: string }
  | {
      readonly type: 'send';
      readonly request: number;
      readonly id: number;
      readonly url: string;
      readonly offset: number;
      readonly length: number;
    }
  | { readonly type: 'keep'; readonly id: number; readonly url: string | null; readonly offset: number }
  | { readonly type: 'uploaded'; readonly id: number }
  | { readonly type: 'refused'; readonly id: number; readonly why: string }
  /** Let the commands go. */
  | { readonly type: 'push' }
  | { readonly type: 'unauthorized' }
  | { readonly type: 'abort' }
  /** Replaces an earlier alarm; null: none. `at`: ms since 1970. */
  | { readonly type: 'alarm'; readonly at: number | null };

export type LaneStep = { readonly state: LaneState; readonly effects: readonly LaneEffect[] };

/** One step of the lane. Pure: the time (ms since 1970) and a random number in [0, 1) are passed in. */
export function laneStep(state: LaneState, event: LaneEvent, now: number, random: number): LaneStep {
  if ('request' in event) {
    return event.request === state.request ? answered(state, event, now, random) : same(state);
  }
  switch (event.type) {
    case 'signed_in':
      return choose({ ...state, signedIn: true, attempt: 0, notBefore: 0, file: null }, [{ type: 'abort' }]);
    case 'stop':
      return {
        state: { ...state, phase: 'resting', request: state.request + 1, signedIn: false },
        effects: [{ type: 'abort' }, { type: 'alarm', at: null }],
      };
    case 'wake':
      // After a failure news changes nothing: the alarm will come.
      return state.phase === 'resting' && state.attempt === 0 ? resume(state, now) : same(state);
    case 'pushed':
      return state.phase === 'yielding' || (state.phase === 'resting' && state.attempt === 0)
        ? resume(state, now)
        : same(state);
    case 'kick':
      return state.phase === 'resting' ? resume({ ...state, attempt: 0 }, now) : same(state);
    case 'alarm':
      return state.phase === 'resting' ? resume(state, now) : same(state);
  }
}

function answered(
  state: LaneState,
  event: Extract<LaneEvent, { readonly request: number }>,
  now: number,
  random: number,
): LaneStep {
  if (event.type === 'chosen') return chosen(state, event.choice);
  if (event.type === 'failed') return failed(state, event.failure, now, random);
  const { file } = state;
  if (file === null) return choose(state);
  const reached: LaneState = { ...state, attempt: 0, notBefore: 0 };
  switch (event.type) {
    case 'there':
      return done(reached, file);
    case 'absent':
      return request(reached, 'announcing', (id) => ({ type: 'announce', request: id, id: file.id }));
    case 'announced':
      return send(reached, { ...file, url: event.url, offset: 0 }, event.url, [
        { type: 'keep', id: file.id, url: event.url, offset: 0 },
      ]);
    case 'gone':
      return ask(reached, { ...file, url: null, offset: null }, [
        { type: 'keep', id: file.id, url: null, offset: 0 },
      ]);
    case 'refused':
      return choose({ ...reached, file: null }, [
        { type: 'refused', id: file.id, why: event.why },
        { type: 'push' },
      ]);
    case 'has':
      return has(reached, file, event, now, random);
  }
}

function same(state: LaneState): LaneStep {
  return { state, effects: [] };
}

/** The longest rest that the centre can ask for. More than that: this PC's clock was set back meanwhile. */
const LONGEST_REST_MS = 3_600_000;

function resume(state: LaneState, now: number): LaneStep {
  if (!state.signedIn) return same(state);
  const { notBefore } = state;
  if (notBefore > now && notBefore - now <= LONGEST_REST_MS) {
    return { state, effects: [{ type: 'alarm', at: notBefore }] };
  }
  return choose(state);
}

function request(
  state: LaneState,
  phase: LanePhase,
  effect: (request: number) => LaneEffect,
  before: readonly LaneEffect[] = [],
): LaneStep {
  const id = state.request + 1;
  return { state: { ...state, phase, request: id }, effects: [...before, effect(id)] };
}

function choose(state: LaneState, before: readonly LaneEffect[] = []): LaneStep {
  return request(state, 'choosing', (id) => ({ type: 'choose', request: id }), [
    ...before,
    { type: 'alarm', at: null },
  ]);
}

function chosen(state: LaneState, choice: LaneChoice): LaneStep {
  switch (choice.do) {
    case 'nothing':
      // What failed before is not wanted any more: the next file does not wait for it.
      return { state: { ...state, phase: 'resting', file: null, attempt: 0 }, effects: [] };
    case 'yield':
      return { state: { ...state, phase: 'yielding' }, effects: [{ type: 'push' }] };
    case 'hold':
      return { state: { ...state, phase: 'resting' }, effects: [{ type: 'alarm', at: choice.until }] };
    case 'file': {
      const { id, size, url } = choice;
      const known = state.file;
      if (known?.id === id && known.url !== null && known.offset !== null) {
        return send(state, known, known.url);
      }
      const file = { id, size, url, offset: null };
      if (url === null) return ask(state, file);
      return request({ ...state, file }, 'finding', (number) => ({ type: 'find', request: number, url }));
    }
  }
}

/** Somebody may have sent the same file before. */
function ask(state: LaneState, file: LaneFile, before: readonly LaneEffect[] = []): LaneStep {
  return request({ ...state, file }, 'asking', (id) => ({ type: 'ask', request: id, id: file.id }), before);
}

function send(state: LaneState, file: LaneFile, url: string, before: readonly LaneEffect[] = []): LaneStep {
  const offset = file.offset ?? 0;
  const length = Math.min(state.pieceBytes, file.size - offset);
  return request(
    { ...state, file },
    'sending',
    (id) => ({ type: 'send', request: id, id: file.id, url, offset, length }),
    before,
  );
}

function has(
  state: LaneState,
  file: LaneFile,
  { offset, ms }: { readonly offset: number; readonly ms: number },
  now: number,
  random: number,
): LaneStep {
  const kept: LaneFile = { ...file, offset };
  const keep: LaneEffect = { type: 'keep', id: file.id, url: file.url, offset };
  if (offset >= file.size) return done(state, file);
  if (state.phase === 'finding') {
    return file.url === null ? ask(state, file) : send(state, kept, file.url, [keep]);
  }
  // An answer without progress must not become a loop without a pause.
  if (offset <= (file.offset ?? 0)) return failed(state, NO_PROGRESS, now, random);
  return choose({ ...state, file: kept, pieceBytes: adaptedPiece(state.pieceBytes, ms) }, [keep]);
}

const NO_PROGRESS: Failure = { code: 'not_an_answer', retryAfterMs: null };

/** The texts that waited for this file go before the next one. */
function done(state: LaneState, file: LaneFile): LaneStep {
  return choose({ ...state, file: null }, [{ type: 'uploaded', id: file.id }, { type: 'push' }]);
}

const RESTING = { phase: 'resting' } as const;

function failed(state: LaneState, failure: Failure, now: number, random: number): LaneStep {
  // Where the centre stands must be asked: what was cut may have arrived in part.
  const file = state.file === null ? null : { ...state.file, offset: null };
  // A step on this computer can fail while the next request is already on its way.
  const request = state.request + 1;
  if (failure.code === 'unauthorized') {
    return {
      state: { ...state, ...RESTING, request, file, signedIn: false },
      effects: [{ type: 'unauthorized' }],
    };
  }
  const attempt = state.attempt + 1;
  const pieceBytes = state.phase === 'sending' ? smallerPiece(state.pieceBytes) : state.pieceBytes;
  const notBefore = failure.retryAfterMs === null ? 0 : now + failure.retryAfterMs;
  const until = now + Math.max(failure.retryAfterMs ?? 0, backoffMs(attempt, random));
  return {
    state: { ...state, ...RESTING, request, file, attempt, pieceBytes, notBefore },
    effects: [{ type: 'alarm', at: until }],
  };
}
