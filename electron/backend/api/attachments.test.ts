import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CHUNK_BYTES, MAX_ATTACHMENT_BYTES } from '#shared/domain/complaint/attachment.ts';
import { exifWithPosition, jpeg, png, windowsProgram } from '../testing/sample-files.ts';
import { answerBody, complaintNo } from '../testing/samples.ts';
import { type TestBackend, testBackend, untilSynced } from '../testing/test-backend.ts';

const ID = complaintNo(1).id;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function ready(): Promise<{ bench: TestBackend; draftId: string }> {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  return { bench, draftId: crypto.randomUUID() };
}

const begin = (
  bench: TestBackend,
  draftId: string,
  name: string,
  size: number,
  reducedFrom: string | null = null,
) => bench.client.attachment.begin({ draftId, complaintId: ID, kind: 'follow_up', name, size, reducedFrom });

/** As the window does it: in pieces. */
async function attach(
  bench: TestBackend,
  draftId: string,
  name: string,
  bytes: Buffer,
  reducedFrom: string | null = null,
) {
  const begun = await begin(bench, draftId, name, bytes.length, reducedFrom);
  if (!begun.ok) return begun;
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const piece = bytes.subarray(offset, offset + CHUNK_BYTES);
    await bench.client.attachment.append({ id: begun.id, offset, bytes: piece.toString('base64') });
  }
  return bench.client.attachment.finish({ id: begun.id });
}

async function taken(...parameters: Parameters<typeof attach>) {
  const answer = await attach(...parameters);
  if (!answer.ok || !('attachment' in answer)) throw new Error('not taken');
  return answer.attachment;
}

const draftOf = async (bench: TestBackend) => (await bench.client.case.get({ id: ID }))?.drafts[0];

async function read(bench: TestBackend, sha: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset = 0; ; offset += 100_000) {
    const piece = await bench.client.attachment.read({ sha256: sha, offset, length: 100_000 });
    if (piece === null) throw new Error('not here');
    parts.push(Buffer.from(piece.bytes, 'base64'));
    if (offset + 100_000 >= piece.size) return Buffer.concat(parts);
  }
}

test('a file stands in its draft, survives a start, and comes back byte for byte', async () => {
  const { bench, draftId } = await ready();
  const photo = jpeg({ padding: 700_000 });
  const attachment = await taken(bench, draftId, 'foto lokasi.jpg', photo);
  expect(attachment).toMatchObject({
    name: 'foto lokasi.jpg',
    type: 'image/jpeg',
    size: photo.length,
    sha256: sha256(photo),
    original: null,
  });
  const again = await bench.reopened();
  expect(await draftOf(again)).toMatchObject({ id: draftId, text: '', attachments: [attachment] });
  expect((await read(again, attachment.sha256)).equals(photo)).toBe(true);
});

test('a draft that has only a file is a draft, until that too is taken out', async () => {
  const { bench, draftId } = await ready();
  const { id } = await taken(bench, draftId, 'a.jpg', jpeg());
  await bench.client.draft.save({ id: draftId, complaintId: ID, kind: 'follow_up', text: '' });
  expect((await bench.client.queue.counts()).drafts).toBe(1);
  expect(await bench.client.attachment.remove({ id })).toEqual({ ok: true });
  expect(await draftOf(bench)).toBeUndefined();
  expect((await bench.client.queue.counts()).drafts).toBe(0);
  expect(await bench.client.attachment.restore({ id })).toEqual({ ok: true });
  expect(await draftOf(bench)).toMatchObject({ id: draftId, text: '', attachments: [{ id }] });
  expect((await bench.client.queue.counts()).drafts).toBe(1);
});

test('a draft whose last file is taken out stays while it has a text, or another file on its way', async () => {
  const { bench, draftId } = await ready();
  const first = await taken(bench, draftId, 'a.jpg', jpeg());
  await begin(bench, draftId, 'b.jpg', 10);
  await bench.client.attachment.remove({ id: first.id });
  expect(await draftOf(bench)).toMatchObject({ id: draftId, attachments: [] });
  const second = await taken(bench, draftId, 'c.jpg', jpeg());
  await bench.client.draft.save({ id: draftId, complaintId: ID, kind: 'follow_up', text: 'Teks tetap' });
  await bench.client.attachment.remove({ id: second.id });
  expect(await draftOf(bench)).toMatchObject({ text: 'Teks tetap', attachments: [] });
});

