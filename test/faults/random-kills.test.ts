import { expect, test } from 'vitest';
import { buildIfStale } from '../../build/build.ts';
import { killAtRandom } from './random-kills.ts';

/** More by hand: `FAULT_KILLS=2000 npm test -- test/faults`. */
const KILLS = Number(process.env.FAULT_KILLS ?? 200);

test('killed with -9 at random instants the app loses nothing that it confirmed, and sends nothing twice', {
  timeout: KILLS * 10_000 + 60_000,
}, async () => {
  await buildIfStale();
  const report = await killAtRandom(KILLS, 20_261_124);
  console.log(JSON.stringify(report));
  expect(report.violations).toEqual([]);
  expect(report.confirmed).toBeGreaterThan(KILLS);
});
