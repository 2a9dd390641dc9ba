import { join as pathOf } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { BroughtCommand } from '#shared/contract/central/central.ts';
import { type Command, textOf } from '#shared/domain/commands/command.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { sampleRecorded } from '#shared/domain/testing/samples.ts';
import { centralClient } from '../../../test/support/central.ts';
import { exportRow } from '../../../test/support/excel.ts';
import { startProxy } from '../../../test/support/proxy.ts';
import { readOrCreateKey } from '../keys/key-file.ts';
import { openDatabase } from '../store/open-database.ts';
import { connector, joiningBench, LAMP, ROAD, ROWS } from '../testing/joining-bench.ts';
import { answerBody, MONDAY, noteBody } from '../testing/samples.ts';
import { answerOn, photo } from '../testing/send-file.ts';
import { standaloneOffice } from '../testing/standalone-office.ts';
import { temporaryFolder } from '../testing/test-backend.ts';

const { central, clock, imported, join, joined, news, rowsOf, statusOf, worked } = joiningBench();

test('joining a central service puts answers, times, receipts and photos there once', async () => {
  const office = await worked();
  await imported(ROWS);
  await answerOn(office, ROAD, 'Lihat foto.', [photo(600_000, 1)]);
  await office.decided();
  clock().advance(86_400_000 * 45);
  await join(office);
  await joined(office);
  expect(await rowsOf(LAMP)).toMatchObject([
    { text: 'Lampu sudah diganti.', receipt: 'K-260907001', alone: true },
  ]);
  const [{ at } = { at: '' }] = await rowsOf(LAMP);
  expect(new Date(at).toISOString()).toBe('2026-09-07T02:00:10.000Z');
  expect(await statusOf(LAMP)).toBe('Ditindaklanjuti oleh Instansi');
  const whole = await sql`select 1 from attachments where state = 'whole' and size = 600000`.execute(
    central().db,
  );
  expect(whole.rows).toHaveLength(1);
  // Nothing waits, nothing is refused, and what comes next goes the usual way.
  expect(await office.client.sync.status()).toMatchObject({ undelivered: 0, refused: 0 });
  expect((await office.client.session.get()).notices).toContainEqual(
    expect.objectContaining({ code: 'joined' }),
  );
  await office.client.command.submit({ complaintId: LAMP, body: noteBody('Sudah bergabung.') });
  clock().advance(10_000);
  await news(office, async () => (await office.client.sync.status()).undelivered === 0);
  expect((await rowsOf(LAMP)).map(({ text }) => text)).toEqual(['Lampu sudah diganti.', 'Sudah bergabung.']);
});

test('joining a central service that has imported the same export gives its complaints the history, not a double', async () => {
  const office = await worked();
  await imported(ROWS);
  await join(office);
  await joined(office);
  const { rows } = await sql`select id from complaints`.execute(central().db);
  expect(rows).toHaveLength(2);
  expect(await rowsOf(LAMP)).toHaveLength(1);
  expect(await statusOf(LAMP)).toBe('Ditindaklanjuti oleh Instansi');
});

test('what an office decided alone is not known at the central service, and begins no new epoch there', async () => {
  const epoch = async (): Promise<string> => (await centralClient(central().address).health({})).epoch;
  const before = await epoch();
  const office = await worked();
  await join(office);
  await joined(office, 0);
  await office.client.sync.now();
  await joined(office, 0);
  expect(await epoch()).toBe(before);
});

test('a later word of LAPOR! at the central service stands; the history comes into its place before it', async () => {
  const office = await worked();
  await imported(ROWS);
  clock().advance(86_400_000);
  await imported([exportRow({ 'Status Laporan': 'Ditanggapi oleh Pelapor' })]);
  await join(office);
  await joined(office);
  expect(await statusOf(LAMP)).toBe('Ditanggapi oleh Pelapor');
  expect((await office.timeline(LAMP)).map(({ kind }) => kind)).toEqual(['follow_up', 'import_change']);
});

test('the templates of the office are shared at the central service too', async () => {
  await imported(ROWS);
  const office = await worked();
  const [name, text] = ['Survei', 'Petugas kami survei besok.'];
  const body = { kind: 'share_template', payload: { name, text } } as const;
  await office.client.command.submit({ complaintId: null, body });
  await office.decided();
  expect(await office.client.template.office()).toMatchObject([{ name, text, everywhere: false }]);
  await join(office);
  await joined(office);
  await news(office, async () => (await office.client.sync.status()).undelivered === 0);
  const { rows } = await sql`select name, text from templates`.execute(central().db);
  expect(rows).toEqual([{ name, text }]);
});

