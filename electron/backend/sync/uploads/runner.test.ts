import { expect, test } from 'vitest';
import { sha256Of } from '../../store/journal/file-table.ts';
import { answerBody, complaintNo, noteBody } from '../../testing/samples.ts';
import { answerWithFiles, photo } from '../../testing/send-file.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../../testing/test-backend.ts';

const KB = 1_000;
const release = (bench: TestBackend): void => bench.clock.advance(10_000);
const itemOf = async (bench: TestBackend, id: string) =>
  (await bench.client.outbox.list()).find((item) => item.id === id);
const stateOf = async (bench: TestBackend, id: string) => (await itemOf(bench, id))?.delivery.state;
const delivered = (bench: TestBackend, id: string) =>
  until(async () => (await stateOf(bench, id)) === 'accepted');
/** Lets time pass until the central service has the whole file. */
const whole = (bench: TestBackend, sha: string | undefined) =>
  until(() => {
    bench.clock.advance(100);
    return bench.central.files.whole.has(sha ?? '');
  });

async function ready(...numbers: number[]): Promise<TestBackend> {
  const bench = await testBackend(numbers.map((number) => complaintNo(number)));
  await untilSynced(bench);
  return bench;
}

/** Holds every request for bytes until it is called. */
function closeGate({ central }: TestBackend): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  central.files.gate = promise;
  return resolve;
}

test('a photo goes up during the time of undo, its text after that, and each arrives once', async () => {
  const bench = await ready(1);
  const bytes = photo(300 * KB, 1);
  const { id, shas } = await answerWithFiles(bench, 1, 'Sudah ditambal.', [bytes]);
  await until(() => bench.central.files.whole.has(shas[0] ?? ''));
  expect(bench.central.files.whole.get(shas[0] ?? '')?.equals(bytes)).toBe(true);
  expect(bench.central.executed).toEqual([]);
  release(bench);
  await delivered(bench, id);
  const { timeline } = bench.central.complaints.get(complaintNo(1).id) ?? { timeline: [] };
  expect(timeline.at(-1)?.attachments).toEqual([
    { sha256: shas[0], name: 'foto 0.jpg', type: 'image/jpeg', size: bytes.length },
  ]);
  await untilSynced(bench);
  expect(await bench.client.sync.status()).toMatchObject({ phase: 'waiting', upload: null, undelivered: 0 });
});

test('a text waits for its own file only, and says how far that is', async () => {
  const bench = await ready(1, 2);
  const open = closeGate(bench);
  const { id } = await answerWithFiles(bench, 1, 'Dengan foto', [photo(300 * KB, 1)]);
  const other = await bench.client.command.submit({
    complaintId: complaintNo(2).id,
    body: answerBody('Tanpa foto'),
  });
  release(bench);
  await delivered(bench, other.ok ? other.id : '');
  bench.central.put(complaintNo(3));
  await until(async () => (await bench.client.queue.counts()).all === 3);
  expect((await itemOf(bench, id))?.delivery).toMatchObject({
    state: 'queued',
    upload: { sent: 0, total: 300 * KB },
  });
  await untilTransferring(bench);
  expect((await bench.client.sync.status()).upload).toEqual({ sent: 0, total: 300 * KB });
  open();
  await delivered(bench, id);
});

const untilTransferring = (bench: TestBackend) =>
  until(async () => (await bench.client.sync.status()).phase === 'transferring');

test.each([0, 1, 50 * KB])(
  'an upload that is cut after %i bytes of a chunk goes on at the byte that the central service has',
  async (bytes) => {
    const bench = await ready(1);
    bench.central.files.faults.append.push({ cutAfter: 65_536 }, { cutAfter: bytes });
    const { id, shas } = await answerWithFiles(bench, 1, 'Sudah.', [photo(500 * KB, 1)]);
    await whole(bench, shas[0]);
    expectEachByteOnce(bench, 500 * KB);
    release(bench);
    await delivered(bench, id);
  },
);

test('an answer that is lost after the last byte sends nothing twice', async () => {
  const bench = await ready(1);
  bench.central.files.faults.append.push({ lost: true });
  const { id } = await answerWithFiles(bench, 1, 'Sudah.', [photo(20 * KB, 1)]);
  await until(() => bench.central.files.faults.append.length === 0);
  await untilSynced(bench);
  release(bench);
  await delivered(bench, id);
  expectEachByteOnce(bench, 20 * KB);
});

/** Whatever was cut, no byte came to the central service a second time. */
function expectEachByteOnce(bench: TestBackend, size: number): void {
  let end = 0;
  for (const [, offset, length] of bench.central.files.pieces) {
    expect(offset).toBe(end);
    end += length;
  }
  expect(end).toBe(size);
}

