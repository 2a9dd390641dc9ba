import type { Clock } from '../../base/clock.ts';
import type { Failure } from '../http/failure.ts';
import { inFlight } from './in-flight.ts';

/** Effects that every machine may ask of its runner. */
export type RunnerEffect =
  /** End the requests on their way. */
  | { readonly type: 'abort' }
  /** Replaces an earlier alarm; null: none. `at`: ms since 1970. */
  | { readonly type: 'alarm'; readonly at: number | null };

/** Events that every machine gets from its runner. */
export type RunnerEvent = { readonly type: 'alarm' } | { readonly type: 'stop' };

/** `request`: the number of the last request; an answer to an earlier one is out of date. */
type Numbered = { readonly request: number };

export type Step<State, Effect> = {
  readonly state: State;
  readonly effects: readonly (Effect | RunnerEffect)[];
};

/** A pure state machine. `now`: ms since 1970; `random`: in [0, 1). */
export type Machine<State extends Numbered, Event, Effect> = {
  readonly initial: State;
  readonly step: (
    state: State,
    event: Event | RunnerEvent,
    now: number,
    random: number,
  ) => Step<State, Effect>;
};

/** The effects that carry a request number: they end with an event. */
export type RequestEffect<Effect> = Extract<Effect, Numbered>;
/** The other effects of the machine itself. */
export type LocalEffect<Effect> = Exclude<Effect, Numbered | RunnerEffect>;

/** What each runner needs of the world. */
export type RunnerPorts = {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** One turn of the event loop, in which others work. */
  readonly pause: () => Promise<void>;
  /** A step failed on this computer, not at the central service. */
  readonly failed: (error: unknown) => void;
};

export type RunnerWork<State, Event, Effect> = {
  /** Does something at once, in the order in which the machine says it. */
  readonly perform: (effect: LocalEffect<Effect>) => void;
  /** Does something that takes time. Null: it was aborted; an event is dropped then too. */
  readonly request: (effect: RequestEffect<Effect>, signal: AbortSignal) => Promise<Event | null>;
  /** The event that tells the machine that this effect failed on this computer. */
  readonly failure: (effect: Effect, request: number, failure: Failure) => Event;
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

/** Runs a state machine: does what it says, and tells it what came of it. */
export function createRunner<State extends Numbered, Event, Effect extends { readonly type: string }>(
  machine: Machine<State, Event, Effect>,
  ports: RunnerPorts,
  work: RunnerWork<State, Event, Effect>,
): Runner<State, Event> {
  const { clock } = ports;
  let state = machine.initial;
  const flight = inFlight({ clock, ring: () => send({ type: 'alarm' }), failed: ports.failed });

  const send = (event: Event | RunnerEvent): void => {
    const before = state;
    const next = machine.step(before, event, clock.now(), ports.random());
    state = next.state;
    for (const effect of next.effects) run(effect);
    work.taken?.(event, before, state);
  };

  const run = (effect: Effect | RunnerEffect): void => {
    if (isOfRunner(effect)) {
      runOwn(effect);
      return;
    }
    const { request } = state;
    flight.track(doOne(effect, flight.signal()), (failure) => send(work.failure(effect, request, failure)));
  };

  const runOwn = (effect: RunnerEffect): void => {
    if (effect.type === 'alarm') {
      flight.alarm(effect.at);
    } else {
      flight.abort();
      work.aborted?.();
    }
  };

  const doOne = async (effect: Effect, signal: AbortSignal): Promise<void> => {
    if (!isRequest(effect)) return work.perform(effect as LocalEffect<Effect>);
    const event = await work.request(effect, signal);
    if (event !== null && !signal.aborted) send(event);
  };

  return {
    send,
    state: () => state,
    stop: async () => {
      send({ type: 'stop' });
      await flight.settled();
    },
  };
}

function isOfRunner(effect: { readonly type: string }): effect is RunnerEffect {
  return effect.type === 'alarm' || effect.type === 'abort';
}

function isRequest<Effect extends object>(effect: Effect): effect is RequestEffect<Effect> {
  return 'request' in effect;
}
