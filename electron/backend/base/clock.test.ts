import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from './clock.ts';

const HOUR_MS = 3_600_000;

test('an alarm rings at its time, and soon after a PC wakes up that slept through it', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const rung: number[] = [];
  const start = Date.now();
  const ring = () => void rung.push(Date.now() - start);
  systemClock.alarm(start + HOUR_MS, ring);
  vi.advanceTimersByTime(HOUR_MS);
  expect(rung).toEqual([HOUR_MS]);

  systemClock.alarm(start + 10 * HOUR_MS, ring);
  const cancel = systemClock.alarm(start + 10 * HOUR_MS, () => rung.push(-1));
  vi.setSystemTime(start + 12 * HOUR_MS);
  cancel();
  vi.advanceTimersByTime(60_000);
  expect(rung).toEqual([HOUR_MS, 12 * HOUR_MS + 60_000]);
});
