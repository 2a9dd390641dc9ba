import { expect, test } from 'vitest';
import { damageAtRandom } from './random-damage.ts';

/** More by hand: `DAMAGES=200 DAMAGE_SEED=7 npm test -- test/faults/random-damage`. */
const DAMAGES = Number(process.env.DAMAGES ?? 10);
const SEED = Number(process.env.DAMAGE_SEED ?? 20_261_130);

test.each(['log', 'journal', 'cache'] as const)(
  'however the %s is damaged, the program starts, loses nothing that can be read, and says what is gone',
  {
    timeout: DAMAGES * 10_000 + 60_000,
  },
  async (target) => {
    const { violations, ...figures } = await damageAtRandom(target, DAMAGES, SEED);
    console.log(JSON.stringify({ target, ...figures }));
    expect(violations).toEqual([]);
  },
);
