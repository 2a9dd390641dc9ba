import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../http/failure.ts';
import type { RunnerEffect, RunnerEvent } from '../running/machine.ts';
import { MAX_CHUNK_BYTES, MIN_CHUNK_BYTES } from '../running/transfer.ts';
import {
  type UploadsEffect,
  type UploadsEvent,
  type UploadsPhase,
  type UploadsState,
  uploadsMachine,
} from './machine.ts';

const { initial: INITIAL, step } = uploadsMachine;

const NOW = 1_000_000;
const R = 7;
const KIB = 1024;
const URL_1 = 'https://pusat.invalid/v1/attachments/1';
const FILE = { id: 5, size: 300 * KIB, url: URL_1, offset: 64 * KIB };
const failure = (code: FailureCode, retryAfterMs: number | null = null) => ({ code, retryAfterMs });

function at(phase: UploadsPhase, changes: Partial<UploadsState> = {}): UploadsState {
  return { ...INITIAL, signedIn: true, phase, request: R, file: FILE, ...changes };
}

function short({ state, effects }: ReturnType<typeof step>): string {
  return [state.phase, ...effects.map(shortEffect).filter((word) => word !== '')].join(' | ');
}

function shortEffect(effect: UploadsEffect | RunnerEffect): string {
  switch (effect.type) {
    case 'alarm':
      return effect.at === null ? '' : `alarm +${effect.at - NOW}`;
    case 'send':
      return `send ${effect.offset / KIB}+${effect.length / KIB}`;
    case 'keep':
      return `keep ${effect.url === null ? 'nowhere' : effect.offset / KIB}`;
    case 'refused':
      return `refused ${effect.why}`;
    default:
      return effect.type;
  }
}

const EVENTS = {
  'signed in': { type: 'signed_in' },
  wake: { type: 'wake' },
  pushed: { type: 'pushed' },
  kick: { type: 'kick' },
  alarm: { type: 'alarm' },
  'nothing to do': { type: 'chosen', request: R, choice: { do: 'nothing' } },
  'a text is ready': { type: 'chosen', request: R, choice: { do: 'yield' } },
  'a text is soon ready': { type: 'chosen', request: R, choice: { do: 'hold', until: NOW + 5_000 } },
  'the same file': { type: 'chosen', request: R, choice: { do: 'file', id: 5, size: FILE.size, url: URL_1 } },
  'a begun file': { type: 'chosen', request: R, choice: { do: 'file', id: 6, size: 9, url: URL_1 } },
  'a new file': { type: 'chosen', request: R, choice: { do: 'file', id: 6, size: 9, url: null } },
  there: { type: 'there', request: R },
  absent: { type: 'absent', request: R },
  announced: { type: 'announced', request: R, url: URL_1 },
  gone: { type: 'gone', request: R },
  'has more': { type: 'has', request: R, offset: 128 * KIB, ms: 2_000 },
  'has all': { type: 'has', request: R, offset: FILE.size, ms: 2_000 },
  refused: { type: 'refused', request: R, why: 'not_taken' },
  cut: { type: 'failed', request: R, failure: failure('cut') },
  'wait 90 s': { type: 'failed', request: R, failure: failure('rate_limited', 90_000) },
  '401': { type: 'failed', request: R, failure: failure('unauthorized') },
  'an old answer': { type: 'there', request: R - 1 },
  stop: { type: 'stop' },
} as const satisfies Record<string, UploadsEvent | RunnerEvent>;

test.each<[keyof typeof EVENTS, UploadsPhase, string]>([
  ['signed in', 'resting', 'choosing | abort | choose'],
  ['signed in', 'sending', 'choosing | abort | choose'],
  ['wake', 'resting', 'choosing | choose'],
  ['wake', 'sending', 'sending'],
  ['wake', 'yielding', 'yielding'],
  ['pushed', 'yielding', 'choosing | choose'],
  ['pushed', 'resting', 'choosing | choose'],
  ['pushed', 'sending', 'sending'],
  ['kick', 'resting', 'choosing | choose'],
  ['kick', 'sending', 'sending'],
  ['alarm', 'resting', 'choosing | choose'],
  ['nothing to do', 'choosing', 'resting'],
  ['a text is ready', 'choosing', 'yielding | push'],
  ['a text is soon ready', 'choosing', 'resting | alarm +5000'],
  ['the same file', 'choosing', 'sending | send 64+64'],
  ['a begun file', 'choosing', 'finding | find'],
  ['a new file', 'choosing', 'asking | ask'],
  ['there', 'asking', 'choosing | uploaded | push | choose'],
  ['absent', 'asking', 'announcing | announce'],
  ['announced', 'announcing', 'sending | keep 0 | send 0+64'],
  ['gone', 'finding', 'asking | keep nowhere | ask'],
  ['gone', 'sending', 'asking | keep nowhere | ask'],
  ['has more', 'finding', 'sending | keep 128 | send 128+64'],
  ['has more', 'sending', 'choosing | keep 128 | choose'],
  ['has all', 'finding', 'choosing | uploaded | push | choose'],
  ['has all', 'sending', 'choosing | uploaded | push | choose'],
  ['refused', 'announcing', 'choosing | refused not_taken | push | choose'],
  ['cut', 'sending', 'resting | alarm +1000'],
  ['wait 90 s', 'announcing', 'resting | alarm +90000'],
  ['401', 'finding', 'resting | unauthorized'],
  ['an old answer', 'asking', 'asking'],
  ['stop', 'sending', 'resting | abort'],
])('%s, while %s', (name, phase, outcome) => {
  expect(short(step(at(phase), EVENTS[name], NOW, 0))).toBe(outcome);
});

