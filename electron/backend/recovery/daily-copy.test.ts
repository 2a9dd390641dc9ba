import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testBackend } from '../testing/test-backend.ts';

const copiesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.includes('.copy-'))
    .sort();

test('each day on which the program runs leaves a copy, and the start does not wait for it', async () => {
  const bench = await testBackend();
  expect(copiesIn(bench.dataDir)).toEqual([]);
  bench.clock.advance(20_000);
  const [first] = copiesIn(bench.dataDir);
  expect(first).toMatch(/^journal\.db\.copy-\d{4}-\d{2}-\d{2}$/);
  bench.clock.advance(3 * 86_400_000);
  expect(copiesIn(bench.dataDir)).toHaveLength(2);
  expect(copiesIn(bench.dataDir)).not.toContain(first);
});
