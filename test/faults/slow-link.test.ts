import { expect, test } from 'vitest';
import { buildIfStale } from '../../build/build.ts';
import { freshDatabase } from '../support/postgres.ts';
import { writeOnSlowLink } from './slow-link.ts';

/** 20 follow-ups with 300 kB each at 64 kbit/s by hand: `npm run slow-link`. */
test('three follow-ups written at once on a slow link arrive once, each before the photo of a later one', async () => {
  await buildIfStale();
  const report = await writeOnSlowLink({
    databaseUrl: await freshDatabase(),
    followUps: 3,
    photoBytes: 60_000,
    link: { bitsPerSecond: 1_000_000, roundTripMs: 100, loss: 0.05, seed: 1 },
    drops: 0,
    tell: () => undefined,
  });
  console.log(JSON.stringify(report));
  expect(report.violations).toEqual([]);
});
