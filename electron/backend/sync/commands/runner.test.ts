import { expect, test } from 'vitest';
import { answerBody, complaintNo, entry, noteBody } from '../../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../../testing/test-backend.ts';
import { PAGE_LIMIT } from './page-source.ts';

async function answer(bench: TestBackend, number: number, text?: string): Promise<string> {
  const sent = await bench.client.command.submit({
    complaintId: complaintNo(number).id,
    body: answerBody(text),
  });
  if (!sent.ok) throw new Error(sent.code);
  return sent.id;
}

/** Lets the time of undo go by. */
const release = (bench: TestBackend): void => bench.clock.advance(10_000);

async function stateOf(bench: TestBackend, id: string): Promise<string | undefined> {
  return (await bench.client.outbox.list()).find((item) => item.id === id)?.delivery.state;
}
const delivered = (bench: TestBackend, id: string) =>
  until(async () => (await stateOf(bench, id)) === 'accepted');

test('the first load brings every page, then the long poll brings each change at once', async () => {
  const complaints = Array.from({ length: PAGE_LIMIT * 2 + 10 }, (_, number) => complaintNo(number));
  const bench = await testBackend(complaints);
  await untilSynced(bench);
  expect((await bench.client.queue.counts()).all).toBe(complaints.length);
  expect(await bench.client.sync.status()).toMatchObject({ online: true, firstLoad: null });
  expect(bench.central.asked.at(-1)).toMatchObject({ wait: 55_000 });

  bench.central.put(complaintNo(5_000));
  await until(async () => (await bench.client.queue.counts()).all === complaints.length + 1);
});

test('an answer reaches the central service once, after the time of undo, and comes back with its receipt', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  await untilSynced(bench);
  bench.clock.advance(9_999);
  await untilSynced(bench);
  expect(bench.central.batches).toEqual([]);
  expect(await stateOf(bench, id)).toBe('held');
  bench.clock.advance(1);
  await delivered(bench, id);
  expect(bench.central.executed).toEqual([id]);
  await untilSynced(bench);
  const view = await bench.client.case.get({ id: complaintNo(1).id });
  expect(view?.complaint.timeline).toEqual([expect.objectContaining({ id, receipt: 'K-1' })]);
  expect(view?.deliveries[id]).toMatchObject({ state: 'accepted', receipt: 'K-1' });
});

test('an answer lost after the decision is unsure, and its stored result is asked for instead of sending again', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ lost: true });
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'unsure');
  expect(await bench.client.sync.status()).toMatchObject({ undelivered: 1, online: false });
  expect(await bench.client.command.withdraw({ id })).toEqual({ ok: false });
  bench.clock.advance(1_000);
  await delivered(bench, id);
  expect(bench.central.batches).toEqual([[id]]);
  expect(bench.central.askedResults).toEqual([id]);
  expect(bench.central.executed).toEqual([id]);
});

test('what the central service has never decided is sent again with the same id, after it was asked', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ code: 'cut' });
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'unsure');
  bench.clock.advance(1_000);
  await delivered(bench, id);
  expect(bench.central.askedResults).toEqual([id]);
  expect(bench.central.batches).toEqual([[id]]);
});

test('a command stays unsure while the question for its result is not answered, and nothing is sent', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ lost: true });
  bench.central.faults.result.push({ code: 'timeout' });
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'unsure');
  bench.clock.advance(1_000);
  await until(() => bench.central.faults.result.length === 0);
  await until(async () => (await bench.client.sync.status()).phase === 'idle');
  expect(await stateOf(bench, id)).toBe('unsure');
  expect(bench.central.batches).toEqual([[id]]);
  bench.clock.advance(2_000);
  await delivered(bench, id);
});

test('what the officer takes back while the PC asks for a stored result does not leave', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ code: 'cut' });
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'unsure');
  const takenBack = await answer(bench, 2);
  bench.central.whileAsked = async () => {
    expect((await bench.client.command.withdraw({ id: takenBack })).ok).toBe(true);
    bench.central.whileAsked = () => Promise.resolve();
  };
  release(bench);
  await delivered(bench, id);
  expect(bench.central.executed).toEqual([id]);
});

test('of a hundred lost answers, those that are known are taken and the others sent again', async () => {
  const numbers = Array.from({ length: 20 }, (_, number) => number + 1);
  const bench = await testBackend(numbers.map((number) => complaintNo(number)));
  await untilSynced(bench);
  const ids: string[] = [];
  for (const number of numbers) ids.push(await answer(bench, number));
  bench.central.faults.commands.push({ lost: true });
  release(bench);
  for (const id of ids) await until(async () => (await stateOf(bench, id)) === 'unsure');
  // The central service's own history ended in the middle of the batch.
  for (const id of ids.slice(10)) bench.central.results.delete(id);
  bench.central.executed.length = 10;
  for (const number of numbers.slice(10))
    bench.central.complaints.set(complaintNo(number).id, complaintNo(number));
  bench.clock.advance(1_000);
  for (const id of ids) await delivered(bench, id);
  expect(bench.central.batches.at(-1)).toEqual(ids.slice(10));
  expect(bench.central.executed).toEqual(ids);
});