test('after a kill in the middle of an upload the next start goes on where the central service stands', async () => {
  const bench = await ready(1);
  bench.central.files.faults.append.push({ cutAfter: 65_536 }, { cutAfter: 10_000 });
  const { id } = await answerWithFiles(bench, 1, 'Sudah.', [photo(500 * KB, 1)]);
  await until(() => bench.central.files.pieces.length === 1);
  const again = await bench.reopened();
  await untilSynced(again);
  release(again);
  release(again);
  await delivered(again, id);
  expectEachByteOnce(again, 500 * KB);
  expect(again.central.files.uploads.size).toBe(1);
});

test('an upload that the central service has forgotten begins anew', async () => {
  const bench = await ready(1);
  bench.central.files.faults.append.push({ cutAfter: 40_000 });
  const { id } = await answerWithFiles(bench, 1, 'Sudah.', [photo(300 * KB, 1)]);
  await until(() => bench.central.files.pieces.length === 1);
  bench.central.files.uploads.clear();
  await untilSynced(bench);
  release(bench);
  await delivered(bench, id);
  expect(
    bench.central.files.pieces.map(([, offset]) => offset).filter((offset) => offset === 0),
  ).toHaveLength(2);
});

test('a file that the central service has already is not sent', async () => {
  const bench = await ready(1);
  const bytes = photo(300 * KB, 1);
  bench.central.files.whole.set(sha256Of(bytes), bytes);
  const { id } = await answerWithFiles(bench, 1, 'Sudah.', [bytes]);
  release(bench);
  await delivered(bench, id);
  expect(bench.central.files.pieces).toEqual([]);
});

test('files go up one at a time in the order of composing, and each text before the next photo', async () => {
  const bench = await ready(1, 2, 3);
  const open = closeGate(bench);
  const sent = [];
  for (const number of [1, 2, 3]) {
    const files = [photo(100 * KB, number * 2), photo(100 * KB, number * 2 + 1)];
    sent.push(await answerWithFiles(bench, number, `Jawaban ${number}`, files));
  }
  release(bench);
  open();
  for (const { id } of sent) await delivered(bench, id);
  expect(bench.central.files.happened).toEqual(
    sent.flatMap(({ id, shas }) => [...shas.map((sha) => `file ${sha}`), `text ${id}`]),
  );
});

test('a file that something on the line does not let through holds up its own text alone', async () => {
  const bench = await ready(1, 2, 3);
  const bad = await answerWithFiles(bench, 1, 'Lihat foto', [photo(300 * KB, 1)]);
  bench.central.files.blocked.add(bad.shas[0] ?? '');
  const others = [
    await answerWithFiles(bench, 2, 'Lihat foto', [photo(300 * KB, 2)]),
    await answerWithFiles(bench, 3, 'Lihat foto', [photo(300 * KB, 3)]),
  ];
  for (const { id, shas } of others) {
    await until(() => {
      bench.clock.advance(10_000);
      return bench.central.files.whole.has(shas[0] ?? '');
    });
    await delivered(bench, id);
  }
  expect(await stateOf(bench, bad.id)).toBe('queued');
  bench.central.files.blocked.clear();
  await bench.client.sync.now();
  await delivered(bench, bad.id);
});

test('a later photo waits while an earlier text may still be taken back', async () => {
  const bench = await ready(1, 2);
  const first = await answerWithFiles(bench, 1, 'Satu', [photo(50 * KB, 1)]);
  const second = await answerWithFiles(bench, 2, 'Dua', [photo(50 * KB, 2)]);
  await until(() => bench.central.files.whole.has(first.shas[0] ?? ''));
  await untilSynced(bench);
  expect(bench.central.files.happened).toEqual([`file ${first.shas[0]}`]);
  release(bench);
  await delivered(bench, second.id);
  expect(bench.central.files.happened).toEqual(
    [first, second].flatMap(({ id, shas }) => [`file ${shas[0]}`, `text ${id}`]),
  );
});

test('a text composed while a film goes up passes between two pieces', async () => {
  const bench = await ready(1, 2);
  const film = await answerWithFiles(bench, 1, 'Film', [photo(3_000 * KB, 1)]);
  await until(() => bench.central.files.pieces.length === 1);
  const note = await bench.client.command.submit({
    complaintId: complaintNo(2).id,
    body: noteBody('Segera'),
  });
  release(bench);
  await delivered(bench, film.id);
  const { happened } = bench.central.files;
  expect(happened.indexOf(`text ${note.ok ? note.id : ''}`)).toBe(0);
});

test('the pieces grow on a quick link, and are smaller after a cut', async () => {
  const bench = await ready(1, 2);
  const { shas } = await answerWithFiles(bench, 1, 'Film', [photo(3_000 * KB, 1)]);
  await whole(bench, shas[0]);
  const lengths = bench.central.files.pieces.map(([, , length]) => length / 1024);
  expect(lengths.slice(0, 5)).toEqual([64, 128, 256, 512, 1024]);

  bench.central.files.pieces.length = 0;
  bench.central.files.faults.append.push({ cutAfter: 0 });
  const other = await answerWithFiles(bench, 2, 'Film', [photo(3_000 * KB, 2)]);
  await whole(bench, other.shas[0]);
  expect(bench.central.files.pieces.slice(0, 3).map(([, , length]) => length / 1024)).toEqual([0, 512, 1024]);
});

