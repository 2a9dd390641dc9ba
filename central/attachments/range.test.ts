import { expect, test } from 'vitest';
import { readRange } from './range.ts';

test.each<[string | undefined, ReturnType<typeof readRange>]>([
  [undefined, 'whole'],
  ['bytes=0-99', { start: 0, end: 100 }],
  ['bytes=0-', { start: 0, end: 1000 }],
  ['bytes=999-', { start: 999, end: 1000 }],
  ['bytes=200-5000', { start: 200, end: 1000 }],
  ['bytes=-1', { start: 999, end: 1000 }],
  ['bytes=-5000', { start: 0, end: 1000 }],
  ['bytes=1000-', null],
  ['bytes=-0', null],
  // Not understood or not worth it: then the whole file is the answer.
  ['bytes=9-3', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=-', 'whole'],
  ['lines=1-2', 'whole'],
])('of 1,000 bytes, %s asks for %j', (header, range) => {
  expect(readRange(header, 1000)).toEqual(range);
});
