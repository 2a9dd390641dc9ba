import { expect, test } from 'vitest';
import type { FailureCode } from '../http/failure.ts';
import type { RunnerEffect, RunnerEvent } from '../running/machine.ts';
import {
  type DownloadsEffect,
  type DownloadsEvent,
  type DownloadsState,
  downloadsMachine,
} from './machine.ts';

const { initial: INITIAL, step } = downloadsMachine;

const NOW = 1_000_000;
const R = 7;
const KIB = 1024;
const FILE = { sha256: 'a', size: 100 * KIB, received: 60 * KIB };
const failure = (code: FailureCode, retryAfterMs: number | null = null) => ({ code, retryAfterMs });

function at(phase: DownloadsState['phase'], changes: Partial<DownloadsState> = {}): DownloadsState {
  return { ...INITIAL, signedIn: true, phase, request: R, ...changes };
}

function short({ state, effects }: ReturnType<typeof step>): string {
  return [state.phase, ...effects.map(shortEffect).filter((word) => word !== '')].join(' | ');
}

function shortEffect(effect: DownloadsEffect | RunnerEffect): string {
  switch (effect.type) {
    case 'alarm':
      return effect.at === null ? '' : `alarm +${effect.at - NOW}`;
    case 'get':
      return `get ${effect.file.received / KIB}+${effect.length / KIB}`;
    default:
      return effect.type;
  }
}

const EVENTS = {
  'signed in': { type: 'signed_in' },
  wake: { type: 'wake' },
  kick: { type: 'kick' },
  alarm: { type: 'alarm' },
  nothing: { type: 'chosen', request: R, file: null },
  'a file': { type: 'chosen', request: R, file: FILE },
  'a chunk': { type: 'came', request: R, ms: 2_000 },
  useless: { type: 'useless', request: R },
  cut: { type: 'failed', request: R, failure: failure('cut') },
  'wait 90 s': { type: 'failed', request: R, failure: failure('rate_limited', 90_000) },
  '401': { type: 'failed', request: R, failure: failure('unauthorized') },
  'an old answer': { type: 'came', request: R - 1, ms: 1 },
  stop: { type: 'stop' },
} as const satisfies Record<string, DownloadsEvent | RunnerEvent>;

test.each<[keyof typeof EVENTS, DownloadsState['phase'], string]>([
  ['signed in', 'resting', 'choosing | abort | choose'],
  ['wake', 'resting', 'choosing | choose'],
  ['wake', 'fetching', 'fetching'],
  ['kick', 'resting', 'choosing | choose'],
  ['kick', 'fetching', 'fetching'],
  ['alarm', 'resting', 'choosing | choose'],
  ['nothing', 'choosing', 'resting'],
  ['a file', 'choosing', 'fetching | get 60+40'],
  ['a chunk', 'fetching', 'choosing | choose'],
  ['useless', 'fetching', 'choosing | choose'],
  ['cut', 'fetching', 'resting | alarm +1000'],
  ['wait 90 s', 'fetching', 'resting | alarm +90000'],
  ['401', 'fetching', 'resting | unauthorized'],
  ['an old answer', 'fetching', 'fetching'],
  ['stop', 'fetching', 'resting | abort'],
])('%s, while %s', (name, phase, outcome) => {
  expect(short(step(at(phase), EVENTS[name], NOW, 0))).toBe(outcome);
});

test('after a failure only the alarm and the officer begin again, and Retry-After holds against both', () => {
  const cut = step(at('fetching'), EVENTS.cut, NOW, 0).state;
  expect(short(step(cut, EVENTS.wake, NOW, 0))).toBe('resting');
  expect(short(step(cut, EVENTS.kick, NOW, 0))).toBe('choosing | choose');
  const patient = step(at('fetching'), EVENTS['wait 90 s'], NOW, 0).state;
  expect(short(step(patient, EVENTS.kick, NOW, 0))).toBe('resting | alarm +90000');
  expect(short(step(patient, EVENTS.kick, NOW - 86_400_000, 0))).toBe('choosing | choose');
});

test('without a sign-in nothing moves', () => {
  const out = step(at('fetching'), EVENTS['401'], NOW, 0).state;
  for (const state of [out, INITIAL]) {
    for (const event of [EVENTS.wake, EVENTS.kick, EVENTS.alarm]) {
      expect(step(state, event, NOW, 0).effects).toEqual([]);
    }
  }
});
