import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import { storageProblemOf } from '../../store/open-database.ts';
import type { Failed, Failure } from '../http/failure.ts';
import type { Transport } from '../http/transport.ts';
import type { Machine, RunnerEffect, RunnerEvent } from './machine.ts';

type Typed = { readonly type: string };
type Numbered = { readonly request: number };

/** What each runner needs of the world. */
export type RunnerPorts = {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** One turn of the event loop, in which others work. */
  readonly pause: () => Promise<void>;
  readonly log: Log;
  /** A step failed on this computer, not at the central service. */
  readonly failed: (error: unknown) => void;
};

/** What each lane has beside that: its part of the stores, and the way to the central service. */
export type LanePorts<Store> = RunnerPorts & {
  readonly store: Store;
  /** Asked for anew at each request. */
  readonly transport: () => Transport;
};

/** An event that answers a request, before the runner writes the number of the request on it. */
type Answering<Event> = Event extends Numbered ? Omit<Event, 'request'> : never;
/** Null: the request was aborted. An answer that comes after that is dropped too. */
type Answered<Event> = Promise<Answering<Event> | Failed | null>;

/** What is done for each effect: a numbered one is a request, any other is done at once. */
type Work<Event, Effect extends Typed> = {
  readonly [Type in Effect['type']]: (
    effect: Extract<Effect, { readonly type: Type }>,
    signal: AbortSignal,
  ) => Extract<Effect, { readonly type: Type }> extends Numbered ? Answered<Event> : void;
};

type RunnerWork<State, Event, Effect extends Typed> = {
  readonly work: Work<Event, Effect>;
  /** Requests that begin without a turn of the event loop before, in which the window is answered. */
  readonly atOnce?: readonly Effect['type'][];
  /** The event that tells the machine of a failure. */
  readonly failure: (failure: Failure, type: Effect['type']) => Answering<Event>;
  readonly aborted?: () => void;
  /** Called after each event that the machine has taken. */
  readonly taken?: (event: Event | RunnerEvent, before: State, after: State) => void;
};

export type Runner<State, Event> = {
  readonly send: (event: Event | RunnerEvent) => void;
  readonly state: () => State;
  /** Resolves when nothing runs any more. */
  readonly stop: () => Promise<void>;
};

export const localFailure = (error: unknown): Failure => ({
  code: storageProblemOf(error) ?? 'local_error',
  retryAfterMs: null,
});

/** Runs a state machine: does what it says, and tells it what came of it. */
export function createRunner<State extends Numbered, Event, Effect extends Typed>(
  machine: Machine<State, Event, Effect>,
  { clock, random, pause, log, failed }: RunnerPorts,
  { work, atOnce = [], failure, aborted, taken }: RunnerWork<State, Event, Effect>,
): Runner<State, Event> {
  const running = new Set<Promise<void>>();
  let state = machine.initial;
  let requests = new AbortController();
  let cancelAlarm = (): void => {};

  const send = (event: Event | RunnerEvent): void => {
    const before = state;
    const next = machine.step(before, event, clock.now(), random());
    state = next.state;
    for (const effect of next.effects) {
      if (isOfRunner(effect)) runOwn(effect);
      else run(effect);
    }
    taken?.(event, before, state);
  };

  const run = (effect: Effect): void => {
    const { request } = state;
    const tell = (event: Answering<Event>): void => send({ ...event, request } as Event);
    const done = perform(effect, requests.signal)
      .then((event) => {
        if (event !== null) tell(event);
      })
      .catch((error: unknown) => {
        // A full disk must neither end the synchronisation nor be tried without a pause.
        failed(error);
        tell(failure(localFailure(error), effect.type));
      })
      .finally(() => running.delete(done));
    running.add(done);
  };

  const runOwn = (effect: RunnerEffect): void => {
    if (effect.type === 'alarm') {
      cancelAlarm();
      cancelAlarm = effect.at === null ? () => {} : clock.alarm(effect.at, () => send({ type: 'alarm' }));
    } else {
      requests.abort();
      requests = new AbortController();
      aborted?.();
    }
  };

  const perform = async (effect: Effect, signal: AbortSignal): Promise<Answering<Event> | null> => {
    const begin = work[effect.type as Effect['type']] as (...given: unknown[]) => Answered<Event>;
    if (!('request' in effect)) {
      begin(effect);
      return null;
    }
    if (!atOnce.includes(effect.type)) await pause();
    const answer = signal.aborted ? null : await begin(effect, signal);
    if (answer === null || signal.aborted) return null;
    if (!('ok' in answer)) return answer;
    noteFailure(log, effect.type, answer.failure);
    return failure(answer.failure, effect.type);
  };

  return {
    send,
    state: () => state,
    stop: async () => {
      send({ type: 'stop' });
      await Promise.allSettled(running);
    },
  };
}

function isOfRunner(effect: Typed): effect is RunnerEffect {
  return effect.type === 'alarm' || effect.type === 'abort';
}

/** Notes why a request got no answer, unless we ended it ourselves. */
export function noteFailure(log: Log, what: string, { code }: Failure): void {
  if (code !== 'aborted') log.info({ what, code }, 'no answer from the central service');
}
