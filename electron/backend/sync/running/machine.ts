import { NO_FAILURE, type Retry } from './retry.ts';

/** What every machine knows. */
export type MachineState = Retry & {
  readonly phase: string;
  /** The number of the last request; an answer to an earlier one is out of date. */
  readonly request: number;
  readonly signedIn: boolean;
};

/** How every machine begins. */
export const UNUSED: Omit<MachineState, 'phase'> = { ...NO_FAILURE, request: 0, signedIn: false };

/** Effects that every machine may ask of its runner. */
export type RunnerEffect =
  /** End the requests on their way. */
  | { readonly type: 'abort' }
  /** Replaces an earlier alarm; null: none. `at`: ms since 1970. */
  | { readonly type: 'alarm'; readonly at: number | null };

/** Events that every machine gets from its runner. */
export type RunnerEvent = { readonly type: 'alarm' } | { readonly type: 'stop' };

export type Step<State, Effect> = {
  readonly state: State;
  readonly effects: readonly (Effect | RunnerEffect)[];
};

/** `now`: ms since 1970; `random`: in [0, 1). */
type StepOf<State, Event, Effect> = (
  state: State,
  event: Event,
  now: number,
  random: number,
) => Step<State, Effect>;

/** A pure state machine. */
export type Machine<State, Event, Effect> = {
  readonly initial: State;
  readonly step: StepOf<State, Event | RunnerEvent, Effect>;
};

/**
 * Makes a machine of a step that need not know two things: an answer to an earlier request counts for
 * nothing, and `stop` ends every request and goes to the first phase, from anywhere.
 */
export function machineOf<State extends MachineState, Event extends { readonly type: string }, Effect>(
  initial: State,
  step: StepOf<State, Event | { readonly type: 'alarm' }, Effect>,
): Machine<State, Event, Effect> {
  return {
    initial,
    step: (state, event, now, random) => {
      if ('request' in event && event.request !== state.request) return same(state);
      if (event.type !== 'stop') return step(state, event as Event | { type: 'alarm' }, now, random);
      const { phase } = initial;
      return {
        state: { ...state, phase, request: state.request + 1, signedIn: false },
        effects: [{ type: 'abort' }, { type: 'alarm', at: null }],
      };
    },
  };
}

type Unnumbered<Effect> = Effect extends { readonly request: number } ? Omit<Effect, 'request'> : never;

/** Asks for something under the next number. */
export function request<State extends MachineState, Effect>(
  state: State,
  phase: State['phase'],
  effect: Unnumbered<Effect>,
  before: Step<State, Effect>['effects'] = [],
): Step<State, Effect> {
  const number = state.request + 1;
  const numbered = { ...effect, request: number } as Effect;
  return { state: { ...state, phase, request: number }, effects: [...before, numbered] };
}

export function same<State>(state: State): Step<State, never> {
  return { state, effects: [] };
}
