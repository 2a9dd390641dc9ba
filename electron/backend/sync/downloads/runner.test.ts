import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { sha256Of } from '../../store/journal/file-table.ts';
import { complaintNo, entry } from '../../testing/samples.ts';
import { answerWithFiles, photo } from '../../testing/send-file.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../../testing/test-backend.ts';

const KB = 1_000;

/** A complaint with a colleague's photos, which the central service has. */
function withPhotos(
  bench: TestBackend,
  number: number,
  photos: readonly Buffer[],
  changes: Partial<Complaint> = {},
) {
  const attachments = photos.map((bytes, place) => {
    const sha256 = sha256Of(bytes);
    bench.central.files.whole.set(sha256, bytes);
    return { sha256, name: `foto ${place}.jpg`, type: 'image/jpeg' as const, size: bytes.length };
  });
  bench.central.put(complaintNo(number, { revision: 2, timeline: [entry({ attachments })], ...changes }));
}

async function ready(
  metered: 'no' | 'yes',
  options: { readonly fetchBudgetBytes?: number } = {},
): Promise<TestBackend> {
  const bench = await testBackend([], options);
  await bench.client.settings.set({ metered });
  await untilSynced(bench);
  return bench;
}

const ID = complaintNo(1).id;
const stateOf = async (bench: TestBackend, bytes: Buffer, id = ID) =>
  (await bench.client.case.get({ id }))?.files[sha256Of(bytes)];
const comes = (bench: TestBackend, bytes: Buffer, state: string, id = ID) =>
  until(async () => {
    bench.clock.advance(50);
    return (await stateOf(bench, bytes, id))?.state === state;
  });
const fetch = (bench: TestBackend, bytes: Buffer, complaintId = ID) =>
  bench.client.attachment.fetch({ complaintId, sha256: sha256Of(bytes) });
const known = (bench: TestBackend, id = ID) =>
  until(async () => (await bench.client.case.get({ id })) !== null);

/** Whatever was on its way has had its turns. */
async function nothingComes(bench: TestBackend, bytes: Buffer, id = ID): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    bench.clock.advance(50);
    await nextTurn();
  }
  expect((await stateOf(bench, bytes, id))?.state).toBe('absent');
}

async function read(bench: TestBackend, bytes: Buffer): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  for (let offset = 0; offset < bytes.length; offset += 100_000) {
    const piece = await bench.client.attachment.read({ sha256: sha256Of(bytes), offset, length: 100_000 });
    if (piece === null) return null;
    expect(piece.size).toBe(bytes.length);
    parts.push(Buffer.from(piece.bytes, 'base64'));
  }
  return Buffer.concat(parts);
}

/** Whatever was cut, no byte came here a second time. */
function expectEachByteOnce(bench: TestBackend, size: number): void {
  let end = 0;
  for (const [, start, length] of bench.central.files.chunks) {
    expect(start).toBe(end);
    end += length;
  }
  expect(end).toBe(size);
}

test('a file comes when the officer asks for it, and only then', async () => {
  const bench = await ready('yes');
  const bytes = photo(700 * KB, 1);
  withPhotos(bench, 1, [bytes]);
  await known(bench);
  await untilSynced(bench);
  expect(await stateOf(bench, bytes)).toEqual({ state: 'absent', received: 0 });
  expect(await read(bench, bytes)).toBeNull();
  await fetch(bench, bytes);
  expect(await stateOf(bench, bytes)).toEqual({ state: 'loading', received: 0 });
  await comes(bench, bytes, 'here');
  expect((await read(bench, bytes))?.equals(bytes)).toBe(true);
  expectEachByteOnce(bench, bytes.length);
});

test('a download goes on at its byte after cuts and after a restart', async () => {
  const bench = await ready('yes');
  const bytes = photo(700 * KB, 1);
  withPhotos(bench, 1, [bytes]);
  await known(bench);
  bench.central.files.faults.chunk.push({ code: 'cut' }, { code: 'timeout' });
  await fetch(bench, bytes);
  await until(async () => {
    bench.clock.advance(500);
    return bench.central.files.chunks.length === 2;
  });
  const again = await bench.reopened();
  expect((await stateOf(again, bytes))?.state).toBe('absent');
  await fetch(again, bytes);
  await comes(again, bytes, 'here');
  expect((await read(again, bytes))?.equals(bytes)).toBe(true);
  expectEachByteOnce(again, bytes.length);
});