test.each(['timeout', 'not_an_answer', 'server_error', 'cut'] as const)(
  'after "%s" the same command is sent again with the same id',
  async (code) => {
    const bench = await testBackend([complaintNo(1)]);
    await untilSynced(bench);
    const id = await answer(bench, 1);
    bench.central.faults.commands.push({ code });
    release(bench);
    await until(async () => (await stateOf(bench, id)) === 'unsure');
    bench.clock.advance(1_000);
    await delivered(bench, id);
    expect(bench.central.executed).toEqual([id]);
  },
);

test('a central service that surely was not reached leaves nothing unsure', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ code: 'unreachable' });
  release(bench);
  await until(async () => !(await bench.client.sync.status()).online);
  expect(await stateOf(bench, id)).toBe('queued');
  expect(await bench.client.command.withdraw({ id })).toMatchObject({ ok: true });
  bench.clock.advance(1_000);
  await untilSynced(bench);
  expect(bench.central.executed).toEqual([]);
});

test('after a kill between the decision and its answer the next start asks again', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ lost: true });
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'unsure');
  const again = await bench.reopened();
  await delivered(again, id);
  expect(again.central.executed).toEqual([id]);
});

test('a kill within the time of undo loses nothing: the command goes when the time is over', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1, 'Ditulis sebelum listrik padam');
  const again = await bench.reopened();
  expect(await stateOf(again, id)).toBe('held');
  await untilSynced(again);
  expect(again.central.executed).toEqual([]);
  release(again);
  await delivered(again, id);
  expect(again.central.complaints.get(complaintNo(1).id)?.timeline.at(-1)?.text).toBe(
    'Ditulis sebelum listrik padam',
  );
});

test('429 is obeyed to the millisecond', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ code: 'rate_limited', retryAfterMs: 90_000 });
  release(bench);
  await until(async () => (await bench.client.sync.status()).phase === 'idle');
  await bench.client.sync.now();
  bench.clock.advance(89_999);
  expect(await stateOf(bench, id)).toBe('queued');
  expect(bench.central.batches).toEqual([]);
  bench.clock.advance(1);
  await delivered(bench, id);
});

test('401 asks for a sign-in; after a new enrolment everything goes', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ code: 'unauthorized' });
  release(bench);
  await until(async () => (await bench.client.sync.status()).signInNeeded);
  expect(await stateOf(bench, id)).toBe('queued');
  const enrolled = await bench.client.session.enrol({
    centralUrl: 'https://pusat.invalid',
    code: 'KODE-DUA',
    name: 'Rina',
  });
  expect(enrolled.ok).toBe(true);
  await delivered(bench, id);
  expect(await bench.client.sync.status()).toMatchObject({ signInNeeded: false });
});

test('401 of a moment is over by itself: it is asked again, and everything goes', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.faults.commands.push({ code: 'unauthorized' });
  release(bench);
  await until(async () => (await bench.client.sync.status()).signInNeeded);
  bench.clock.advance(300_000);
  await delivered(bench, id);
  expect(await bench.client.sync.status()).toMatchObject({ signInNeeded: false });
});

test('"later" of a year for one command is obeyed for an hour', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1);
  bench.central.results.set(id, { outcome: 'later', id, retryAfterMs: 31_536_000_000, missing: [] });
  release(bench);
  await untilSynced(bench);
  const before = bench.central.batches.length;
  bench.clock.advance(3_599_999);
  await untilSynced(bench);
  expect([before, bench.central.batches.length]).toEqual([1, 1]);
  bench.central.results.delete(id);
  bench.clock.advance(1);
  await delivered(bench, id);
});

test('one command that the central service will not read blocks only what follows it on its complaint', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2), complaintNo(3)]);
  await untilSynced(bench);
  const bad = await answer(bench, 1);
  const behind = await bench.client.command.submit({ complaintId: complaintNo(1).id, body: noteBody() });
  const others = [await answer(bench, 2), await answer(bench, 3)];
  // 413 for the batch, and again for the bad one alone.
  bench.central.faults.commands.push({ code: 'too_large' }, { code: 'too_large' }, { code: 'too_large' });
  release(bench);
  for (const id of others) await delivered(bench, id);
  await untilSynced(bench);
  expect(bench.central.executed).toEqual(others);
  expect(await stateOf(bench, bad)).toBe('aside');
  bench.clock.advance(300_000);
  await delivered(bench, bad);
  expect(behind.ok && (await stateOf(bench, behind.id))).toMatch(/queued|sending|accepted/);
  await until(() => bench.central.executed.length === 4);
});

