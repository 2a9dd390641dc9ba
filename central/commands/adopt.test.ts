import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BroughtCommand } from '#shared/contract/central/central.ts';
import type { ComplaintBody } from '#shared/domain/commands/command.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { sampleCommand, sampleRecorded } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { exportRow, type MadeRow, makeExport } from '../../test/support/excel.ts';
import { runImport } from '../import/run-import.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const NOW = new Date('2026-09-10T03:00:00.000Z');
const ROADS = { id: '7001', name: 'Dinas Perhubungan' };
const HEALTH = { id: '7004', name: 'Dinas Kesehatan' };
const answer = { kind: 'follow_up', payload: { text: 'Lampu sudah diganti.' } } as const;
const finish = { kind: 'finish', payload: { text: 'Selesai.' } } as const;

let central: TestCentral;
/** Officers of Dinas Perhubungan and Dinas Kesehatan who may join, and others who look. */
let rina: TestOfficer;
let budi: TestOfficer;
let roads: TestOfficer;
let health: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral({ now: () => NOW });
  for (const { name, id } of [ROADS, HEALTH]) await central.addAgency(name, id);
  rina = await central.joining(ROADS.name, 'penghubung', 'Rina');
  budi = await central.joining(HEALTH.name, 'penghubung', 'Budi');
  roads = await central.enrol(ROADS.name);
  health = await central.enrol(HEALTH.name);
});
afterAll(() => central.close());

let made = 0;
const newId = (): string => `01996c00-0000-7000-8000-${String(++made).padStart(12, '0')}`;
function brought(complaintId: string, body: ComplaintBody, changes: object = {}): BroughtCommand {
  const command = sampleCommand(body, { id: newId(), complaintId, composedAt: '2026-09-08T02:00:00.000Z' });
  return { command: { ...command, ...changes }, receipt: 'K-260908001', laporStatus: 'Terverifikasi' };
}
async function bring({ client }: TestOfficer, ...commands: readonly BroughtCommand[]) {
  const { results } = await client.bring({ commands: [...commands] });
  return results.map((result) => ('code' in result ? result.code : result.outcome));
}
const known = async (agency = ROADS): Promise<string> => {
  const facts = { agency, rawStatus: 'Terverifikasi', receivedAt: '2026-09-01T02:00:00.000Z' };
  return (await giveComplaint(central.db, { ...numbered(++made), ...facts })).id;
};
async function seen({ client }: TestOfficer, id: string) {
  const { changes } = await client.changes({ limit: 2000 });
  return changes.flatMap((change) =>
    change.type === 'upsert' && change.complaint.id === id ? [change.complaint] : [],
  )[0];
}
const timelineOf = async (officer: TestOfficer, id: string): Promise<readonly TimelineEntry[]> =>
  (await seen(officer, id))?.timeline ?? [];
const imported = async (...rows: readonly MadeRow[]) =>
  runImport(central.db, {
    path: await makeExport(rows),
    apply: true,
    skipRejected: false,
    createAgencies: false,
    now: NOW,
  });

