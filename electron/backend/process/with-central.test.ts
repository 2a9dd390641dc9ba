import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { EntryKind } from '#shared/domain/complaint/entry.ts';
import { sampleEntry } from '#shared/domain/testing/samples.ts';
import { giveComplaint, numbered } from '../../../central/testing/give-complaint.ts';
import { startTestCentral, type TestCentral } from '../../../test/support/central.ts';
import { startProxy } from '../../../test/support/proxy.ts';
import { systemClock } from '../base/clock.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { type ManualClock, manualClock } from '../testing/manual-clock.ts';
import { answerBody, MONDAY, noteBody } from '../testing/samples.ts';
import { answerOn, photo } from '../testing/send-file.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { untilNews } from '../testing/until-news.ts';
import { openBackend } from './backend.ts';

const AGENCY = { id: '4006', name: 'Dinas Perhubungan' };
let central: TestCentral;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let clock: ManualClock;
beforeAll(async () => {
  clock = manualClock(MONDAY);
  central = await startTestCentral({ now: () => new Date(clock.now()) });
  await central.addAgency(AGENCY.name, AGENCY.id);
  proxy = await startProxy(central.address);
});
afterAll(async () => {
  await proxy.close();
  await central.close();
});

async function backend(dataDir: string, code?: string, centralUrl = central.address) {
  const backend = await openBackend({
    dataDir,
    ...(code === undefined ? {} : { join: { centralUrl, code, name: 'Rina' } }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    world: { clock, random: () => 0, connector: httpConnector(systemClock.now) },
  });
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router);
  const until = (holds: () => Promise<boolean>) => untilNews(client, holds);
  const synced = () => until(async () => (await client.sync.status()).phase === 'waiting');
  return { backend, client, until, synced };
}
type Backend = Awaited<ReturnType<typeof backend>>;

const timelineOf = async ({ client }: Backend, id: string) =>
  ((await client.case.get({ id }))?.complaint.timeline ?? []).map(({ text, receipt }) => [
    text,
    receipt !== null,
  ]);

test('an answer written without a connection is delivered once and seen by the second officer', async () => {
  const first = await giveComplaint(central.db, numbered(1));
  const second = await giveComplaint(central.db, numbered(2));
  const folder = temporaryFolder();
  const rina = await backend(folder, await central.code(AGENCY.name), proxy.address);
  const togar = await backend(temporaryFolder(), await central.code(AGENCY.name));
  await Promise.all([rina.synced(), togar.synced()]);

  proxy.cut();
  await rina.until(
    async () =>
      !(await rina.client.sync.status()).online || (await rina.client.sync.status()).phase === 'idle',
  );
  const reason = { reason: 'Bukan kewenangan kami', suggestedAgency: null };
  await rina.client.command.submit({ complaintId: first.id, body: answerBody('Lampu sudah diganti.') });
  await rina.client.command.submit({ complaintId: first.id, body: noteBody('Cek lagi pekan depan.') });
  await rina.client.command.submit({ complaintId: second.id, body: { kind: 'return', payload: reason } });
  await rina.backend.close();

  const again = await backend(folder);
  expect(await again.client.queue.counts()).toMatchObject({ all: 2, outbox: 3 });
  expect(await timelineOf(again, first.id)).toEqual([
    ['Lampu sudah diganti.', false],
    ['Cek lagi pekan depan.', false],
  ]);
  proxy.restore();
  clock.advance(10_000);
  await again.client.sync.now();
  await again.until(async () => (await again.client.sync.status()).undelivered === 0);
  const answered = [
    ['Lampu sudah diganti.', true],
    ['Cek lagi pekan depan.', true],
  ];
  await again.until(async () => (await again.client.queue.counts()).all === 1);
  expect(await timelineOf(again, first.id)).toEqual(answered);
  await togar.until(async () => (await timelineOf(togar, first.id)).length === 2);
  await togar.until(async () => (await togar.client.queue.counts()).all === 1);
  expect(await timelineOf(togar, first.id)).toEqual(answered);

  const rows = await central.db
    .selectFrom('timelineEntries')
    .select(['kind', 'text'])
    .orderBy('position')
    .execute();
  expect(rows.map(({ text }) => text).toSorted()).toEqual(
    ['Bukan kewenangan kami', 'Cek lagi pekan depan.', 'Lampu sudah diganti.'].toSorted(),
  );
});

