import type { Breakage } from './breakages.ts';
import type { Pool } from './pool.ts';
import type { Outcome } from './simulate.ts';

export type Seeds = {
  readonly from: number;
  readonly count: number;
  readonly breakage?: Breakage;
  /** See `Job`. */
  readonly length?: number;
  readonly days?: number;
  /** Told of each that has ended. True: no further seed is begun. */
  readonly ended: (outcome: Outcome) => boolean;
};

/** Runs seeds side by side, as many at once as `atOnce`. Answers when none is under way any more. */
export async function runSeeds(pool: Pool, atOnce: number, seeds: Seeds): Promise<void> {
  const { from, count, ended, ...every } = seeds;
  let next = from;
  let enough = false;
  const work = async (): Promise<void> => {
    while (!enough && next < from + count) {
      const seed = next++;
      const outcome = await pool.run({ seed, ...every });
      enough ||= ended(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
