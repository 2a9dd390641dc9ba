import type { Failure } from '../http/failure.ts';
import { adaptedChunk, FIRST_CHUNK_BYTES, smallerChunk } from '../running/chunk-size.ts';
import { afterFailure, isAhead, NO_FAILURE, type Retry } from '../running/retry.ts';
import type { Machine, RunnerEvent, Step } from '../running/runner.ts';

/**
 * Files go up beside the commands, one file at a time and one bounded request at a time. `choosing` to
 * `sending` are at work; `yielding` lets a text pass first; `resting` waits for an alarm or for news.
 */
export type UploadsPhase =
  | 'resting'
  | 'choosing'
  | 'asking'
  | 'announcing'
  | 'finding'
  | 'sending'
  | 'yielding';

/**
 * A file on its way up. `url`: where its bytes go; `offset`: bytes that are there, null while that must be
 * asked.
 */
export type UploadedFile = {
  readonly id: number;
  readonly size: number;
  readonly url: string | null;
  readonly offset: number | null;
};

export type UploadsState = Retry & {
  readonly phase: UploadsPhase;
  /** The number of the last request; an answer to an earlier one is out of date. */
  readonly request: number;
  readonly signedIn: boolean;
  readonly file: UploadedFile | null;
  /** Size of the next chunk. */
  readonly chunkBytes: number;
};

const INITIAL: UploadsState = {
  ...NO_FAILURE,
  phase: 'resting',
  request: 0,
  signedIn: false,
  file: null,
  chunkBytes: FIRST_CHUNK_BYTES,
};

/** What is to be done next, as the stores stand. */
export type UploadsChoice =
  /** A text is ready: it goes before any more bytes. */
  | { readonly do: 'yield' }
  /** A text composed before the next file is about to be ready, at `until`, ms since 1970. */
  | { readonly do: 'hold'; readonly until: number }
  | { readonly do: 'file'; readonly id: number; readonly size: number; readonly url: string | null }
  | { readonly do: 'nothing' };

export type UploadsEvent =
  | { readonly type: 'signed_in' }
  /** Something was composed, or the centre asked for a file. */
  | { readonly type: 'wake' }
  /** Commands were sent, or there were none. */
  | { readonly type: 'pushed' }
  /** The officer's own "Sinkronkan", or the centre is reached again. */
  | { readonly type: 'kick' }
  | { readonly type: 'chosen'; readonly request: number; readonly choice: UploadsChoice }
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

export type UploadsEffect =
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
  | { readonly type: 'unauthorized' };

type UploadsStep = Step<UploadsState, UploadsEffect>;
type Effects = UploadsStep['effects'];

function step(
  state: UploadsState,
  event: UploadsEvent | RunnerEvent,
  now: number,
  random: number,
): UploadsStep {
  if ('request' in event) {
    return event.request === state.request ? answered(state, event, now, random) : same(state);
  }
  switch (event.type) {
    case 'signed_in':
      return choose({ ...state, ...NO_FAILURE, signedIn: true, file: null }, [{ type: 'abort' }]);
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

export const uploadsMachine: Machine<UploadsState, UploadsEvent, UploadsEffect> = { initial: INITIAL, step };

function answered(
  state: UploadsState,
  event: Extract<UploadsEvent, { readonly request: number }>,
  now: number,
  random: number,
): UploadsStep {
  if (event.type === 'chosen') return chosen(state, event.choice);
  if (event.type === 'failed') return failed(state, event.failure, now, random);
  const { file } = state;
  if (file === null) return choose(state);
  const reached: UploadsState = { ...state, ...NO_FAILURE };
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
      return received(reached, file, event, now, random);
  }
}

function same(state: UploadsState): UploadsStep {
  return { state, effects: [] };
}

function resume(state: UploadsState, now: number): UploadsStep {
  if (!state.signedIn) return same(state);
  const { notBefore } = state;
  return isAhead(notBefore, now) ? { state, effects: [{ type: 'alarm', at: notBefore }] } : choose(state);
}

function request(
  state: UploadsState,
  phase: UploadsPhase,
  effect: (request: number) => UploadsEffect,
  before: Effects = [],
): UploadsStep {
  const id = state.request + 1;
  return { state: { ...state, phase, request: id }, effects: [...before, effect(id)] };
}

function choose(state: UploadsState, before: Effects = []): UploadsStep {
  return request(state, 'choosing', (id) => ({ type: 'choose', request: id }), [
    ...before,
    { type: 'alarm', at: null },
  ]);
}

function chosen(state: UploadsState, choice: UploadsChoice): UploadsStep {
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
function ask(state: UploadsState, file: UploadedFile, before: Effects = []): UploadsStep {
  return request({ ...state, file }, 'asking', (id) => ({ type: 'ask', request: id, id: file.id }), before);
}

function send(state: UploadsState, file: UploadedFile, url: string, before: Effects = []): UploadsStep {
  const offset = file.offset ?? 0;
  const length = Math.min(state.chunkBytes, file.size - offset);
  return request(
    { ...state, file },
    'sending',
    (id) => ({ type: 'send', request: id, id: file.id, url, offset, length }),
    before,
  );
}

function received(
  state: UploadsState,
  file: UploadedFile,
  { offset, ms }: { readonly offset: number; readonly ms: number },
  now: number,
  random: number,
): UploadsStep {
  const kept: UploadedFile = { ...file, offset };
  const keep: UploadsEffect = { type: 'keep', id: file.id, url: file.url, offset };
  if (offset >= file.size) return done(state, file);
  if (state.phase === 'finding') {
    return file.url === null ? ask(state, file) : send(state, kept, file.url, [keep]);
  }
  // An answer without progress must not become a loop without a pause.
  if (offset <= (file.offset ?? 0)) return failed(state, NO_PROGRESS, now, random);
  return choose({ ...state, file: kept, chunkBytes: adaptedChunk(state.chunkBytes, ms) }, [keep]);
}

const NO_PROGRESS: Failure = { code: 'not_an_answer', retryAfterMs: null };

/** The texts that waited for this file go before the next file. */
function done(state: UploadsState, file: UploadedFile): UploadsStep {
  return choose({ ...state, file: null }, [{ type: 'uploaded', id: file.id }, { type: 'push' }]);
}

function failed(state: UploadsState, failure: Failure, now: number, random: number): UploadsStep {
  // Where the centre stands must be asked: what was cut may have arrived in part.
  const file = state.file === null ? null : { ...state.file, offset: null };
  // A step on this computer can fail while the next request is already on its way.
  const request = state.request + 1;
  const resting: UploadsState = { ...state, phase: 'resting', request, file };
  if (failure.code === 'unauthorized') {
    return { state: { ...resting, signedIn: false }, effects: [{ type: 'unauthorized' }] };
  }
  const chunkBytes = state.phase === 'sending' ? smallerChunk(state.chunkBytes) : state.chunkBytes;
  const { retry, until } = afterFailure(state, failure, now, random);
  return { state: { ...resting, ...retry, chunkBytes }, effects: [{ type: 'alarm', at: until }] };
}
