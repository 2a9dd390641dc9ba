import { MAX_COMMANDS, MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { type Failure, type FailureCode, isLocal, isOfStorage, isWithoutAnswer } from '../http/failure.ts';
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
  /** Pushes in a row that got no answer, and the commands of the last one. */
  lost: 0,
  suspects: [] as readonly string[],
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
type PushFailed = {
  readonly ids: readonly string[];
  /** It was set aside before, and went alone. */
  readonly again: boolean;
  readonly failure: Failure;
};

export type CommandsEffect =
  | { readonly type: 'push'; readonly request: number; readonly limit: number }
  /** `wait`: ms that the central service may hold the request. */
  | { readonly type: 'pull'; readonly request: number; readonly wait: number }
  /** This command does not come through as it is: try it again later, and let others pass. */
  | { readonly type: 'set_aside'; readonly ids: readonly string[]; readonly until: number }
  /** What was set aside is tried now. */
  | { readonly type: 'release_aside' };

type CommandsStep = Step<CommandsState, CommandsEffect>;
type Effects = CommandsStep['effects'];

/** How long a command waits that does not come through while others do: at first, and each time after. */
const SET_ASIDE_MS = 300_000;
const SET_ASIDE_AGAIN_MS = LONGEST_WAIT_MS;

/** Pushes in a row without an answer, after which it is looked whether any other request gets one. */
const PATIENCE = 3;

export const commandsMachine: Machine<CommandsState, CommandsEvent, CommandsEffect> = machineOf(
  INITIAL,
  (state, event: CommandsEvent | { readonly type: 'alarm' }, now, random): CommandsStep => {
    switch (event.type) {
      case 'signed_in':
        return begin(
          { ...state, ...FRESH, ...NO_FAILURE, ...ANSWERED, signedIn: true, signInNeeded: false },
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
        return pulled(state, event.more, now);
      case 'pull_failed':
        return pullFailed(state, event.failure, now, random);
    }
  },
);

/** What the officer's own wish forgets: failures in a row, a wait for a newer version, the feed's end. */
const FRESH = { attempt: 0, cutPolls: 0, readFrom: 0, atEnd: false } as const;

/** No push is without an answer. */
const ANSWERED = { lost: 0, suspects: [] } as const;

/** The central service itself has answered. */
const REACHED = { online: true, obstacle: null } as const;

function endCurrent(state: CommandsState): Effects {
  return state.phase === 'idle' ? [] : [{ type: 'abort' }];
}

/** A cycle begins with what the officer did, unless it must be known first whether the line is whole. */
function begin(state: CommandsState, before: Effects = []): CommandsStep {
  const effects: Effects = [...before, { type: 'alarm', at: null }];
  const rested = { ...state, woken: false };
  if (state.lost >= PATIENCE) return pull(rested, effects);
  return request(rested, 'pushing', { type: 'push', limit: state.batch }, effects);
}

function pull(state: CommandsState, before: Effects = []): CommandsStep {
  return request({ ...state, atEnd: false }, 'pulling', { type: 'pull', wait: 0 }, before);
}

/**
 * The central service answers other requests, but no push: it is the commands. Half of them are sent, and one
 * that is alone is set aside.
 */
function narrow(state: CommandsState, now: number): CommandsStep {
  const { lost, suspects } = state;
  if (lost < PATIENCE) return same(state);
  if (suspects.length === 1) return { state: { ...state, ...ANSWERED }, effects: [aside(suspects, now)] };
  return same({ ...state, lost: PATIENCE - 1, suspects: [], batch: Math.ceil(suspects.length / 2) });
}

function aside(ids: readonly string[], now: number, again = false): CommandsEffect {
  return { type: 'set_aside', ids, until: now + (again ? SET_ASIDE_AGAIN_MS : SET_ASIDE_MS) };
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
  if (mustWait || !state.signedIn) return same(state);
  const hurried = hurry({ ...state, ...FRESH });
  // The network may be another one now.
  return { state: hurried.state, effects: [{ type: 'release_aside' }, ...hurried.effects] };
}

function alarm(state: CommandsState, now: number): CommandsStep {
  if (!state.signedIn) return same(state);
  // The clock was set back, or the alarm came early.
  const early = state.phase === 'idle' && isAhead(state.notBefore, now);
  return early ? { state, effects: [{ type: 'alarm', at: state.notBefore }] } : hurry(state);
}

function pushed(state: CommandsState, { sent, nextAt }: Pushed, now: number): CommandsStep {
  const batch = Math.min(MAX_COMMANDS, state.batch * 2);
  const reached = {
    ...state,
    ...REACHED,
    ...ANSWERED,
    signInNeeded: false,
    attempt: 0,
    atEnd: false,
    batch,
  };
  const answered = sent === 0 ? state : reached;
  if (answered.woken || (nextAt !== null && nextAt <= now)) return begin(answered);
  if (isAhead(answered.readFrom, now)) return rest(answered, Math.min(answered.readFrom, nextAt ?? Infinity));
  if (!answered.atEnd) return pull(answered);
  return hold({ ...answered, nextAt }, [{ type: 'alarm', at: nextAt }]);
}

function pulled(state: CommandsState, more: boolean, now: number): CommandsStep {
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
  const narrowed = narrow(answered, now);
  const next = more && !state.woken ? pull : begin;
  return next(narrowed.state, narrowed.effects);
}

function pushFailed(
  state: CommandsState,
  { ids, again, failure }: PushFailed,
  now: number,
  random: number,
): CommandsStep {
  const { code } = failure;
  if (code === 'too_large' || code === 'bad_request') {
    if (ids.length > 1) return begin({ ...state, batch: Math.ceil(ids.length / 2) });
    return begin(state, [aside(ids, now, again)]);
  }
  const isLost = ids.length > 0 && isWithoutAnswer(code);
  // As before: what the feed brings comes first, and says whether the line is whole.
  if (isLost && again) return pull(state, [aside(ids, now, again)]);
  const lost = isLost ? { lost: state.lost + 1, suspects: ids } : ANSWERED;
  return failed({ ...state, ...lost }, failure, now, random);
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
    const narrowed = narrow(
      { ...state, ...REACHED, attempt: 0, outdated: true, readFrom, atEnd: false },
      now,
    );
    return begin(narrowed.state, narrowed.effects);
  }
  // It is the line, and no command.
  return failed({ ...state, ...ANSWERED }, failure, now, random);
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
  return rest(
    { ...state, ...REACHED, ...ANSWERED, ...retry, signInNeeded: true, atEnd: false },
    until,
    before,
  );
}

const UNAUTHORIZED: Failure = { code: 'unauthorized', retryAfterMs: null };

function rest(state: CommandsState, until: number | null, before: Effects = []): CommandsStep {
  return {
    // A step on this computer can fail while the next request is already on its way.
    state: { ...state, phase: 'idle', request: state.request + 1, woken: false },
    effects: [...before, { type: 'alarm', at: until }],
  };
}