test('an entry of a kind that only a newer service knows is kept as it came, with everything around it', async () => {
  const author = { officerId: null, name: 'Admin', role: 'system', agencyId: null } as const;
  const later = sampleEntry({ author, kind: 'telepathy' as EntryKind, text: 'Pelapor sudah tahu.' });
  const known = sampleEntry({ author, id: '01996c00-0000-7000-8000-0000000000aa', revision: 3 });
  const complaint = await giveComplaint(central.db, {
    ...numbered(12),
    timeline: [later, known],
    revision: 3,
  });
  const other = await giveComplaint(central.db, numbered(13));
  const rina = await backend(temporaryFolder(), await central.code(AGENCY.name));
  await rina.synced();
  expect((await rina.client.case.get({ id: complaint.id }))?.complaint.timeline).toEqual([later, known]);
  expect((await rina.client.case.get({ id: other.id }))?.complaint.title).toBe(other.title);
});

test('the officer who comes second is refused with what the colleague wrote', async () => {
  const complaint = await giveComplaint(central.db, numbered(11));
  const rina = await backend(temporaryFolder(), await central.code(AGENCY.name), proxy.address);
  const togar = await backend(temporaryFolder(), await central.code(AGENCY.name));
  await Promise.all([rina.synced(), togar.synced()]);
  proxy.cut();
  await rina.until(async () => (await rina.client.sync.status()).phase === 'idle');
  await rina.client.command.submit({ complaintId: complaint.id, body: answerBody('Dari Rina') });
  await togar.client.command.submit({ complaintId: complaint.id, body: answerBody('Dari Togar') });
  clock.advance(10_000);
  await togar.until(async () => (await togar.client.sync.status()).undelivered === 0);
  proxy.restore();
  await rina.client.sync.now();
  await rina.until(async () => (await rina.client.sync.status()).refused === 1);
  expect((await rina.client.outbox.list())[0]).toMatchObject({
    text: 'Dari Rina',
    delivery: { state: 'refused', code: 'superseded' },
  });
  expect(await timelineOf(rina, complaint.id)).toEqual([['Dari Togar', true]]);
});

test('a photo attached without a connection arrives once and complete over a line that is cut, and the colleague opens it', async () => {
  const given = await giveComplaint(central.db, numbered(21));
  const rina = await backend(temporaryFolder(), await central.code(AGENCY.name), proxy.address);
  const togar = await backend(temporaryFolder(), await central.code(AGENCY.name));
  await togar.client.settings.set({ metered: 'yes' });
  await Promise.all([rina.synced(), togar.synced()]);
  proxy.cut();
  await rina.until(async () => (await rina.client.sync.status()).phase === 'idle');
  const bytes = photo(3_000_000, 7);
  const { id, shas } = await answerOn(rina, given.id, 'Sudah ditambal, lihat foto.', [bytes]);
  clock.advance(10_000);

  const sent = async (): Promise<number> =>
    (await rina.client.outbox.list()).find((item) => item.id === id)?.delivery.upload?.sent ?? bytes.length;
  for (const part of [200_000, 1_000_000]) {
    const cut = proxy.cutAfter(part);
    proxy.restore();
    await rina.client.sync.now();
    await cut;
    await rina.until(async () => (await rina.client.sync.status()).phase === 'idle');
    clock.advance(300_000);
  }
  expect(await sent()).toBeGreaterThan(200_000);
  expect(await sent()).toBeLessThan(bytes.length);
  proxy.restore();
  await rina.client.sync.now();
  await rina.until(async () => (await rina.client.sync.status()).undelivered === 0);

  const sha256 = shas[0] ?? '';
  const stateOf = async () => (await togar.client.case.get({ id: given.id }))?.files[sha256]?.state;
  await togar.until(async () => (await stateOf()) === 'absent');
  await togar.client.attachment.fetch({ complaintId: given.id, sha256 });
  await togar.until(async () => (await stateOf()) === 'here');
  const parts: Buffer[] = [];
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const piece = await togar.client.attachment.read({ sha256, offset, length: CHUNK_BYTES });
    parts.push(Buffer.from(piece?.bytes ?? '', 'base64'));
  }
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  expect(await timelineOf(togar, given.id)).toEqual([['Sudah ditambal, lihat foto.', true]]);
});

test('a code that is not known is told as such', async () => {
  const nobody = await backend(temporaryFolder());
  const enrol = nobody.client.session.enrol({ centralUrl: central.address, code: 'AAAA-AAAA', name: 'Rina' });
  expect(await enrol).toEqual({ ok: false, code: 'bad_code' });
});

test('a PC that slept tries at once, whatever it was waiting for', async () => {
  const rina = await backend(temporaryFolder(), await central.code(AGENCY.name), proxy.address);
  await rina.synced();
  const isCutOff = async () => (await rina.client.sync.status()).phase === 'idle';
  proxy.cut();
  await rina.until(isCutOff);
  proxy.restore();
  // No alarm rings: the clock stands still, as it did for the sleeping PC.
  rina.backend.syncNow();
  await rina.synced();
});
