import { type Failure, isWithoutAnswer } from '../http/failure.ts';
import { type Machine, machineOf, request, type Step, UNUSED } from '../running/machine.ts';
import { NO_FAILURE } from '../running/retry.ts';
import * as transfer from '../running/transfer.ts';

/**
 * Files go up beside the commands, one file at a time and one bounded request at a time. `choosing` to
 * `sending` are at work; `yielding` lets a text pass first; `resting` waits for an alarm or for news.
 */
export type UploadsPhase = 'resting' | 'choosing' | 'yielding' | TransferringPhase;
export const TRANSFERRING = ['asking', 'announcing', 'finding', 'sending'] as const;
type TransferringPhase = (typeof TRANSFERRING)[number];

/** A file on its way up. `url`: where its bytes go; `offset`: bytes there, null while that must be asked. */
export type UploadedFile = {
  readonly id: number;
  readonly size: number;
  readonly url: string | null;
  readonly offset: number | null;
};

const INITIAL = {
  ...UNUSED,
  phase: 'resting' as UploadsPhase,
  file: null as UploadedFile | null,
  chunkBytes: transfer.FIRST_CHUNK_BYTES,
  /** Requests without an answer since the file under way came further. */
  lost: 0,
};
export type UploadsState = Readonly<typeof INITIAL>;

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
  /** Something was composed, or the central service asked for a file. */
  | { readonly type: 'wake' }
  /** Commands were sent, or there were none. */
  | { readonly type: 'pushed' }
  /** The officer's own "Sinkronkan", or the central service is reached again. */
  | { readonly type: 'kick' }
  | { readonly type: 'chosen'; readonly request: number; readonly choice: UploadsChoice }
  /** The central service has the whole file. */
  | { readonly type: 'there'; readonly request: number }
  | { readonly type: 'absent'; readonly request: number }
  | { readonly type: 'announced'; readonly request: number; readonly url: string }
  /** The central service no longer knows where the upload stands. */
  | { readonly type: 'gone'; readonly request: number }
  /** Bytes that the central service has. `ms`: what the request took. */
  | { readonly type: 'has'; readonly request: number; readonly offset: number; readonly ms: number }
  /** The file will not be taken, `why` by code. */
  | { readonly type: 'refused'; readonly request: number; readonly why: string }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

export type UploadsEffect =
  | { readonly type: 'choose'; readonly request: number }
  | { readonly type: 'ask'; readonly request: number; readonly id: number }
  | { readonly type: 'announce'; readonly request: number; readonly id: number }
  | { readonly type: 'find'; readonly request: number; readonly url: string }
  | ({ readonly type: 'send'; readonly request: number } & SentChunk)
  | { readonly type: 'keep'; readonly id: number; readonly url: string | null; readonly offset: number }
  | { readonly type: 'uploaded'; readonly id: number }
  | { readonly type: 'refused'; readonly id: number; readonly why: string }
  /** It does not come through: others go before it. */
  | { readonly type: 'pass'; readonly id: number }
  /** Let the commands go. */
  | { readonly type: 'push' }
  | { readonly type: 'unauthorized' };

export type SentChunk = {
  readonly id: number;
  readonly url: string;
  readonly offset: number;
  readonly length: number;
};

/** Requests without an answer after which another file may try: perhaps a filter does not like this one. */
const PATIENCE = 3;

type UploadsStep = Step<UploadsState, UploadsEffect>;
type Effects = UploadsStep['effects'];

export const uploadsMachine: Machine<UploadsState, UploadsEvent, UploadsEffect> = machineOf(
  INITIAL,
  (state, event: UploadsEvent | { readonly type: 'alarm' }, now, random): UploadsStep => {
    switch (event.type) {
      case 'signed_in':
        return transfer.begin({ ...state, file: null });
      case 'wake':
        return transfer.wake(state, now);
      case 'pushed':
        return state.phase === 'yielding'
          ? transfer.resume({ ...state, phase: 'resting' }, now)
          : transfer.wake(state, now);
      case 'kick':
        return transfer.kick(state, now);
      case 'alarm':
        return transfer.resume(state, now);
      case 'chosen':
        return chosen(state, event.choice);
      case 'failed':
        return failed(state, event.failure, now, random);
      default:
        return state.file === null
          ? transfer.choose(state)
          : answered({ ...state, ...NO_FAILURE }, state.file, event, now, random);
    }
  },
);

