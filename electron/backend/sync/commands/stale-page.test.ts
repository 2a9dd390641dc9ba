import { expect, onTestFinished, test } from 'vitest';
import { setCommitHook } from '../../store/commit-hook.ts';
import { fullDisk } from '../../testing/full-disk.ts';
import { complaintNo } from '../../testing/samples.ts';
import { testBackend, until, untilSynced } from '../../testing/test-backend.ts';
import { PAGE_LIMIT } from './page-source.ts';

test('a page that came before a wait is not used after it: it is asked for anew', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const takeAway = setCommitHook({
    before: (path) => {
      // The cache has the first of two pages of the new load, and the journal has no room for what it says.
      const loads = bench.central.asked.some(({ after }) => after.startsWith('epoch-2'));
      if (path.endsWith('journal.db') && loads) throw fullDisk();
    },
    after: () => {},
  });
  onTestFinished(takeAway);
  bench.central.epoch = 'epoch-2';
  for (let number = 2; number <= PAGE_LIMIT + 10; number++) bench.central.put(complaintNo(number));
  await until(async () => (await bench.client.sync.status()).obstacle === 'storage_full');
  takeAway();
  // The PC sleeps. An answer of before it would say that the clock is wrong.
  bench.clock.advance(400_000);
  await untilSynced(bench);
  expect((await bench.client.queue.counts()).all).toBe(PAGE_LIMIT + 10);
  expect((await bench.client.sync.status()).clockOffMs).toBeNull();
});
