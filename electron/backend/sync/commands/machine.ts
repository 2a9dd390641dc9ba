import { MAX_COMMANDS, MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { type Failure, type FailureCode, isLocal, isOfStorage } from '../http/failure.ts';
import { type Machine, machineOf, request, type Step, same, UNUSED } from '../running/machine.ts';
import { afterFailure, backoffMs, isAhead, LONGEST_WAIT_MS, NO_FAILURE } from '../running/retry.ts';

/** `idle`: nothing under way, until an alarm or an event from outside. `waiting`: the long poll. */
export type Phase = 'idle' | 'pushing' | 'pulling' | 'waiting';

const INITIAL = {
  ...UNUSED,
  phase: 'idle' as Phase,
  signInNeeded: false,
  online: false,
  /** Why the last request failed, while there is no connection or what came cannot be kept. */
  obstacle: null as FailureCode | null,
  /** Long polls in a row that ended without an answer although the central service was there. */
  cutPolls: 0,
  /** Commands in one request. */
  batch: MAX_COMMANDS,
  /** The feed's end was reached and nothing was sent since. */
  atEnd: false,
  /** Something was composed while a pull ran: push before the next page. */
  woken: false,
  /** The central service no longer lets this version read; it may still send. */
  outdated: false,
  /** Until then the feed is not asked for, ms since 1970. */
  readFrom: 0,
  /** While waiting: when the next command may be sent, ms since 1970; null when none waits. */
  nextAt: null as number | null,
};
/** The commands go up and the feed comes down: one request at a time, commands first. */
export type CommandsState = Readonly<typeof INITIAL>;

export type CommandsEvent =
  | { readonly type: 'signed_in' }
  /** A command was composed that may be sent from `at` on, ms since 1970. */
  | { readonly type: 'wake'; readonly at: number }
  /** Connectivity, resume from sleep, or the officer's own "Sinkronkan". */
  | { readonly type: 'kick' }
  /** The officer has another complaint open: the colleagues are told by the long poll. */
  | { readonly type: 'viewing' }
  /** A file could not go up because the central service does not know us any more. */
  | { readonly type: 'unauthorized' }
  /** `nextAt`: when the next command may be sent (past: now); null when none waits. */
  | ({ readonly type: 'pushed'; readonly request: number } & Pushed)
  | ({ readonly type: 'push_failed'; readonly request: number } & PushFailed)
  | { readonly type: 'pulled'; readonly request: number; readonly more: boolean }
  | { readonly type: 'pull_failed'; readonly request: number; readonly failure: Failure };

type Pushed = { readonly sent: number; readonly nextAt: number | null };
type PushFailed = { readonly ids: readonly string[]; readonly failure: Failure };

export type CommandsEffect =
  | { readonly type: 'push'; readonly request: number; readonly limit: number }
  /** `wait`: ms that the central service may hold the request. */
  | { readonly type: 'pull'; readonly request: number; readonly wait: number }
  /** The central service will not take this command as it is: ask again later, and let others pass. */
  | { readonly type: 'set_aside'; readonly ids: readonly string[]; readonly until: number };

type CommandsStep = Step<CommandsState, CommandsEffect>;
type Effects = CommandsStep['effects'];

/** How long a command waits that the central service would not even read. */
const SET_ASIDE_MS = 300_000;

export const commandsMachine: Machine<CommandsState, CommandsEvent, CommandsEffect> = machineOf(
  INITIAL,
  (state, event: CommandsEvent | { readonly type: 'alarm' }, now, random): CommandsStep => {
    switch (event.type) {
      case 'signed_in':
        return begin(
          { ...state, ...FRESH, ...NO_FAILURE, signedIn: true, signInNeeded: false },
          endCurrent(state),
        );
      case 'wake':
        return wake(state, event.at, now);
      case 'kick':
        return kick(state, now);
      case 'alarm':
        return alarm(state, now);
      case 'viewing':
        return state.phase === 'waiting' ? hold(state, endCurrent(state)) : same(state);
      case 'unauthorized':
        return state.signedIn ? notKnown(state, now, random, endCurrent(state)) : same(state);
      case 'pushed':
        return pushed(state, event, now);
      case 'push_failed':
        return pushFailed(state, event, now, random);
      case 'pulled':
        return pulled(state, event.more);
      case 'pull_failed':
        return pullFailed(state, event.failure, now, random);
    }
  },
);

/** What the officer's own wish forgets: failures in a row, a wait for a newer version, the feed's end. */
const FRESH = { attempt: 0, cutPolls: 0, readFrom: 0, atEnd: false } as const;

/** The central service itself has answered. */
const REACHED = { online: true, obstacle: null } as const;

function endCurrent(state: CommandsState): Effects {
  return state.phase === 'idle' ? [] : [{ type: 'abort' }];
}

/** A cycle begins with what the officer did. */
function begin(state: CommandsState, before: Effects = []): CommandsStep {
  const push = { type: 'push', limit: state.batch } as const;
  return request({ ...state, woken: false }, 'pushing', push, [...before, { type: 'alarm', at: null }]);
}

function pull(state: CommandsState): CommandsStep {
  return request({ ...state, atEnd: false }, 'pulling', { type: 'pull', wait: 0 });
}

/** Waits at the feed's end for news. */
function hold(state: CommandsState, before: Effects = []): CommandsStep {
  return request(state, 'waiting', { type: 'pull', wait: MAX_WAIT_MS }, before);
}

/** Begins a cycle now, or as soon as the request under way is answered. */
function hurry(state: CommandsState): CommandsStep {
  const atWork = state.phase === 'pushing' || state.phase === 'pulling';
  return atWork ? same({ ...state, woken: true }) : begin(state, endCurrent(state));
}

function wake(state: CommandsState, at: number, now: number): CommandsStep {
  if (!state.signedIn) return same(state);
  if (state.phase === 'waiting' && at > now) {
    const nextAt = Math.min(at, state.nextAt ?? at);
    return { state: { ...state, nextAt }, effects: [{ type: 'alarm', at: nextAt }] };
  }
  // While it rests after a failure a new command changes nothing: the alarm will come.
  const failed = state.attempt > 0 || state.cutPolls > 0 || state.signInNeeded;
  const rests = state.phase === 'idle' && (failed || isAhead(state.notBefore, now));
  return rests ? same(state) : hurry(state);
}

function kick(state: CommandsState, now: number): CommandsStep {
  const mustWait = state.phase === 'idle' && isAhead(state.notBefore, now);
  return mustWait || !state.signedIn ? same(state) : hurry({ ...state, ...FRESH });
}

function alarm(state: CommandsState, now: number): CommandsStep {
  if (!state.signedIn) return same(state);
  // The clock was set back, or the alarm came early.
  const early = state.phase === 'idle' && isAhead(state.notBefore, now);
  return early ? { state, effects: [{ type: 'alarm', at: state.notBefore }] } : hurry(state);
}

function pushed(state: CommandsState, { sent, nextAt }: Pushed, now: number): CommandsStep {
  const batch = Math.min(MAX_COMMANDS, state.batch * 2);
  const reached = { ...state, ...REACHED, signInNeeded: false, attempt: 0, atEnd: false, batch };
  const answered = sent === 0 ? state : reached;
  if (answered.woken || (nextAt !== null && nextAt <= now)) return begin(answered);
  if (isAhead(answered.readFrom, now)) return rest(answered, Math.min(answered.readFrom, nextAt ?? Infinity));
  if (!answered.atEnd) return pull(answered);
  return hold({ ...answered, nextAt }, [{ type: 'alarm', at: nextAt }]);
}

function pulled(state: CommandsState, more: boolean): CommandsStep {
  const answered: CommandsState = {
    ...state,
    ...NO_FAILURE,
    ...REACHED,
    signInNeeded: false,
    outdated: false,
    readFrom: 0,
    cutPolls: state.phase === 'waiting' ? 0 : state.cutPolls,
    atEnd: !more,
  };
  return more && !state.woken ? pull(answered) : begin(answered);
}

function pushFailed(
  state: CommandsState,
  { ids, failure }: PushFailed,
  now: number,
  random: number,
): CommandsStep {
  if (failure.code === 'too_large' || failure.code === 'bad_request') {
    if (ids.length > 1) return begin({ ...state, batch: Math.ceil(ids.length / 2) });
    return begin(state, [{ type: 'set_aside', ids, until: now + SET_ASIDE_MS }]);
  }
  return failed(state, failure, now, random);
}

function pullFailed(state: CommandsState, failure: Failure, now: number, random: number): CommandsStep {
  if (state.phase === 'waiting' && (failure.code === 'cut' || failure.code === 'timeout')) {
    // Many a proxy ends a quiet connection. Whether the central service is there, the next cycle will show.
    const cutPolls = state.cutPolls + 1;
    return rest({ ...state, cutPolls, atEnd: false }, now + backoffMs(cutPolls, random));
  }
  if (failure.code === 'outdated') {
    // What is written still leaves: this is no failure of the way there.
    const readFrom = now + LONGEST_WAIT_MS;
    return begin({ ...state, ...REACHED, attempt: 0, outdated: true, readFrom, atEnd: false });
  }
  return failed(state, failure, now, random);
}

function failed(state: CommandsState, failure: Failure, now: number, random: number): CommandsStep {
  if (failure.code === 'unauthorized') return notKnown(state, now, random);
  const { until, ...retry } = afterFailure(state, failure, now, random);
  const online = failure.code === 'rate_limited' || (isLocal(failure.code) && state.online);
  const obstacle = online && !isOfStorage(failure.code) ? null : failure.code;
  return rest({ ...state, ...retry, online, obstacle, atEnd: false }, until);
}

/** It is the officer's turn; the central service may also know this PC again (a restore, a mistake there). */
function notKnown(state: CommandsState, now: number, random: number, before: Effects = []): CommandsStep {
  const { until, ...retry } = afterFailure(state, UNAUTHORIZED, now, random);
  return rest({ ...state, ...REACHED, ...retry, signInNeeded: true, atEnd: false }, until, before);
}

const UNAUTHORIZED: Failure = { code: 'unauthorized', retryAfterMs: null };

function rest(state: CommandsState, until: number | null, before: Effects = []): CommandsStep {
  return {
    // A step on this computer can fail while the next request is already on its way.
    state: { ...state, phase: 'idle', request: state.request + 1, woken: false },
    effects: [...before, { type: 'alarm', at: until }],
  };
}
