import { expect, test } from 'vitest';
import { readTogether } from './read-together.ts';

type Found = ReadonlyMap<string, string>;

/** Reads whose ends the test tells. */
function reading() {
  const runs: (PromiseWithResolvers<Found> & { readonly keys: readonly string[] })[] = [];
  const ask = readTogether((keys) => {
    const run = { keys, ...Promise.withResolvers<Found>() };
    runs.push(run);
    return run.promise;
  });
  const end = (n: number, word: string): void =>
    runs[n]?.resolve(
      new Map(runs[n].keys.filter((key) => key !== 'unknown').map((key) => [key, key + word])),
    );
  return { runs, ask, end };
}

/** Whatever follows from what has just happened has begun. */
const followed = (): Promise<void> => new Promise(setImmediate);

test('those who ask at the same time share a read, and those who ask while it runs share the next', async () => {
  const { runs, ask, end } = reading();
  const first = Promise.all([ask('a'), ask('b'), ask('unknown')]);
  await followed();
  const second = Promise.all([ask('a'), ask('c'), ask('a')]);
  await followed();
  end(0, ' then');
  expect(await first).toEqual(['a then', 'b then', null]);
  await followed();
  end(1, ' now');
  expect(await second).toEqual(['a now', 'c now', 'a now']);
  expect(runs.map(({ keys }) => keys)).toEqual([
    ['a', 'b', 'unknown'],
    ['a', 'c'],
  ]);
});

test('a read that fails is the failure of those who asked for it, and the next one runs', async () => {
  const { runs, ask, end } = reading();
  const first = ask('a');
  await followed();
  const second = ask('a');
  runs[0]?.reject(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await followed();
  end(1, ' back');
  expect(await second).toBe('a back');
});

test('very many are read by several statements, one after the other', async () => {
  const { runs, ask, end } = reading();
  const all = Promise.all(Array.from({ length: 125 }, (_, n) => ask(`${n}`)));
  for (let n = 0; n < 3; n++) {
    await followed();
    expect(runs).toHaveLength(n + 1);
    end(n, '!');
  }
  expect(await all).toEqual(Array.from({ length: 125 }, (_, n) => `${n}!`));
  expect(runs.map(({ keys }) => keys.length)).toEqual([50, 50, 25]);
});