test('a file that the central service does not take ends its command as refused, with the text kept', async () => {
  const bench = await ready(1, 2);
  const bytes = photo(50 * KB, 1);
  bench.central.files.notTaken.add(sha256Of(bytes));
  const refused = await answerWithFiles(bench, 1, 'Teks yang tetap ada', [bytes]);
  const after = await answerWithFiles(bench, 2, 'Lainnya', [photo(50 * KB, 2)]);
  release(bench);
  await delivered(bench, after.id);
  expect(await itemOf(bench, refused.id)).toMatchObject({
    text: 'Teks yang tetap ada',
    delivery: { state: 'refused', code: 'bad_attachment' },
  });
});

test('a whole file whose content the central service rejects ends its command as refused', async () => {
  const bench = await ready(1);
  const bytes = photo(50 * KB, 1);
  bench.central.files.rejected.add(sha256Of(bytes));
  const { id } = await answerWithFiles(bench, 1, 'Teks', [bytes]);
  release(bench);
  await until(async () => (await stateOf(bench, id)) === 'refused');
});

test('401 on the way asks for a sign-in; after it the rest goes up', async () => {
  const bench = await ready(1);
  bench.central.files.faults.append.push({ code: 'unauthorized' });
  const { id } = await answerWithFiles(bench, 1, 'Sudah.', [photo(50 * KB, 1)]);
  await until(async () => (await bench.client.sync.status()).signInNeeded);
  expect(bench.central.files.whole.size).toBe(0);
  await bench.client.session.enrol({ centralUrl: 'https://pusat.invalid', code: 'DUA', name: 'Rina' });
  release(bench);
  await delivered(bench, id);
});

test('401 that does not come again: it is asked again by itself, and the rest goes up', async () => {
  const bench = await ready(1);
  bench.central.files.faults.append.push({ code: 'unauthorized' });
  const { id } = await answerWithFiles(bench, 1, 'Sudah.', [photo(50 * KB, 1)]);
  await until(async () => (await bench.client.sync.status()).signInNeeded);
  bench.clock.advance(300_000);
  await delivered(bench, id);
  expect((await bench.client.sync.status()).signInNeeded).toBe(false);
});

test('Retry-After is obeyed, also against the officer', async () => {
  const bench = await ready(1);
  bench.central.files.faults.announce.push({ code: 'rate_limited', retryAfterMs: 90_000 });
  const { shas } = await answerWithFiles(bench, 1, 'Sudah.', [photo(50 * KB, 1)]);
  await until(() => bench.central.files.faults.announce.length === 0);
  bench.clock.advance(89_999);
  await bench.client.sync.now();
  await untilSynced(bench);
  expect(bench.central.files.uploads.size).toBe(0);
  bench.clock.advance(1);
  await whole(bench, shas[0]);
});

test('a central service restored from a backup without the file gets it again, and then the text', async () => {
  const bench = await ready(1);
  const { id, shas } = await answerWithFiles(bench, 1, 'Sudah.', [photo(50 * KB, 1)]);
  release(bench);
  await delivered(bench, id);
  await untilSynced(bench);
  bench.central.restore('epoch-2', [complaintNo(1)]);
  await whole(bench, shas[0]);
  bench.clock.advance(2_000);
  await until(() => bench.central.executed.includes(id));
  await untilSynced(bench);
  expect(await stateOf(bench, id)).toBe('accepted');
  expect(bench.central.files.happened).toEqual([
    `file ${shas[0]}`,
    `text ${id}`,
    `file ${shas[0]}`,
    `text ${id}`,
  ]);
});

test('a text taken back while its photo goes up leaves the lane to the next one, and later goes on where it was', async () => {
  const bench = await ready(1, 2);
  bench.central.files.faults.append.push({ cutAfter: 30 * KB });
  const first = await answerWithFiles(bench, 1, 'Salah', [photo(300 * KB, 1)]);
  await until(() => bench.central.files.pieces.length === 1);
  const back = await bench.client.command.withdraw({ id: first.id });
  const second = await answerWithFiles(bench, 2, 'Benar', [photo(50 * KB, 2)]);
  release(bench);
  await delivered(bench, second.id);
  expect(bench.central.files.whole.has(first.shas[0] ?? '')).toBe(false);
  const again = await bench.client.command.submit({
    complaintId: complaintNo(1).id,
    body: answerBody('Sekarang benar'),
    ...(back.ok && back.draft !== null ? { draftId: back.draft.id } : {}),
  });
  release(bench);
  await delivered(bench, again.ok ? again.id : '');
  expect(bench.central.files.uploads.size).toBe(2);
});
