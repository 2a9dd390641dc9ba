import { expect, test } from 'vitest';
import { savingOf } from './saving.ts';

test.each([
  [{ onBattery: false, metered: false }, null],
  [{ onBattery: true, metered: false }, 'power'],
  [{ onBattery: false, metered: true }, 'quota'],
  [{ onBattery: true, metered: true }, 'quota'],
] as const)('with %o what waits does so for %s', (means, saving) => {
  expect(savingOf(means)).toBe(saving);
});
