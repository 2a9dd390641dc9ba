import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { type Centre, openCentre } from './centre.ts';
import { BREAKAGES, type Breakage, type Outcome, simulate } from './simulate.ts';
import { STORIES } from './stories.ts';

/** More by hand: `npm run simulate -- --seeds 10000`, or here by `PENGHUBUNG_SEEDS`. */
const SEEDS = Number(process.env.PENGHUBUNG_SEEDS ?? 30);
const PATIENCE_MS = 60_000 + SEEDS * 4_000;
/** Seeds after which a breakage must have been seen. */
const SEEDS_TO_NOTICE = 12;

let centre: Centre;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  centre = await openCentre(await freshDatabase(), join(folder, 'ekspor.xlsx'));
});
afterAll(() => centre.close());

/** The first seed with a violation. */
async function firstBad(seeds: number, breakage?: Breakage): Promise<Outcome | null> {
  for (let seed = 1; seed <= seeds; seed++) {
    const outcome = await simulate({ centre, folder, seed, ...(breakage === undefined ? {} : { breakage }) });
    if (outcome.violations.length > 0) return outcome;
  }
  return null;
}

test(`the promises hold in ${SEEDS} seeds`, { timeout: PATIENCE_MS }, async () => {
  expect(await firstBad(SEEDS)).toBeNull();
});

describe('found once, for ever', () => {
  test.each(Object.entries(STORIES))('%s', { timeout: PATIENCE_MS }, async (_, steps) => {
    expect((await simulate({ centre, folder, seed: 1, steps })).violations).toEqual([]);
  });
});

describe('the simulation itself: what is broken on purpose is seen', () => {
  /** What must be among the promises seen broken. */
  const SEEN: Record<Breakage, string> = {
    idempotency: 'nothing happens twice',
    feed_lock: 'the PC has what PostgreSQL has',
    durability: 'nothing typed is lost',
  };

  test.each(BREAKAGES)('%s', { timeout: PATIENCE_MS }, async (breakage) => {
    let seen: readonly string[] = [];
    for (let seed = 1; seed <= SEEDS_TO_NOTICE && !seen.includes(SEEN[breakage]); seed++) {
      const { violations } = await simulate({ centre, folder, seed, breakage });
      seen = violations.map(({ invariant }) => invariant);
    }
    expect(seen).toContain(SEEN[breakage]);
  });
});