test('"later" for one command is obeyed, and the others go', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  const [first, second] = [await answer(bench, 1), await answer(bench, 2)];
  bench.central.results.set(first, { outcome: 'later', id: first, retryAfterMs: 60_000, missing: [] });
  release(bench);
  await delivered(bench, second);
  await untilSynced(bench);
  expect(await stateOf(bench, first)).toBe('queued');
  bench.central.results.delete(first);
  bench.clock.advance(60_000);
  await delivered(bench, first);
});

test('a refused command keeps its words, says why, and shows at once what came between', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const id = await answer(bench, 1, 'Jawaban saya');
  // A colleague was faster; the feed is slower than the refusal.
  bench.central.faults.changes.push({ code: 'cut' });
  const before = bench.central.complaints.get(complaintNo(1).id);
  if (before === undefined) throw new Error('no complaint');
  bench.central.complaints.set(before.id, { ...before, revision: 2, timeline: [entry({ revision: 2 })] });
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'refused');
  const view = await bench.client.case.get({ id: complaintNo(1).id });
  expect(view?.deliveries[id]).toMatchObject({ state: 'refused', code: 'superseded' });
  expect(view?.complaint.timeline.map(({ text }) => text)).toEqual(['Sudah kami perbaiki.']);
  expect(await bench.client.queue.counts()).toMatchObject({ attention: 1, outbox: 0 });
  expect((await bench.client.outbox.list())[0]).toMatchObject({ id, text: 'Jawaban saya' });
});

test('a server restored from an old backup gets back what it had accepted', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  const id = await answer(bench, 1, 'Sudah diterima sebelum pemulihan');
  release(bench);
  await delivered(bench, id);
  await untilSynced(bench);
  bench.central.restore('epoch-2', [complaintNo(1)]);
  await until(() => bench.central.executed.includes(id));
  await untilSynced(bench);
  expect(bench.central.complaints.get(complaintNo(1).id)?.timeline.map((e) => e.text)).toEqual([
    'Sudah diterima sebelum pemulihan',
  ]);
  expect((await bench.client.queue.counts()).all).toBe(1);
  expect(await stateOf(bench, id)).toBe('accepted');
});

test('a clock that is off by more than five minutes is told, and the day follows the central service', async () => {
  const bench = await testBackend();
  await untilSynced(bench);
  expect((await bench.client.reference.get()).today).toBe('2026-09-07');
  bench.central.serverTime = () => bench.clock.now() + 86_400_000;
  await bench.client.sync.now();
  await until(async () => (await bench.client.sync.status()).clockOffMs !== null);
  expect((await bench.client.sync.status()).clockOffMs).toBe(-86_400_000);
  expect((await bench.client.reference.get()).today).toBe('2026-09-08');
});

test('"sama dengan pusat" is only said when nothing is left to send', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const first = (await bench.client.sync.status()).lastSyncedAt;
  expect(first).not.toBeNull();
  const id = await answer(bench, 1);
  bench.clock.advance(5_000);
  bench.central.put(complaintNo(2));
  await until(async () => (await bench.client.queue.counts()).all === 2);
  expect((await bench.client.sync.status()).lastSyncedAt).toBe(first);
  bench.clock.advance(5_000);
  await delivered(bench, id);
  await until(async () => (await bench.client.sync.status()).lastSyncedAt !== first);
});

test('a page that this PC cannot keep is asked for again, with growing waits', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  bench.central.put(complaintNo(2, { title: null as never }));
  await until(() => bench.logged.some(({ level }) => level === 'error'));
  expect((await bench.client.sync.status()).phase).toBe('idle');
  const asked = bench.central.asked.length;
  bench.central.put(complaintNo(2));
  expect(bench.central.asked.length).toBe(asked);
  bench.central.forget(complaintNo(2).id);
  bench.clock.advance(1_000);
  await until(async () => (await bench.client.queue.counts()).all === 2);
});

test('faults at random places end in everything delivered exactly once', async () => {
  const codes = ['cut', 'timeout', 'unreachable', 'server_error', 'not_an_answer'] as const;
  const bench = await testBackend([complaintNo(1), complaintNo(2), complaintNo(3)]);
  await untilSynced(bench);
  const ids: string[] = [];
  for (let round = 0; round < 12; round++) {
    ids.push(await answer(bench, (round % 3) + 1, `Jawaban ${round}`));
    bench.central.faults.commands.push(
      round % 2 === 0 ? { lost: true } : { code: codes[round % 5] ?? 'cut' },
    );
    bench.central.faults.changes.push({ code: codes[(round * 3) % 5] ?? 'cut' });
    release(bench);
    for (let turn = 0; turn < 20; turn++) await bench.client.sync.status();
  }
  await until(async () => {
    bench.clock.advance(1_000);
    return (await bench.client.sync.status()).undelivered === 0;
  });
  expect(bench.central.executed.toSorted()).toEqual(ids.toSorted());
  for (const number of [1, 2, 3]) {
    const texts = bench.central.complaints.get(complaintNo(number).id)?.timeline.map(({ text }) => text);
    expect(texts).toEqual(texts?.toSorted((a, b) => Number(a.slice(8)) - Number(b.slice(8))));
  }
});