describe('after a failed upload', () => {
  const resting = (name: 'cut' | 'wait 90 s' | '401') => step(at('sending'), EVENTS[name], NOW, 0).state;

  test('the central service is asked where it stands before a byte is sent', () => {
    const { state } = step(resting('cut'), EVENTS.alarm, NOW + 1_000, 0);
    const again = { ...EVENTS['the same file'], request: state.request };
    expect(short(step(state, again, NOW + 1_000, 0))).toBe('finding | find');
  });

  test('what is composed meanwhile does not hurry it, the officer does', () => {
    for (const event of [EVENTS.wake, EVENTS.pushed]) {
      expect(short(step(resting('cut'), event, NOW, 0))).toBe('resting');
    }
    expect(short(step(resting('cut'), EVENTS.kick, NOW, 0))).toBe('choosing | choose');
  });

  test('Retry-After holds even against the officer, unless the clock was set back by a day', () => {
    expect(short(step(resting('wait 90 s'), EVENTS.kick, NOW, 0))).toBe('resting | alarm +90000');
    expect(short(step(resting('wait 90 s'), EVENTS.kick, NOW - 86_400_000, 0))).toBe('choosing | choose');
  });

  test('without a sign-in nothing moves', () => {
    for (const event of [EVENTS.wake, EVENTS.pushed, EVENTS.kick, EVENTS.alarm]) {
      expect(short(step(resting('401'), event, NOW, 0))).toBe('resting');
    }
  });

  test('a file that is not to be sent any more holds the next one up no longer', () => {
    const chosen = step(at('choosing', { attempt: 3 }), EVENTS['nothing to do'], NOW, 0).state;
    expect(short(step(chosen, EVENTS.wake, NOW, 0))).toBe('choosing | choose');
  });

  test('an answer that came too late counts for nothing', () => {
    const late = step(resting('cut'), EVENTS['has more'], NOW, 0);
    expect(late.effects).toEqual([]);
  });
});

test('an answer without progress is a failure, so that it cannot repeat without a pause', () => {
  const still = { type: 'has', request: R, offset: FILE.offset, ms: 10 } as const;
  expect(short(step(at('sending'), still, NOW, 0))).toBe('resting | alarm +1000');
});

test('a chunk takes about two seconds: larger after a quick one, smaller after a slow one or a cut', () => {
  const after = (chunkBytes: number, ms: number) =>
    step(at('sending', { chunkBytes }), { ...EVENTS['has more'], ms }, NOW, 0).state.chunkBytes;
  expect(after(64 * KIB, 999)).toBe(128 * KIB);
  expect(after(64 * KIB, 2_000)).toBe(64 * KIB);
  expect(after(64 * KIB, 4_001)).toBe(32 * KIB);
  expect(after(MAX_CHUNK_BYTES, 1)).toBe(MAX_CHUNK_BYTES);
  expect(after(MIN_CHUNK_BYTES, 60_000)).toBe(MIN_CHUNK_BYTES);
  expect(step(at('sending'), EVENTS.cut, NOW, 0).state.chunkBytes).toBe(32 * KIB);
});

test('while nobody is signed in nothing moves', () => {
  for (const event of [EVENTS.wake, EVENTS.kick, EVENTS.alarm, EVENTS.pushed]) {
    expect(step(INITIAL, event, NOW, 0)).toEqual({ state: INITIAL, effects: [] });
  }
});

test('whatever happens, at most one request is on its way and a failure is followed by an alarm', () => {
  const names = Object.keys(EVENTS) as (keyof typeof EVENTS)[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), (sequence) => {
      let state = step(INITIAL, { type: 'signed_in' }, NOW, 0).state;
      let alarm: number | null = null;
      for (const name of sequence) {
        const event = EVENTS[name];
        if (event.type === 'alarm') alarm = null;
        const answering = 'request' in event && event.request === R;
        if (answering && ['resting', 'yielding'].includes(state.phase)) continue;
        if (answering && (event.type === 'chosen') !== (state.phase === 'choosing')) continue;
        const next = step(state, answering ? { ...event, request: state.request } : event, NOW, 0);
        state = next.state;
        for (const effect of next.effects) if (effect.type === 'alarm') alarm = effect.at;
        const requests = next.effects.filter((effect) => 'request' in effect);
        expect(requests.length).toBeLessThanOrEqual(1);
        for (const request of requests) expect(request).toMatchObject({ request: state.request });
        if (state.attempt > 0 && state.phase === 'resting' && state.signedIn) expect(alarm).not.toBeNull();
      }
    }),
    { numRuns: 500 },
  );
});