test('nobody brings without a credential for joining, and it is used up by the first other question', async () => {
  const id = await known();
  await expect(bring(roads, brought(id, answer))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const togar = await central.joining(ROADS.name);
  expect(await bring(togar, brought(id, answer))).toEqual(['accepted']);
  await togar.client.changes({});
  await expect(bring(togar, brought(id, answer))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const sinta = await central.joining(ROADS.name);
  const note = { kind: 'internal_note', payload: { text: 'Catatan.' } } as const;
  await sinta.client.commands({ commands: [sampleCommand(note, { id: newId(), complaintId: id })] });
  await expect(bring(sinta, brought(id, answer))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await timelineOf(roads, id)).toHaveLength(2);
});

test('what was brought twice is there once, and what was written since comes with the second time', async () => {
  const id = await known();
  const [first, second] = [brought(id, answer), brought(id, finish)];
  expect(await bring(rina, first)).toEqual(['accepted']);
  expect(await bring(rina, first, second)).toEqual(['accepted', 'accepted']);
  expect((await timelineOf(roads, id)).map(({ kind }) => kind)).toEqual(['follow_up', 'finish']);
});

test('a role brings nothing that it may not do', async () => {
  const id = await known();
  const pelaksana = await central.joining(ROADS.name, 'pelaksana');
  const giveBack = { kind: 'return', payload: { reason: 'x', suggestedAgency: null } } as const;
  expect(await bring(pelaksana, brought(id, finish), brought(id, giveBack))).toEqual([
    'forbidden',
    'forbidden',
  ]);
  expect(await seen(roads, id)).toMatchObject({ rawStatus: 'Terverifikasi', returns: 0, timeline: [] });
});

test('author, agency, receipt and the time beyond now are not what the office says', async () => {
  const id = await known();
  const liar = { officerId: budi.officer.id, name: 'Bupati', role: 'admin', agencyId: HEALTH.id };
  const lies = { author: liar, at: '2031-01-01T00:00:00.000Z', composedAt: '2031-01-01T00:00:00.000Z' };
  await bring(rina, brought(id, answer, lies));
  const [entry] = await timelineOf(roads, id);
  expect(entry).toMatchObject({
    at: NOW.toISOString(),
    author: { officerId: rina.officer.id, name: 'Rina', role: 'penghubung', agencyId: ROADS.id },
    detail: { alone: true, officeReceipt: 'K-260908001' },
  });
  expect(entry?.receipt).toMatch(/^K-\d{5,8}$/);
});

test('a complaint of another agency stays as it is, whatever is brought', async () => {
  const id = await known(HEALTH);
  expect(await bring(rina, brought(id, answer))).toEqual(['not_ours']);
  expect(await timelineOf(health, id)).toEqual([]);
  expect(await bring(rina, brought('lapor-x', answer), brought('besok', answer))).toEqual([
    'unknown_complaint',
    'unknown_complaint',
  ]);
});

test('work on a number of LAPOR! that is not known here waits, and takes effect when an import says whose it is', async () => {
  const [ours, theirs] = [brought('lapor-9400001', answer), brought('lapor-9400002', answer)];
  expect(await bring(rina, ours, theirs, ours)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(
    await bring(rina, brought('lapor-9400001', { kind: 'approve', payload: { entryId: 'x', text: '' } })),
  ).toEqual(['waiting']);
  expect(await seen(roads, 'lapor-9400001')).toBe(undefined);
  await imported(
    exportRow({ 'Tracking ID': '9400001' }),
    exportRow({
      'Tracking ID': '9400002',
      'ID Instansi Terdisposisi': HEALTH.id,
      'Instansi Terdisposisi': HEALTH.name,
    }),
  );
  expect(await seen(roads, 'lapor-9400001')).toMatchObject({
    rawStatus: 'Ditindaklanjuti oleh Instansi',
    timeline: [{ kind: 'follow_up', author: { name: 'Rina' }, detail: { alone: true } }],
  });
  expect(await seen(health, 'lapor-9400002')).toMatchObject({ rawStatus: 'Terverifikasi', timeline: [] });
});

test('what waits for an import waits once, for whoever of the agency brings it; another one learns nothing of it', async () => {
  const first = brought('lapor-9400003', answer);
  expect(await bring(rina, first)).toEqual(['waiting']);
  const other = await again();
  const changed = { ...first, command: { ...first.command, payload: { text: 'Lain.' } } };
  expect([await bring(other, first), await bring(other, changed), await bring(budi, first)]).toEqual([
    ['waiting'],
    ['forbidden'],
    ['forbidden'],
  ]);
  await imported(exportRow({ 'Tracking ID': '9400003' }));
  expect(await timelineOf(roads, 'lapor-9400003')).toMatchObject([{ author: { name: 'Rina' } }]);
  expect([await bring(other, first), await bring(other, changed)]).toEqual([['accepted'], ['forbidden']]);
});

test.each([
  ['a NUL', { payload: { text: 'ditempel dari Word\0' } }, 'accepted', 'ditempel dari Word'],
  ['half a character', { payload: { text: 'lampu \ud83d' } }, 'accepted', 'lampu \ufffd'],
  ['a payload of no kind', { payload: { words: 1 } }, 'unknown_kind', undefined],
  ['an unknown kind', { kind: 'dance' }, 'unknown_kind', undefined],
])('an item with %s blocks nothing but itself', async (_, changes, outcome, text) => {
  const id = await known();
  const note = { kind: 'internal_note', payload: { text: 'Catatan.' } } as const;
  expect(await bring(rina, brought(id, answer, changes), brought(id, note))).toEqual([outcome, 'accepted']);
  const texts = (await timelineOf(roads, id)).map((entry) => entry.text);
  expect(texts).toEqual([...(text === undefined ? [] : [text]), 'Catatan.']);
});

test('an id that another one has used blocks nothing but itself', async () => {
  const [id, other] = [await known(), await known(HEALTH)];
  const first = brought(other, answer);
  expect(await bring(budi, first)).toEqual(['accepted']);
  expect(await bring(rina, brought(id, answer, { id: first.command.id }), brought(id, answer))).toEqual([
    'forbidden',
    'accepted',
  ]);
});

/** The same office with another code: another officer of the agency. */
const again = (role: 'penghubung' | 'pelaksana' = 'penghubung') =>
  central.joining(ROADS.name, role, 'Rina Sitepu');

test('what was brought before is answered as then to another officer of the agency, and what follows is taken', async () => {
  const id = await known();
  const [first, second, third] = [brought(id, answer), brought(id, finish), brought(id, answer)];
  const { results } = await rina.client.bring({ commands: [first, second] });
  expect(results).toMatchObject([{ receipt: /^K-/ }, { outcome: 'accepted' }]);
  const other = await again();
  const answers = await other.client.bring({ commands: [first, second, third] });
  expect(answers.results.slice(0, 2)).toEqual(results);
  expect(answers.results).toMatchObject([{}, {}, { outcome: 'accepted' }]);
  const timeline = await timelineOf(roads, id);
  expect(timeline.map(({ author }) => author.name)).toEqual(['Rina', 'Rina', 'Rina Sitepu']);
});

test('a refusal of what was brought before is the same for another officer of the agency', async () => {
  const id = await known();
  const pelaksana = await again('pelaksana');
  const first = brought(id, finish);
  expect(await bring(pelaksana, first)).toEqual(['forbidden']);
  expect(await bring(await again(), first)).toEqual(['forbidden']);
  expect(await timelineOf(roads, id)).toEqual([]);
});

test('a complaint that was recorded and brought before is not recorded twice, also when another agency has it by now', async () => {
  const id = 'catat-01996c00-0000-7000-8000-00000000000d';
  const report = sampleRecorded({ receivedAt: '2026-09-08T01:00:00Z', ours: false });
  const record = brought(id, { kind: 'record', payload: { report, text: 'Parit mampet.' } });
  const first = { ...record, receipt: 'K-260908009' };
  const { results } = await rina.client.bring({ commands: [first] });
  expect(results).toMatchObject([{ outcome: 'accepted' }]);
  const moved = { agencyId: HEALTH.id, dispositionedAt: NOW.toISOString() };
  await central.db.updateTable('complaints').set(moved).where('id', '=', id).execute();
  expect((await (await again()).client.bring({ commands: [first] })).results).toEqual(results);
});

test.each([
  ['other words', { payload: { text: 'Lampu belum diganti.' } }],
  ['another kind', { kind: 'finish' }],
  ['on another complaint', { complaintId: numbered(900).id }],
])('the id of what an agency has brought is good for nothing else: %s', async (_, changes) => {
  const id = await known();
  if (!(await seen(roads, numbered(900).id)))
    await giveComplaint(central.db, { ...numbered(900), agency: ROADS });
  const first = brought(id, answer);
  expect(await bring(rina, first)).toEqual(['accepted']);
  expect(await bring(await again(), { ...first, command: { ...first.command, ...changes } })).toEqual([
    'forbidden',
  ]);
  expect((await timelineOf(roads, id)).map(({ text }) => text)).toEqual(['Lampu sudah diganti.']);
});

test('another agency learns nothing of what was brought, and nobody of what was sent the usual way', async () => {
  const id = await known();
  const first = brought(id, answer);
  await bring(rina, first);
  expect(await bring(budi, first)).toEqual(['forbidden']);
  const sent = sampleCommand(answer, { id: newId(), complaintId: id });
  await roads.client.commands({ commands: [sent] });
  expect(await bring(rina, { ...first, command: sent })).toEqual(['forbidden']);
});

test('a file that is not here is asked for, and what follows on its complaint waits with it', async () => {
  const [id, other] = [await known(), await known()];
  const attachments = [{ sha256: 'a'.repeat(64), name: 'foto.jpg', type: 'image/jpeg', size: 10 }];
  const commands = [brought(id, answer, { attachments }), brought(id, finish), brought(other, answer)];
  expect(await bring(rina, ...commands)).toEqual(['later', 'later', 'accepted']);
  expect(await timelineOf(roads, id)).toEqual([]);
});

test('two offices gave the same number on the same day: the later complaint gets another and keeps its own in words', async () => {
  const record: ComplaintBody = {
    kind: 'record',
    payload: { report: sampleRecorded({ receivedAt: '2026-09-08T01:00:00.000Z' }), text: 'Parit mampet.' },
  };
  const [first, second] = ['a', 'b'].map((end) => `catat-01996c00-0000-7000-8000-00000000000${end}`) as [
    string,
    string,
  ];
  expect(await bring(rina, brought(first, record), brought(first, answer))).toEqual(['accepted', 'accepted']);
  expect(await bring(budi, brought(second, record))).toEqual(['accepted']);
  expect(await seen(roads, first)).toMatchObject({
    trackingId: 'K-260908001',
    timeline: [{ kind: 'record' }, { kind: 'follow_up' }],
  });
  const there = await seen(health, second);
  expect(there?.trackingId).toMatch(/^K-\d{5,8}$/);
  expect(there?.extra).toMatchObject({ 'Nomor sebelum bergabung': 'K-260908001' });
});

test('a recorded complaint that was not brought has nothing done to it', async () => {
  const id = 'catat-01996c00-0000-7000-8000-00000000000c';
  expect(await bring(rina, brought(id, answer))).toEqual(['unknown_complaint']);
});
