import { expect, test } from 'vitest';
import { answerBody, complaintNo } from '../../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../../testing/test-backend.ts';

const eventsOf = async (bench: TestBackend) => (await bench.client.sync.log()).map(({ event }) => event);
const all = async (bench: TestBackend) => (await bench.client.queue.counts()).all;

test('a complaint that the feed never brought is found by a difference, and pulled', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const { lastSyncedAt } = await bench.client.sync.status();
  bench.central.putTooLate(complaintNo(2));
  bench.clock.advance(5_000);
  await bench.client.sync.now();
  await until(async () => (await all(bench)) === 2);
  await untilSynced(bench);
  expect(await bench.client.sync.status()).toMatchObject({ differs: false });
  expect((await bench.client.sync.status()).lastSyncedAt).not.toBe(lastSyncedAt);
  expect((await eventsOf(bench)).filter((event) => event === 'differs')).toHaveLength(1);
});

test('a complaint that was changed without the feed is noticed too', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  bench.central.forget(complaintNo(1).id);
  bench.central.putTooLate(complaintNo(1, { revision: 9, title: 'Judul baru' }));
  await bench.client.sync.now();
  await until(async () => (await eventsOf(bench)).includes('differs'));
});

test('a difference that pulling does not mend is said, and met again after a day', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const { lastSyncedAt } = await bench.client.sync.status();
  bench.central.unreadable = 1;
  await bench.client.sync.now();
  await until(async () => (await bench.client.sync.status()).differs);
  await untilSynced(bench);
  const asked = bench.central.asked.filter(({ after }) => after === '').length;
  bench.clock.advance(86_000_000);
  await bench.client.sync.now();
  await untilSynced(bench);
  expect(bench.central.asked.filter(({ after }) => after === '')).toHaveLength(asked);
  expect(await bench.client.sync.status()).toMatchObject({ differs: true, lastSyncedAt });

  bench.central.unreadable = 0;
  bench.central.put(complaintNo(2));
  await untilSynced(bench);
  await until(async () => !(await bench.client.sync.status()).differs);
  expect((await bench.client.sync.status()).lastSyncedAt).not.toBe(lastSyncedAt);
});

test('what waits here is no difference: a recorded complaint, a note, one that left while it was answered', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  await bench.client.command.submit({ complaintId: complaintNo(1).id, body: answerBody() });
  bench.central.remove(complaintNo(1).id);
  await until(async () => (await all(bench)) === 1);
  await bench.client.sync.now();
  await untilSynced(bench);
  expect(await eventsOf(bench)).not.toContain('differs');
});
