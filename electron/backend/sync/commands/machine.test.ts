import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../http/failure.ts';
import type { RunnerEffect, RunnerEvent } from '../running/machine.ts';
import {
  type CommandsEffect,
  type CommandsEvent,
  type CommandsState,
  commandsMachine,
  type Phase,
} from './machine.ts';

const { initial: INITIAL, step } = commandsMachine;

const NOW = 1_000_000;
const R = 7;
const failure = (code: FailureCode, retryAfterMs: number | null = null) => ({ code, retryAfterMs });

function at(phase: Phase, changes: Partial<CommandsState> = {}): CommandsState {
  return { ...INITIAL, signedIn: true, phase, request: R, ...changes };
}

/** Phase and effects in short: `push 100`, `pull 55000`, `abort`, `alarm +1000`, `alarm off`, `aside c`. */
function short({ state, effects }: ReturnType<typeof step>): string {
  return [state.phase, ...effects.map(shortEffect).filter((word) => word !== '')].join(' | ');
}

function shortEffect(effect: CommandsEffect | RunnerEffect): string {
  switch (effect.type) {
    case 'push':
      return `push ${effect.limit}`;
    case 'pull':
      return `pull ${effect.wait}`;
    case 'alarm':
      return effect.at === null ? '' : `alarm +${effect.at - NOW}`;
    case 'set_aside':
      return `aside ${effect.ids.join()} +${effect.until - NOW}`;
    case 'abort':
      return 'abort';
    case 'release_aside':
      return 'release';
  }
}

const EVENTS = {
  'signed in': { type: 'signed_in' },
  'composed, to send now': { type: 'wake', at: NOW },
  'composed, held 10 s': { type: 'wake', at: NOW + 10_000 },
  kick: { type: 'kick' },
  alarm: { type: 'alarm' },
  'another complaint open': { type: 'viewing' },
  'a file met 401': { type: 'unauthorized' },
  'nothing to push': { type: 'pushed', request: R, sent: 0, nextAt: null },
  'nothing to push yet': { type: 'pushed', request: R, sent: 0, nextAt: NOW + 4_000 },
  'pushed, more waits': { type: 'pushed', request: R, sent: 100, nextAt: NOW },
  'pushed all': { type: 'pushed', request: R, sent: 3, nextAt: null },
  'push lost': { type: 'push_failed', request: R, ids: ['a'], again: false, failure: failure('cut') },
  'push too large': {
    type: 'push_failed',
    request: R,
    ids: ['a', 'b', 'c'],
    again: false,
    failure: failure('too_large'),
  },
  'one too large': {
    type: 'push_failed',
    request: R,
    ids: ['a'],
    again: false,
    failure: failure('too_large'),
  },
  'one not understood': {
    type: 'push_failed',
    request: R,
    ids: ['a'],
    again: false,
    failure: failure('bad_request'),
  },
  'page, more to come': { type: 'pulled', request: R, more: true },
  'last page': { type: 'pulled', request: R, more: false },
  'pull cut': { type: 'pull_failed', request: R, failure: failure('cut') },
  'pull: server error': { type: 'pull_failed', request: R, failure: failure('server_error') },
  'pull: wait 90 s': { type: 'pull_failed', request: R, failure: failure('rate_limited', 90_000) },
  'pull: portal': { type: 'pull_failed', request: R, failure: failure('not_an_answer') },
  'pull: 401': { type: 'pull_failed', request: R, failure: failure('unauthorized') },
  'pull: outdated': { type: 'pull_failed', request: R, failure: failure('outdated') },
  'an old answer': { type: 'pulled', request: R - 1, more: true },
  stop: { type: 'stop' },
} as const satisfies Record<string, CommandsEvent | RunnerEvent>;

