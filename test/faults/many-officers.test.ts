import { expect, test } from 'vitest';
import { freshDatabase } from '../support/postgres.ts';
import { workAsMany } from './many-officers.ts';

/** 200 officers for ten minutes by hand: `npm run load`. */
test('twenty officers of six agencies on one service, with faults and imports: every client ends with what PostgreSQL has', async () => {
  const report = await workAsMany({
    databaseUrl: await freshDatabase(),
    agencies: 6,
    officers: 20,
    reportsEach: 15,
    ms: 20_000,
    pauseMs: 800,
    speed: 5,
    faultShare: 0.15,
    importEveryMs: 1_500,
    killEveryMs: 8_000,
    processes: 2,
    seed: 20_261_124,
    tell: () => undefined,
  });
  console.log(JSON.stringify(report));
  expect(report.violations).toEqual([]);
  expect(report.accepted).toBeGreaterThan(20);
  expect(report.refused).toBeGreaterThan(0);
  expect(report.moved).toBeGreaterThan(0);
  expect(report.faults).toBeGreaterThan(5);
});