test('a file that was taken out does not come back into a text that was sent without it', async () => {
  const { bench, draftId } = await ready();
  const { id } = await taken(bench, draftId, 'a.jpg', jpeg());
  await bench.client.draft.save({ id: draftId, complaintId: ID, kind: 'follow_up', text: 'Tanpa foto.' });
  await bench.client.attachment.remove({ id });
  const sent = await bench.client.command.submit({
    complaintId: ID,
    body: answerBody('Tanpa foto.'),
    draftId,
  });
  if (!sent.ok) throw new Error(sent.code);
  expect(await bench.client.attachment.restore({ id })).toEqual({ ok: false });
  const undone = await bench.client.command.withdraw({ id: sent.id });
  expect(undone).toMatchObject({ ok: true, draft: { attachments: [] } });
});

test('sending takes the files along, undo brings them back, and what was sent can no longer be changed', async () => {
  const { bench, draftId } = await ready();
  const { id, sha256: sha, name, type, size } = await taken(bench, draftId, 'bukti.jpg', jpeg());
  const sent = await bench.client.command.submit({
    complaintId: ID,
    body: answerBody('Lihat foto.'),
    draftId,
  });
  if (!sent.ok) throw new Error(sent.code);
  const [item] = await bench.client.outbox.list();
  expect(item).toMatchObject({
    attachments: [{ sha256: sha, name, type, size }],
    delivery: { upload: { sent: 0, total: size } },
  });
  expect((await bench.client.case.get({ id: ID }))?.complaint.timeline.at(-1)?.attachments).toEqual([
    { sha256: sha, name, type, size },
  ]);
  expect(await bench.client.attachment.remove({ id })).toEqual({ ok: false });
  const undone = await bench.client.command.withdraw({ id: sent.id });
  expect(undone).toMatchObject({ ok: true, draft: { text: 'Lihat foto.', attachments: [{ sha256: sha }] } });
});

test('the place where a photo was made does not leave the computer', async () => {
  const { bench, draftId } = await ready();
  const photo = jpeg({ exif: exifWithPosition(true) });
  const attachment = await taken(bench, draftId, 'foto.jpg', photo);
  const kept = await read(bench, attachment.sha256);
  expect(kept.length).toBe(photo.length);
  expect(kept.includes(exifWithPosition(true).subarray(68, 92))).toBe(false);
});

test('a smaller copy is sent, the original is kept beside it, and the officer can choose', async () => {
  const { bench, draftId } = await ready();
  const original = await taken(bench, draftId, 'foto.png.jpg', jpeg({ padding: 9_000 }));
  const reduced = jpeg({ padding: 500 });
  const attachment = await taken(bench, draftId, 'foto.jpg', reduced, original.id);
  expect(attachment).toMatchObject({
    id: original.id,
    size: reduced.length,
    original: { sha256: original.sha256, size: original.size },
    sendsOriginal: false,
  });
  expect((await draftOf(bench))?.attachments).toEqual([attachment]);
  expect(await bench.client.attachment.choose({ id: original.id, original: true })).toMatchObject({
    size: original.size,
    sendsOriginal: true,
  });
  expect(await bench.client.attachment.choose({ id: original.id, original: false })).toEqual(attachment);
});

test('the ending of the name follows the choice, however often it is made', async () => {
  const { bench, draftId } = await ready();
  const { id } = await taken(bench, draftId, 'layar.png', png());
  await taken(bench, draftId, 'layar.jpg', jpeg(), id);
  const names: (string | undefined)[] = [];
  for (const original of [true, false, true]) {
    names.push((await bench.client.attachment.choose({ id, original }))?.name);
  }
  expect(names).toEqual(['layar.png', 'layar.jpg', 'layar.png']);
});

