import { expect, test } from 'vitest';
import { keyedMutex } from './keyed-mutex.ts';

test('work of one key goes one after the other, also after a failure, and other keys do not wait', async () => {
  const oneAtATime = keyedMutex();
  const done: string[] = [];
  const held = Promise.withResolvers<void>();
  const first = oneAtATime('a', async () => {
    await held.promise;
    done.push('a1');
    throw new Error('failed');
  });
  const second = oneAtATime('a', async () => done.push('a2'));
  await oneAtATime('b', async () => done.push('b1'));
  expect(done).toEqual(['b1']);
  held.resolve();
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(done).toEqual(['b1', 'a1', 'a2']);
});
