import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { MONDAY } from '../testing/samples.ts';
import type { BackendContext } from './context.ts';
import { retryCacheUpdate } from './retry-cache-update.ts';

/** `problems`: what the work meets, one after the other, before it is done. */
function retried(...problems: readonly Error[]) {
  const clock = manualClock(MONDAY);
  const told: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const hub = { publish: () => {} };
  const noteDamage = (error: unknown): void => void told.push(error);
  const left = [...problems];
  let done = 0;
  const begin = (): void =>
    retryCacheUpdate({ clock, log, hub, noteDamage } as unknown as BackendContext, () => {
      const problem = left.shift();
      if (problem !== undefined) throw problem;
      done += 1;
    });
  return { begin, clock, told, done: () => done };
}
const sqlite = (code: string): Error => new Database.SqliteError(code, code);

test('a full disk and a damaged cache do not undo the step: the queue follows later, and damage is told', () => {
  const damage = sqlite('SQLITE_CORRUPT_VTAB');
  const { begin, clock, told, done } = retried(sqlite('SQLITE_FULL'), damage);
  begin();
  clock.advance(30_000);
  expect([done(), told]).toEqual([0, [damage]]);
  clock.advance(30_000);
  expect([done(), clock.nextAlarm()]).toEqual([1, null]);
});

test('what is no problem of the disk is a fault of the step', () => {
  expect(retried(new TypeError('x is not a function')).begin).toThrow(TypeError);
});