test('what was recorded, returned and left as a draft alone is there after joining', async () => {
  await imported(ROWS);
  const office = await worked();
  const id = recordedId(crypto.randomUUID());
  const complaint = sampleRecorded({ receivedAt: new Date(MONDAY).toISOString() });
  await office.client.command.submit({
    complaintId: id,
    body: { kind: 'record', payload: { report: complaint, text: 'Parit mampet.' } },
  });
  await office.client.command.submit({
    complaintId: ROAD,
    body: { kind: 'return', payload: { reason: 'Jalan provinsi.', suggestedAgency: null } },
  });
  await office.client.draft.save({
    complaintId: LAMP,
    kind: 'follow_up',
    text: 'Belum selesai',
    choices: {},
  });
  await office.decided();
  const number = (await office.client.case.get({ id }))?.complaint.trackingId;
  expect(number).toMatch(/^K-260907\d{3}$/);
  await join(office);
  await joined(office);
  expect((await office.client.case.get({ id }))?.complaint.trackingId).toBe(number);
  expect((await office.client.draft.list()).map(({ text }) => text)).toEqual(['Belum selesai']);
  const { agencyId: agency, returns } = await central()
    .db.selectFrom('complaints')
    .selectAll()
    .where('id', '=', ROAD)
    .executeTakeFirstOrThrow();
  expect([agency, returns]).toEqual([null, 1]);
});

test('a joining that is cut off in the middle and started again goes on, and the office works meanwhile', async () => {
  await imported(ROWS);
  const proxy = await startProxy(central().address);
  const folder = temporaryFolder();
  const office = await worked(folder);
  await join(office, proxy.address);
  proxy.cut();
  await office.client.command.submit({ complaintId: ROAD, body: answerBody('Sedang dikerjakan.') });
  await office.backend.close();
  proxy.restore();
  const again = await standaloneOffice({ clock: clock(), dataDir: folder, connector });
  clock().advance(10_000);
  await joined(again);
  expect(await rowsOf(LAMP)).toHaveLength(1);
  expect(await rowsOf(ROAD)).toMatchObject([{ text: 'Sedang dikerjakan.' }]);
  await proxy.close();
});

test('what was written on a complaint that is another agency there stays on this computer, in sight of the officer', async () => {
  const office = await worked();
  await central().addAgency('Dinas Kesehatan', '7004');
  await imported([
    exportRow({ 'Instansi Terdisposisi': 'Dinas Kesehatan', 'ID Instansi Terdisposisi': 7004 }),
    ...ROWS.slice(1),
  ]);
  await join(office);
  await joined(office, 1);
  expect(await rowsOf(LAMP)).toEqual([]);
  expect((await office.client.session.get()).notices).toMatchObject([{ code: 'joined_partly' }]);
  const refused = { text: 'Lampu sudah diganti.', trackingId: '9400001', delivery: { state: 'refused' } };
  expect(await office.client.outbox.list()).toMatchObject([refused]);
});

test('what was done on a complaint that no import has named yet waits there, and comes with the import', async () => {
  const office = await worked();
  await answerOn(office, LAMP, 'Lihat foto.', [photo(9_000, 1)]);
  await office.decided();
  await join(office);
  await joined(office, 0);
  expect(await rowsOf(LAMP)).toEqual([]);
  expect((await office.client.session.get()).notices).toMatchObject([{ code: 'joined_waiting' }]);
  await imported(ROWS);
  await news(office, async () => (await office.queue()).length === 2);
  expect(await rowsOf(LAMP)).toMatchObject([
    { text: 'Lampu sudah diganti.', receipt: 'K-260907001', alone: true },
    { text: 'Lihat foto.', receipt: 'K-260907002', alone: true },
  ]);
  expect(await statusOf(LAMP)).toBe('Ditindaklanjuti oleh Instansi');
  expect(await office.client.sync.status()).toMatchObject({ undelivered: 0, refused: 0 });
});