test('wrong bytes are thrown away and fetched once more', async () => {
  const bench = await ready('yes');
  const bytes = photo(20 * KB, 1);
  withPhotos(bench, 1, [bytes]);
  await known(bench);
  bench.central.files.wrongChunks.push(Buffer.alloc(bytes.length, 1));
  await fetch(bench, bytes);
  await comes(bench, bytes, 'here');
  expect((await read(bench, bytes))?.equals(bytes)).toBe(true);
  expect(bench.central.files.chunks).toHaveLength(2);
});

test('a file whose bytes were wrong twice has failed, until the officer asks again', async () => {
  const bench = await ready('yes');
  const bytes = photo(20 * KB, 1);
  withPhotos(bench, 1, [bytes]);
  await known(bench);
  const wrong = Buffer.alloc(bytes.length, 1);
  bench.central.files.wrongChunks.push(wrong, wrong);
  await fetch(bench, bytes);
  await comes(bench, bytes, 'failed');
  expect(await read(bench, bytes)).toBeNull();
  await fetch(bench, bytes);
  await comes(bench, bytes, 'here');
});

test('a file that the central service does not have has failed, and others come', async () => {
  const bench = await ready('yes');
  const [lost, there] = [photo(20 * KB, 1), photo(20 * KB, 2)];
  withPhotos(bench, 1, [lost, there]);
  bench.central.files.whole.delete(sha256Of(lost));
  await known(bench);
  await fetch(bench, lost);
  await fetch(bench, there);
  await comes(bench, there, 'here');
  expect((await stateOf(bench, lost))?.state).toBe('failed');
});

test('a file of another complaint is not fetched', async () => {
  const bench = await ready('yes');
  const bytes = photo(20 * KB, 1);
  withPhotos(bench, 1, [bytes]);
  withPhotos(bench, 2, []);
  await known(bench, complaintNo(2).id);
  await fetch(bench, bytes, complaintNo(2).id);
  expect((await stateOf(bench, bytes))?.state).toBe('absent');
});

test('files of open complaints come by themselves, of the newest complaint first, and not those of closed ones', async () => {
  const bench = await ready('no');
  const photos = [1, 2, 3].map((seed) => photo(20 * KB, seed));
  const [newest, older, closed] = photos as [Buffer, Buffer, Buffer];
  bench.central.faults.changes.push({ code: 'cut' });
  withPhotos(bench, 2, [older]);
  withPhotos(bench, 1, [newest]);
  withPhotos(bench, 3, [closed], { rawStatus: 'Ditutup oleh Admin' });
  await comes(bench, older, 'here', complaintNo(2).id);
  await untilSynced(bench);
  expect(bench.central.files.chunks.map(([sha]) => sha)).toEqual([newest, older].map(sha256Of));
  expect((await stateOf(bench, closed, complaintNo(3).id))?.state).toBe('absent');
});

test('on battery and on a metered line files wait until somebody opens them, and come by themselves when neither holds', async () => {
  const bench = await ready('no');
  const [first, second, third] = [1, 2, 3].map((seed) => photo(20 * KB, seed)) as [Buffer, Buffer, Buffer];
  const saving = async () => (await bench.client.sync.status()).saving;
  await bench.client.sync.power({ onBattery: true });
  expect(await saving()).toBe('power');
  withPhotos(bench, 1, [first]);
  withPhotos(bench, 2, [second]);
  await known(bench, complaintNo(2).id);
  await untilSynced(bench);
  await fetch(bench, second, complaintNo(2).id);
  await comes(bench, second, 'here', complaintNo(2).id);
  await nothingComes(bench, first);

  await bench.client.settings.set({ metered: 'yes' });
  await bench.client.sync.power({ onBattery: false });
  expect(await saving()).toBe('quota');
  withPhotos(bench, 3, [third]);
  await known(bench, complaintNo(3).id);
  await untilSynced(bench);
  await nothingComes(bench, third, complaintNo(3).id);

  await bench.client.settings.set({ metered: 'no' });
  expect(await saving()).toBe(null);
  await comes(bench, first, 'here');
  await comes(bench, third, 'here', complaintNo(3).id);
});