/** The central service said something about the file under way. */
function answered(
  state: UploadsState,
  file: UploadedFile,
  event: Extract<UploadsEvent, { type: 'there' | 'absent' | 'announced' | 'gone' | 'refused' | 'has' }>,
  now: number,
  random: number,
): UploadsStep {
  const { id } = file;
  switch (event.type) {
    case 'there':
      return end(state, { type: 'uploaded', id: file.id });
    case 'absent':
      return request(state, 'announcing', { type: 'announce', id });
    case 'announced':
      return send(state, { ...file, offset: 0 }, event.url, [keep(id, event.url, 0)]);
    case 'gone':
      return ask(state, { ...file, url: null, offset: null }, [keep(id, null, 0)]);
    case 'refused':
      return end(state, { type: 'refused', id, why: event.why });
    case 'has':
      return received(state, file, event, now, random);
  }
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
      const begun = known?.id === id ? state : { ...state, lost: 0 };
      if (known?.id === id && known.url !== null && known.offset !== null) {
        return send(state, known, known.url);
      }
      const file = { id, size, url, offset: null };
      return url === null ? ask(begun, file) : request({ ...begun, file }, 'finding', { type: 'find', url });
    }
  }
}

/** Somebody may have sent the same file before. */
function ask(state: UploadsState, file: UploadedFile, before: Effects = []): UploadsStep {
  return request({ ...state, file }, 'asking', { type: 'ask', id: file.id }, before);
}

function send(state: UploadsState, file: UploadedFile, url: string, before: Effects = []): UploadsStep {
  const { id, size } = file;
  const offset = file.offset ?? 0;
  const length = Math.min(state.chunkBytes, size - offset);
  return request(
    { ...state, file: { ...file, url } },
    'sending',
    { type: 'send', id, url, offset, length },
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
  if (offset >= file.size) return end(state, { type: 'uploaded', id: file.id });
  const kept = { ...file, offset };
  const before = [keep(file.id, file.url, offset)];
  if (state.phase === 'finding') {
    return file.url === null ? ask(state, file) : send(state, kept, file.url, before);
  }
  // An answer without progress must not become a loop without a pause.
  if (offset <= (file.offset ?? 0)) return failed(state, NO_PROGRESS, now, random);
  const chunkBytes = transfer.adaptedChunk(state.chunkBytes, ms);
  return transfer.choose({ ...state, file: kept, chunkBytes, lost: 0 }, before);
}

const NO_PROGRESS: Failure = { code: 'not_an_answer', retryAfterMs: null };

function keep(id: number, url: string | null, offset: number): UploadsEffect {
  return { type: 'keep', id, url, offset };
}

/** The texts that waited for this file go before the next file. */
function end(state: UploadsState, effect: UploadsEffect): UploadsStep {
  return transfer.choose({ ...state, file: null }, [effect, { type: 'push' }]);
}

function failed(state: UploadsState, failure: Failure, now: number, random: number): UploadsStep {
  // Where the central service stands must be asked: what was cut may have arrived in part.
  const file = state.file === null ? null : { ...state.file, offset: null };
  const { chunkBytes: size, phase } = state;
  const chunkBytes = phase === 'sending' ? transfer.smallerChunk(size) : size;
  const lost = file !== null && isWithoutAnswer(failure.code) ? state.lost + 1 : 0;
  const passes = file !== null && lost >= PATIENCE;
  const rested = transfer.rest({ ...state, file, chunkBytes, lost: passes ? 0 : lost }, failure, now, random);
  return passes ? { ...rested, effects: [{ type: 'pass', id: file.id }, ...rested.effects] } : rested;
}
