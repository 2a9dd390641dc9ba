import { expect, test } from 'vitest';
import { type Query, QueryCache } from './query-cache.ts';

/** A question whose answers are given by hand. */
function question(overrides: Partial<Query<string>> = {}) {
  const asked: { answer: (text: string) => Promise<void>; fail: () => Promise<void> }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const query: Query<string> = {
    key: 'case lapor-1',
    topics: ['case'],
    complaintId: 'lapor-1',
    fetch: () =>
      new Promise((resolve, reject) => {
        asked.push({
          answer: (text) => {
            resolve(text);
            return settle();
          },
          fail: () => {
            reject(new Error('line lost'));
            return settle();
          },
        });
      }),
    ...overrides,
  };
  return { query, asked };
}

test('an answer is asked for once, however many screens show it', async () => {
  const cache = new QueryCache();
  const { query, asked } = question();
  let told = 0;
  cache.observe(query, () => told++);
  cache.observe(query, () => told++);
  await asked[0]?.answer('one');
  expect([asked.length, told, cache.read(query).data]).toEqual([1, 2, 'one']);
});

test('an event of its topic and report asks again, and the last answer stays on the screen meanwhile', async () => {
  const cache = new QueryCache();
  const { query, asked } = question();
  cache.observe(query, () => {});
  await asked[0]?.answer('one');

  cache.onEvent({ topics: ['case'], complaintIds: ['lapor-2'] });
  cache.onEvent({ topics: ['queue'], complaintIds: null });
  expect(asked.length).toBe(1);

  cache.onEvent({ topics: ['case'], complaintIds: ['lapor-1'] });
  expect(cache.read(query)).toEqual({ data: 'one', loading: true, failed: false });
  await asked[1]?.answer('two');
  expect(cache.read(query)).toEqual({ data: 'two', loading: false, failed: false });
});

test('an event during an answer asks once more: the answer may be older than the change', async () => {
  const cache = new QueryCache();
  const { query, asked } = question();
  cache.observe(query, () => {});
  cache.onEvent({ topics: ['case'], complaintIds: null });
  cache.onEvent({ topics: ['case'], complaintIds: null });
  await asked[0]?.answer('old');
  expect(asked.length).toBe(2);
  await asked[1]?.answer('new');
  expect([asked.length, cache.read(query).data]).toEqual([2, 'new']);
});

test('a hidden answer is not asked for again until it is shown', async () => {
  const cache = new QueryCache();
  const { query, asked } = question();
  const leave = cache.observe(query, () => {});
  await asked[0]?.answer('one');
  leave();
  cache.invalidateAll();
  expect([asked.length, cache.read(query).data]).toEqual([1, 'one']);
  cache.observe(query, () => {});
  expect(asked.length).toBe(2);
});

test('a failure keeps the answer before it, and the next event tries again', async () => {
  const cache = new QueryCache();
  const { query, asked } = question();
  cache.observe(query, () => {});
  await asked[0]?.answer('one');
  cache.invalidateAll();
  await asked[1]?.fail();
  expect(cache.read(query)).toEqual({ data: 'one', loading: false, failed: true });
  cache.invalidateAll();
  await asked[2]?.answer('two');
  expect(cache.read(query)).toEqual({ data: 'two', loading: false, failed: false });
});

test('forgets the oldest hidden answers, never a shown one', async () => {
  const cache = new QueryCache();
  const shown = question({ key: 'shown' });
  cache.observe(shown.query, () => {});
  await shown.asked[0]?.answer('kept');
  const hidden = Array.from({ length: 80 }, (_, n) => question({ key: `hidden ${n}` }));
  for (const { query, asked } of hidden) {
    cache.prefetch(query);
    await asked[0]?.answer('x');
  }
  cache.prefetch(question({ key: 'one more' }).query);
  const kept = hidden.filter(({ query }) => cache.read(query).data !== undefined).length;
  expect([cache.read(shown.query).data, kept]).toEqual(['kept', 60]);
});