test('one text that the central service cannot read is put aside by name, and everything else is handed over', async () => {
  await imported(ROWS);
  const office = await worked(temporaryFolder(), {
    ...connector,
    connect: (url, token) => {
      const transport = connector.connect(url, token);
      // As from a damaged journal: this command is of no day.
      const spoilt = (brought: BroughtCommand): BroughtCommand => {
        const command = brought.command as Command;
        const isBad = textOf(command) === 'Jalan ditambal.';
        return { ...brought, command: isBad ? { ...command, composedAt: 'infinity' } : command };
      };
      return { ...transport, adopt: (brought, signal) => transport.adopt(brought.map(spoilt), signal) };
    },
  });
  await office.client.command.submit({ complaintId: LAMP, body: noteBody('ditempel dari Word\0') });
  await office.client.command.submit({ complaintId: ROAD, body: answerBody('Jalan ditambal.') });
  await office.client.command.submit({ complaintId: ROAD, body: noteBody('Aspal habis.') });
  await office.decided();
  await join(office);
  await joined(office);
  expect((await rowsOf(LAMP)).map(({ text }) => text)).toEqual([
    'Lampu sudah diganti.',
    'ditempel dari Word',
  ]);
  expect((await rowsOf(ROAD)).map(({ text }) => text)).toEqual(['Aspal habis.']);
  const outbox = await office.client.outbox.list();
  expect(outbox.filter(({ delivery }) => delivery.state === 'refused')).toMatchObject([
    { text: 'Jalan ditambal.', delivery: { code: 'other' } },
  ]);
  expect((await office.client.session.get()).notices).toMatchObject([{ code: 'joined_partly' }]);
});

test('a photo whose upload is cut goes on at the byte that the new central service has', async () => {
  await imported(ROWS);
  const sent: number[] = [];
  let cuts = 2;
  const office = await worked(temporaryFolder(), {
    ...connector,
    connect: (url, token) => {
      const transport = connector.connect(url, token);
      const append: typeof transport.files.append = async (place, offset, bytes, signal) => {
        const answer = await transport.files.append(place, offset, bytes, signal);
        if (offset > 0 && cuts-- > 0) return { ok: false, failure: { code: 'cut', retryAfterMs: null } };
        sent.push(offset);
        return answer;
      };
      return { ...transport, files: { ...transport.files, append } };
    },
  });
  await answerOn(office, ROAD, 'Lihat foto.', [photo(600_000, 1)]);
  await office.decided();
  await join(office);
  // After each cut the office waits; the news of going on may come together with those of the next cut.
  await news(office, async () => {
    const { standalone, joining } = await office.client.session.get();
    if (joining?.waiting === true) clock().advance(10_000);
    return !standalone;
  });
  await joined(office);
  expect(cuts).toBeLessThanOrEqual(0);
  expect(sent.filter((offset) => offset === 0)).toHaveLength(1);
  const { rows } = await sql`select 1 from attachments where state = 'whole' and size = 600000`.execute(
    central().db,
  );
  expect(rows).toHaveLength(1);
});

test('a file that a damaged disk has taken a part of holds no joining up: its text goes without it', async () => {
  await imported(ROWS);
  const office = await worked();
  const { dataDir } = office;
  await answerOn(office, ROAD, 'Lihat foto.', [photo(600_000, 1), photo(9_000, 2)]);
  await office.decided();
  await office.backend.close();
  takeLastBytes(dataDir, 600_000);
  const again = await standaloneOffice({ clock: clock(), dataDir, connector });
  await join(again);
  await joined(again);
  expect(await rowsOf(ROAD)).toMatchObject([{ text: 'Lihat foto.', alone: true }]);
  const [entry] = await again.timeline(ROAD);
  expect(entry?.attachments.map(({ size }) => size)).toEqual([9_000]);
});

/** As a damaged disk does: of the file of this size the last bytes are gone. */
function takeLastBytes(dataDir: string, size: number): void {
  const key = readOrCreateKey(dataDir);
  const opened = key.ok ? openDatabase(pathOf(dataDir, 'journal.db'), key.key, 'journal') : key;
  if (!opened.ok) throw new Error(opened.code);
  const gone = opened.db
    .prepare(`
      DELETE FROM file_chunk WHERE start > 0 AND fileId = (SELECT id FROM file WHERE size = ?)`)
    .run(size);
  opened.db.close();
  expect(gone.changes).toBeGreaterThan(0);
}
