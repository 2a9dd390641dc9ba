import { expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import type { Failure } from '../http/failure.ts';
import type { Machine, RunnerEvent } from './machine.ts';
import { createRunner } from './runner.ts';

type State = { readonly request: number };
type Event =
  | { readonly type: 'ask' | 'note' | 'restart' }
  | { readonly type: 'answered'; readonly request: number; readonly answer: string }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };
type Effect = { readonly type: 'ask'; readonly request: number } | { readonly type: 'note' };

/** Asks when it is told to, and begins anew at `restart`. */
const machine: Machine<State, Event, Effect> = {
  initial: { request: 0 },
  step: (state, event, now) => {
    const next = { request: state.request + 1 };
    const ask = { type: 'ask', request: next.request } as const;
    switch (event.type) {
      case 'ask':
      case 'alarm':
        return { state: next, effects: [ask] };
      case 'note':
        return { state: next, effects: [{ type: 'note' }, ask] };
      case 'restart':
        return { state: next, effects: [{ type: 'abort' }, { type: 'alarm', at: now + 1_000 }] };
      default:
        return { state, effects: [] };
    }
  },
};

function running(answer: (signal: AbortSignal) => Promise<string>, note: () => void = () => {}) {
  const clock = manualClock(1_000_000);
  const taken: (Event | RunnerEvent)[] = [];
  const errors: unknown[] = [];
  const runner = createRunner<State, Event, Effect>(
    machine,
    {
      clock,
      random: () => 0,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      failed: (error) => errors.push(error),
    },
    {
      work: {
        note,
        ask: async (_, signal) => ({ type: 'answered', answer: await answer(signal) }),
      },
      failure: (failure) => ({ type: 'failed', failure }),
      taken: (event) => {
        taken.push(event);
      },
    },
  );
  return { clock, runner, taken, errors };
}

const LOCAL = { code: 'local_error', retryAfterMs: null };

test('what a request answered is the next event', async () => {
  const { runner, taken } = running(async () => 'yes');
  runner.send({ type: 'ask' });
  await runner.stop();
  expect(taken).toEqual([{ type: 'ask' }, { type: 'stop' }, { type: 'answered', request: 1, answer: 'yes' }]);
});

test('an answer that comes after an abort is dropped, and the alarm rings at its time', async () => {
  const gate = Promise.withResolvers<string>();
  const { clock, runner, taken } = running(() => gate.promise);
  runner.send({ type: 'ask' });
  runner.send({ type: 'restart' });
  gate.resolve('late');
  await runner.stop();
  expect(taken.map(({ type }) => type)).toEqual(['ask', 'restart', 'stop']);
  clock.advance(1_000);
  expect(taken.at(-1)).toEqual({ type: 'alarm' });
});

test('a request that fails on this computer is an event, and its error is told', async () => {
  const error = new Error('no room');
  const { runner, taken, errors } = running(async () => Promise.reject(error));
  runner.send({ type: 'ask' });
  await runner.stop();
  expect(taken.at(-1)).toEqual({ type: 'failed', request: 1, failure: LOCAL });
  expect(errors).toEqual([error]);
});

test('a step that fails at once keeps no other effect of the same event from being done', async () => {
  const { runner, taken, errors } = running(
    async () => 'yes',
    () => {
      throw new Error('no room');
    },
  );
  runner.send({ type: 'note' });
  await runner.stop();
  expect(errors).toHaveLength(1);
  expect(taken).toContainEqual({ type: 'failed', request: 1, failure: LOCAL });
  expect(taken).toContainEqual({ type: 'answered', request: 1, answer: 'yes' });
});
