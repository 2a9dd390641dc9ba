import { expect, test } from 'vitest';
import { afterFall, NO_FALLS } from './backoff.ts';

test('the wait doubles with each fall, up to half a minute', () => {
  const waits: number[] = [];
  let falls = NO_FALLS;
  for (let n = 0; n < 10; n++) {
    falls = afterFall(falls, 100);
    waits.push(falls.restartInMs);
  }
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
});

test('after a minute of good work a fall counts as the first', () => {
  expect(afterFall({ count: 7, restartInMs: 16_000 }, 60_000)).toEqual({ count: 1, restartInMs: 250 });
});