test('nothing is fetched ahead while a photo goes up', async () => {
  const bench = await ready('yes');
  const colleague = photo(20 * KB, 1);
  withPhotos(bench, 1, [colleague]);
  bench.central.put(complaintNo(2));
  await known(bench, complaintNo(2).id);
  const { promise, resolve } = Promise.withResolvers<void>();
  bench.central.files.gate = promise;
  await answerWithFiles(bench, 2, 'Dengan foto', [photo(20 * KB, 9)]);
  await until(async () => (await bench.client.sync.status()).phase === 'transferring');
  await bench.client.settings.set({ metered: 'no' });
  bench.central.put(complaintNo(3));
  await known(bench, complaintNo(3).id);
  expect((await stateOf(bench, colleague))?.state).toBe('absent');
  resolve();
  await comes(bench, colleague, 'here');
});

test("the officer's own file is here without being fetched", async () => {
  const bench = await ready('no');
  bench.central.put(complaintNo(1));
  await known(bench);
  const bytes = photo(20 * KB, 1);
  await answerWithFiles(bench, 1, 'Sudah.', [bytes]);
  expect(await stateOf(bench, bytes)).toEqual({ state: 'here', received: bytes.length });
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.sync.status()).undelivered === 0);
  await untilSynced(bench);
  expect((await read(bench, bytes))?.equals(bytes)).toBe(true);
  expect(bench.central.files.chunks).toEqual([]);
});

test('where the room is used up, the file goes that was not shown for longest, and never one of the open complaint', async () => {
  const bench = await ready('yes', { fetchBudgetBytes: 65 * KB });
  const photos = [1, 2, 3, 4].map((seed) => photo(20 * KB, seed));
  const numberOf = (place: number) => complaintNo(place + 1).id;
  for (const [place, bytes] of photos.entries()) withPhotos(bench, place + 1, [bytes]);
  await known(bench, complaintNo(4).id);
  for (const [place, bytes] of photos.slice(0, 3).entries()) {
    await fetch(bench, bytes, numberOf(place));
    await comes(bench, bytes, 'here', numberOf(place));
    bench.clock.advance(120_000);
  }
  await bench.client.presence.viewing({ complaintId: numberOf(1) });
  await read(bench, photos[0] as Buffer);
  await fetch(bench, photos[3] as Buffer, numberOf(3));
  await comes(bench, photos[3] as Buffer, 'here', numberOf(3));
  const states = [];
  for (const [place, bytes] of photos.entries())
    states.push((await stateOf(bench, bytes, numberOf(place)))?.state);
  expect(states).toEqual(['here', 'here', 'absent', 'here']);
});

test('only what there is room for is fetched ahead: nothing is thrown away for it', async () => {
  const bench = await ready('no', { fetchBudgetBytes: 45 * KB });
  const photos = [1, 2, 3].map((seed) => photo(20 * KB, seed));
  withPhotos(bench, 1, photos);
  await known(bench);
  await until(() => bench.central.files.chunks.length === 2);
  await untilSynced(bench);
  for (let turn = 0; turn < 50; turn++) await nextTurn();
  expect(bench.central.files.chunks).toHaveLength(2);
});

test('a file goes with the last complaint that names it', async () => {
  const bench = await ready('no');
  const bytes = photo(20 * KB, 1);
  withPhotos(bench, 1, [bytes]);
  await known(bench);
  await comes(bench, bytes, 'here');
  bench.central.remove(ID);
  await until(async () => (await bench.client.case.get({ id: ID })) === null);
  await untilSynced(bench);
  await until(async () => (await read(bench, bytes)) === null);
});
