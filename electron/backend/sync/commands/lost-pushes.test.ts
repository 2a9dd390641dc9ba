import { expect, test } from 'vitest';
import type { RunnerEffect } from '../running/machine.ts';
import { type CommandsEffect, type CommandsState, commandsMachine } from './machine.ts';

const { initial, step } = commandsMachine;
const NOW = 1_000_000;
const R = 7;
const ALARM = { type: 'alarm' } as const;
const LAST_PAGE = { type: 'pulled', request: R, more: false } as const;
const NO_ANSWER = { code: 'not_an_answer', retryAfterMs: null } as const;
const PORTAL = { type: 'pull_failed', request: R, failure: NO_ANSWER } as const;

const at = (phase: CommandsState['phase'], changes: Partial<CommandsState> = {}): CommandsState => ({
  ...initial,
  ...changes,
  signedIn: true,
  phase,
  request: R,
});

/** Phase and effects in short: `push 100`, `pull 0`, `aside a +300000`. */
function short({ state, effects }: ReturnType<typeof step>): string {
  return [state.phase, ...effects.map(shortEffect).filter((word) => word !== '')].join(' | ');
}

function shortEffect(effect: CommandsEffect | RunnerEffect): string {
  if (effect.type === 'push') return `push ${effect.limit}`;
  if (effect.type === 'pull') return `pull ${effect.wait}`;
  if (effect.type === 'set_aside') return `aside ${effect.ids.join()} +${effect.until - NOW}`;
  return effect.type === 'alarm' ? '' : effect.type;
}

/** Pushes these commands once more, to no answer. */
function loseOnce(state: CommandsState, ids: readonly string[], again = false): CommandsState {
  const pushing = step({ ...state, phase: 'idle' }, ALARM, NOW, 0).state;
  const lost = {
    type: 'push_failed',
    request: pushing.request,
    ids,
    again,
    failure: NO_ANSWER,
  } as const;
  return step(pushing, lost, NOW, 0).state;
}
/** What is done when the alarm after that rings, and when the answer to it is the last page. */
function lookAround(state: CommandsState) {
  const looked = step(state, ALARM, NOW, 0);
  const answered = step(looked.state, { ...LAST_PAGE, request: looked.state.request }, NOW, 0);
  return { looked: short(looked), answered };
}

test('where pushes get no answer and a pull does, half of the commands are sent, and one alone is set aside', () => {
  let state = at('idle');
  for (let n = 0; n < 3; n++) {
    expect(short(step(state, ALARM, NOW, 0))).toBe('pushing | push 100');
    state = loseOnce(state, ['a', 'b', 'c']);
  }
  const half = lookAround(state);
  expect([half.looked, short(half.answered)]).toEqual(['pulling | pull 0', 'pushing | push 2']);
  const one = lookAround(loseOnce(half.answered.state, ['a', 'b']));
  expect([one.looked, short(one.answered)]).toEqual(['pulling | pull 0', 'pushing | push 1']);
  const aside = lookAround(loseOnce(one.answered.state, ['a']));
  expect([aside.looked, short(aside.answered)]).toEqual([
    'pulling | pull 0',
    'pushing | aside a +300000 | push 1',
  ]);
  // Another one needs its own proof.
  expect(short(step(loseOnce(aside.answered.state, ['b']), ALARM, NOW, 0))).toBe('pushing | push 1');
});

test('where nothing else gets an answer either, it is the line: nothing is made smaller', () => {
  let state = at('idle');
  for (let n = 0; n < 3; n++) state = loseOnce(state, ['a', 'b', 'c']);
  const { state: looking } = step(state, ALARM, NOW, 0);
  const portal = step(looking, { ...PORTAL, request: looking.request }, NOW, 0).state;
  expect(portal).toMatchObject({ lost: 0, suspects: [], batch: 100 });
  expect(short(step(portal, ALARM, NOW, 0))).toBe('pushing | push 100');
});

test('one that was set aside and is lost again waits for an hour, and the line is not called broken', () => {
  const pushing = at('pushing', { online: true });
  const lost = {
    type: 'push_failed',
    request: R,
    ids: ['a'],
    again: true,
    failure: { code: 'cut', retryAfterMs: null },
  } as const;
  const again = step(pushing, lost, NOW, 0);
  expect(short(again)).toBe('pulling | aside a +3600000 | pull 0');
  expect(again.state).toMatchObject({ online: true, lost: 0 });
});