const TABLE: Record<keyof typeof EVENTS, Record<Phase, string>> = {
  'signed in': {
    idle: 'pushing | push 100',
    pushing: 'pushing | abort | push 100',
    pulling: 'pushing | abort | push 100',
    waiting: 'pushing | abort | push 100',
  },
  'composed, to send now': {
    idle: 'pushing | push 100',
    pushing: 'pushing',
    pulling: 'pulling',
    waiting: 'pushing | abort | push 100',
  },
  'composed, held 10 s': {
    idle: 'pushing | push 100',
    pushing: 'pushing',
    pulling: 'pulling',
    waiting: 'waiting | alarm +10000',
  },
  kick: {
    idle: 'pushing | release | push 100',
    pushing: 'pushing | release',
    pulling: 'pulling | release',
    waiting: 'pushing | release | abort | push 100',
  },
  alarm: {
    idle: 'pushing | push 100',
    pushing: 'pushing',
    pulling: 'pulling',
    waiting: 'pushing | abort | push 100',
  },
  'another complaint open': {
    idle: 'idle',
    pushing: 'pushing',
    pulling: 'pulling',
    waiting: 'waiting | abort | pull 55000',
  },
  'a file met 401': {
    idle: 'idle | alarm +1000',
    pushing: 'idle | abort | alarm +1000',
    pulling: 'idle | abort | alarm +1000',
    waiting: 'idle | abort | alarm +1000',
  },
  'nothing to push': every('pulling | pull 0'),
  'nothing to push yet': every('pulling | pull 0'),
  'pushed, more waits': every('pushing | push 100'),
  'pushed all': every('pulling | pull 0'),
  'push lost': every('idle | alarm +1000'),
  'push too large': every('pushing | push 2'),
  'one too large': every('pushing | aside a +300000 | push 100'),
  'one not understood': every('pushing | aside a +300000 | push 100'),
  'page, more to come': every('pulling | pull 0'),
  'last page': every('pushing | push 100'),
  'pull cut': every('idle | alarm +1000'),
  'pull: server error': every('idle | alarm +1000'),
  'pull: wait 90 s': every('idle | alarm +90000'),
  'pull: portal': every('idle | alarm +1000'),
  'pull: 401': every('idle | alarm +1000'),
  'pull: outdated': every('pushing | push 100'),
  'an old answer': { idle: 'idle', pushing: 'pushing', pulling: 'pulling', waiting: 'waiting' },
  stop: every('idle | abort'),
};

function every(outcome: string): Record<Phase, string> {
  return { idle: outcome, pushing: outcome, pulling: outcome, waiting: outcome };
}

const PHASES: readonly Phase[] = ['idle', 'pushing', 'pulling', 'waiting'];
const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

describe.each(PHASES)('while %s', (phase) => {
  test.each(NAMES)('%s', (name) => {
    expect(short(step(at(phase), EVENTS[name], NOW, 0))).toBe(TABLE[name][phase]);
  });
});

test('at the end of the feed with nothing to send it holds a long poll, until the first command may go', () => {
  const atEnd = at('pushing', { atEnd: true });
  expect(short(step(atEnd, EVENTS['nothing to push'], NOW, 0))).toBe('waiting | pull 55000');
  expect(short(step(atEnd, EVENTS['nothing to push yet'], NOW, 0))).toBe(
    'waiting | alarm +4000 | pull 55000',
  );
  expect(short(step(atEnd, EVENTS['pushed all'], NOW, 0))).toBe('pulling | pull 0');
});

test('the earliest of several held commands rings first', () => {
  const waiting = at('waiting', { nextAt: NOW + 3_000 });
  expect(short(step(waiting, { type: 'wake', at: NOW + 10_000 }, NOW, 0))).toBe('waiting | alarm +3000');
});

test('what is composed during a long pull goes before the next page', () => {
  const woken = step(at('pulling'), { type: 'wake', at: NOW }, NOW, 0).state;
  expect(short(step(woken, EVENTS['page, more to come'], NOW, 0))).toBe('pushing | push 100');
});

test('failures in a row wait longer; a command composed meanwhile does not hurry, the officer does', () => {
  const resting = step(at('pulling', { attempt: 4 }), EVENTS['pull: server error'], NOW, 0.5);
  expect(short(resting)).toBe('idle | alarm +16000');
  expect(resting.state).toMatchObject({ attempt: 5, online: false });
  expect(short(step(resting.state, { type: 'wake', at: NOW }, NOW, 0))).toBe('idle');
  const kicked = step(resting.state, { type: 'kick' }, NOW, 0);
  expect(short(kicked)).toBe('pushing | release | push 100');
  expect(kicked.state.attempt).toBe(0);
});