test.each([
  ['of no bytes', 'kosong.jpg', Buffer.alloc(0), 'empty_file'],
  ['that is a program named like a photo', 'foto.jpg', windowsProgram(), 'program'],
  ['of a kind that is not taken', 'catatan.txt', Buffer.from('halo'), 'type_not_taken'],
])('a file %s is refused by its reason and leaves nothing behind', async (_, name, bytes, code) => {
  const { bench, draftId } = await ready();
  await bench.client.draft.save({ id: draftId, complaintId: ID, kind: 'follow_up', text: 'Teks tetap' });
  expect(await attach(bench, draftId, name, bytes)).toEqual({ ok: false, code });
  expect(await draftOf(bench)).toMatchObject({ text: 'Teks tetap', attachments: [] });
});

test('a file that is refused makes no draft', async () => {
  const { bench, draftId } = await ready();
  expect(await attach(bench, draftId, 'catatan.txt', Buffer.from('halo'))).toMatchObject({ ok: false });
  expect(await draftOf(bench)).toBeUndefined();
  expect((await bench.client.queue.counts()).drafts).toBe(0);
});

test('the limits are told before any byte is taken', async () => {
  const { bench, draftId } = await ready();
  expect(await begin(bench, draftId, 'film.mp4', MAX_ATTACHMENT_BYTES + 1)).toEqual({
    ok: false,
    code: 'too_large',
  });
  for (let n = 0; n < 10; n++) await taken(bench, draftId, `${n}.jpg`, jpeg({ padding: n }));
  expect(await begin(bench, draftId, '11.jpg', 10)).toEqual({ ok: false, code: 'too_many' });
});

test('a file that is not whole when its text is sent stays behind, also when the rest comes later', async () => {
  const { bench, draftId } = await ready();
  const photo = jpeg({ padding: 1_000 });
  const append = (id: string, offset: number, bytes: Buffer) =>
    bench.client.attachment.append({ id, offset, bytes: bytes.toString('base64') });
  const begun = await begin(bench, draftId, 'separuh.jpg', photo.length);
  if (!begun.ok) throw new Error(begun.code);
  await append(begun.id, 0, photo.subarray(0, 500));
  // A piece that does not follow on what is here is not taken.
  expect(await append(begun.id, 900, photo.subarray(900))).toEqual({ received: 500 });
  const sent = await bench.client.command.submit({
    complaintId: ID,
    body: answerBody('Tanpa foto.'),
    draftId,
  });
  expect(sent.ok).toBe(true);
  await append(begun.id, 500, photo.subarray(500));
  expect(await bench.client.attachment.finish({ id: begun.id })).toEqual({ ok: false, code: 'incomplete' });
  expect(await bench.client.outbox.list()).toMatchObject([{ attachments: [], delivery: { upload: null } }]);
});

test('the same photo in two texts is kept once', async () => {
  const { bench, draftId } = await ready();
  const photo = jpeg({ padding: 5_000 });
  const first = await taken(bench, draftId, 'satu.jpg', photo);
  const second = await taken(bench, crypto.randomUUID(), 'dua.jpg', photo);
  expect([second.sha256, second.name]).toEqual([first.sha256, 'dua.jpg']);
  await bench.client.attachment.remove({ id: first.id });
  bench.clock.advance(9 * 86_400_000);
  expect((await read(bench, second.sha256)).equals(photo)).toBe(true);
});

test('what nobody needs any more is gone after its days', async () => {
  const { bench, draftId } = await ready();
  const { id, sha256: sha } = await taken(bench, draftId, 'a.jpg', jpeg());
  await bench.client.draft.save({ id: draftId, complaintId: ID, kind: 'follow_up', text: 'x' });
  await bench.client.attachment.remove({ id });
  bench.clock.advance(6 * 86_400_000);
  expect(await bench.client.attachment.read({ sha256: sha, offset: 0, length: 10 })).not.toBeNull();
  bench.clock.advance(2 * 86_400_000);
  expect(await bench.client.attachment.read({ sha256: sha, offset: 0, length: 10 })).toBeNull();
});
