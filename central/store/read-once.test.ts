import { expect, test } from 'vitest';
import { readOnce } from './read-once.ts';

/** A read whose runs the test ends. */
function reading() {
  const runs: PromiseWithResolvers<string>[] = [];
  const read = (): Promise<string> => {
    const run = Promise.withResolvers<string>();
    runs.push(run);
    return run.promise;
  };
  return { runs, read };
}

/** Whatever follows from what has just ended has begun. */
const followed = (): Promise<void> => new Promise(setImmediate);

test('those who ask while a read runs share the next one, and each key has its own', async () => {
  const { runs, read } = reading();
  const ask = readOnce<string>();
  const first = ask('a', read);
  const others = [ask('a', read), ask('a', read), ask('a', read)];
  const elsewhere = ask('b', read);
  expect(runs).toHaveLength(2);
  runs[1]?.resolve('b');
  runs[0]?.resolve('old');
  expect([await first, await elsewhere]).toEqual(['old', 'b']);
  await followed();
  expect(runs).toHaveLength(3);
  // The third read has begun before this question.
  const late = ask('a', read);
  runs[2]?.resolve('new');
  expect(await Promise.all(others)).toEqual(['new', 'new', 'new']);
  await followed();
  expect(runs).toHaveLength(4);
  runs[3]?.resolve('newest');
  expect(await late).toBe('newest');
});

test('a read that fails is the failure of those who asked for it, and the next one runs', async () => {
  const { runs, read } = reading();
  const ask = readOnce<string>();
  const first = ask('a', read);
  const second = ask('a', read);
  runs[0]?.reject(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  runs[1]?.resolve('back');
  expect(await second).toBe('back');
  const third = ask('a', read);
  runs[2]?.resolve('again');
  expect(await third).toBe('again');
});