test('Retry-After holds even against the officer and an early alarm', () => {
  const { state } = step(at('pulling'), EVENTS['pull: wait 90 s'], NOW, 0);
  expect(state.online).toBe(true);
  expect(short(step(state, { type: 'kick' }, NOW + 89_999, 0))).toBe('idle');
  expect(step(state, { type: 'alarm' }, NOW + 50_000, 0).effects).toEqual([
    { type: 'alarm', at: NOW + 90_000 },
  ]);
  expect(short(step(state, { type: 'alarm' }, NOW + 90_000, 0))).toBe('pushing | push 100');
});

test('401 asks the officer, and asks the central service again after longer and longer waits', () => {
  let state: CommandsState = at('pulling');
  const waits: string[] = [];
  for (let round = 0; round < 10; round++) {
    const { request } = state;
    const refused = step(
      { ...state, phase: 'pulling' },
      { ...EVENTS['pull: 401'], request },
      NOW,
      0.999_999_9,
    );
    waits.push(short(refused));
    state = refused.state;
    expect(state).toMatchObject({ signInNeeded: true, online: true });
    expect(short(step(state, { type: 'wake', at: NOW }, NOW, 0))).toBe('idle');
  }
  expect(waits).toEqual(
    [2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => `idle | alarm +${seconds * 1000}`),
  );
  expect(short(step(state, { type: 'alarm' }, NOW, 0))).toBe('pushing | push 100');
  const known = step(
    { ...state, phase: 'pulling' },
    { ...EVENTS['last page'], request: state.request },
    NOW,
    0,
  );
  expect(known.state).toMatchObject({ signInNeeded: false, attempt: 0 });
  expect(step(state, { type: 'signed_in' }, NOW, 0).state).toMatchObject({
    phase: 'pushing',
    signInNeeded: false,
  });
});

test('a wait of a year that the central service asks for is one of an hour', () => {
  const year = failure('rate_limited', 31_536_000_000);
  const { state, effects } = step(at('pulling'), { type: 'pull_failed', request: R, failure: year }, NOW, 0);
  expect(effects).toEqual([{ type: 'alarm', at: NOW + 3_600_000 }]);
  expect(short(step(state, { type: 'alarm' }, NOW + 3_600_000, 0))).toBe('pushing | push 100');
});

test('why there is no connection is known until there is one', () => {
  const portal = step(at('pulling'), EVENTS['pull: portal'], NOW, 0).state;
  expect(portal).toMatchObject({ online: false, obstacle: 'not_an_answer' });
  const answers = [
    EVENTS['last page'],
    EVENTS['pull: wait 90 s'],
    EVENTS['pull: 401'],
    EVENTS['pull: outdated'],
  ];
  for (const answer of answers) {
    const again = { ...portal, phase: 'pulling', request: R } as const;
    expect(step(again, answer, NOW, 0).state).toMatchObject({ online: true, obstacle: null });
  }
});

test('413 halves the batch down to one command, and success lets it grow again', () => {
  let state = at('pushing');
  const limits: number[] = [];
  for (let size = 100; size > 1; size = state.batch) {
    const ids = Array.from({ length: size }, (_, number) => `${number}`);
    state = {
      ...step(
        state,
        { type: 'push_failed', request: state.request, ids, again: false, failure: failure('too_large') },
        NOW,
        0,
      ).state,
    };
    limits.push(state.batch);
  }
  expect(limits).toEqual([50, 25, 13, 7, 4, 2, 1]);
  state = step(state, { type: 'pushed', request: state.request, sent: 1, nextAt: NOW }, NOW, 0).state;
  expect(state.batch).toBe(2);
});

