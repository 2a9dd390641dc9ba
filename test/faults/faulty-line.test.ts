import { expect, test } from 'vitest';
import { buildIfStale } from '../../build/build.ts';
import { freshDatabase } from '../support/postgres.ts';
import { workOnFaultyLines } from './faulty-line.ts';

/** Longer by hand: `FAULT_SECONDS=600 npm test -- test/faults/faulty-line`. */
const SECONDS = Number(process.env.FAULT_SECONDS ?? 25);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_124);

test('on a line that misbehaves in every way, with a service that is killed, nothing is lost, doubled or told wrong', {
  timeout: SECONDS * 2_000 + 600_000,
}, async () => {
  await buildIfStale();
  const report = await workOnFaultyLines(await freshDatabase(), SECONDS * 1_000, SEED);
  console.log(JSON.stringify(report));
  expect(report.violations).toEqual([]);
  expect(report.accepted).toBeGreaterThan(10);
  expect(report.serviceKills).toBeGreaterThan(0);
  expect(Object.keys(report.faults).length).toBeGreaterThan(5);
});