test('a version that may no longer read still sends, and asks again every hour or when the officer says so', () => {
  const refused = step(at('pulling'), EVENTS['pull: outdated'], NOW, 0).state;
  expect(refused).toMatchObject({ outdated: true, online: true, attempt: 0 });
  const pushed = (nextAt: number | null) =>
    ({ type: 'pushed', request: refused.request, sent: 1, nextAt }) as const;
  const resting = step(refused, pushed(null), NOW, 0);
  expect(short(resting)).toBe('idle | alarm +3600000');
  expect(short(step(refused, pushed(NOW + 4_000), NOW, 0))).toBe('idle | alarm +4000');
  expect(short(step(resting.state, EVENTS['composed, to send now'], NOW, 0))).toBe('pushing | push 100');
  const asks = (first: CommandsState) => step(first, { ...pushed(null), request: first.request }, NOW, 0);
  expect(short(asks(step(resting.state, EVENTS.kick, NOW, 0).state))).toBe('pulling | pull 0');
  const hourLater = NOW + 3_600_000;
  const rung = step(resting.state, EVENTS.alarm, hourLater, 0).state;
  expect(step(rung, { ...pushed(null), request: rung.request }, hourLater, 0).state.phase).toBe('pulling');
  const served = step(
    { ...refused, phase: 'pulling' },
    { ...EVENTS['last page'], request: refused.request },
    NOW,
    0,
  );
  expect(served.state.outdated).toBe(false);
});

test('a long poll that is cut does not say "offline", but the next ones wait longer', () => {
  let state = at('waiting', { online: true, atEnd: true });
  const waits: string[] = [];
  for (let round = 0; round < 4; round++) {
    const cut = step(
      { ...state, phase: 'waiting' },
      { type: 'pull_failed', request: state.request, failure: failure('cut') },
      NOW,
      0.999_999_9,
    );
    waits.push(short(cut));
    expect(cut.state.online).toBe(true);
    // The central service is there: a short pull succeeds in between.
    state = step(
      { ...cut.state, phase: 'pulling' },
      { type: 'pulled', request: cut.state.request, more: false },
      NOW,
      0,
    ).state;
  }
  expect(waits).toEqual([
    'idle | alarm +2000',
    'idle | alarm +4000',
    'idle | alarm +8000',
    'idle | alarm +16000',
  ]);
});

test('while nobody is signed in nothing moves', () => {
  for (const event of [{ type: 'wake', at: NOW }, { type: 'kick' }, { type: 'alarm' }] as const) {
    expect(step(INITIAL, event, NOW, 0)).toEqual({ state: INITIAL, effects: [] });
  }
});

test('whatever happens, while signed in there is a request under way or an alarm', () => {
  const anyEvent = fc
    .constantFrom(...NAMES.filter((name) => name !== 'stop'))
    .map((name): CommandsEvent | RunnerEvent => EVENTS[name]);
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (events, random) => {
        let state: CommandsState = step(INITIAL, { type: 'signed_in' }, NOW, random).state;
        let alarm: number | null = null;
        let now = NOW;
        for (const event of events) {
          now += 500;
          if (event.type === 'alarm') alarm = null;
          const answered =
            'request' in event ? { ...event, request: event.request === R ? state.request : -1 } : event;
          // Only the request under way is answered.
          if ('request' in answered && answered.request !== -1) {
            const push = answered.type === 'pushed' || answered.type === 'push_failed';
            if (state.phase === 'idle' || push !== (state.phase === 'pushing')) continue;
          }
          const next = step(state, answered, now, random);
          state = next.state;
          for (const effect of next.effects) if (effect.type === 'alarm') alarm = effect.at;
          expect(state.phase !== 'idle' || alarm !== null).toBe(true);
          const requests = next.effects.filter((effect) => effect.type === 'push' || effect.type === 'pull');
          expect(requests.length).toBeLessThanOrEqual(1);
          for (const request of requests) expect(request).toMatchObject({ request: state.request });
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a rest that the central service asked for is over when the clock was set back by a day', () => {
  const yesterday = NOW - 86_400_000;
  const resting = at('idle', { attempt: 1, notBefore: NOW + 30_000 });
  expect(short(step(resting, { type: 'alarm' }, NOW, 0))).toBe('idle | alarm +30000');
  expect(short(step(resting, { type: 'alarm' }, yesterday, 0))).toBe('pushing | push 100');
});
