import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { complaintNo, entry } from '../../electron/backend/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';

const NOW = new Date('2026-09-10T03:00:00.000Z');
const WORD = { rawStatus: 'Terverifikasi', statusReason: null, agencyText: '7001|Dinas Perhubungan' };

let central: TestCentral;
let rina: TestOfficer;
let budi: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral({ now: () => NOW });
  await central.addAgency('Dinas Perhubungan', '7001');
  await central.addAgency('Dinas Kesehatan', '7004');
  rina = await central.enrol('Dinas Perhubungan', 'penghubung', 'Rina');
  budi = await central.enrol('Dinas Kesehatan', 'penghubung', 'Budi');
});
afterAll(() => central.close());

const bring = (officer: TestOfficer, complaint: Complaint) =>
  officer.client.bring({ reports: [{ report: complaint, lapor: WORD }] });
const written = (id: string, changes: Parameters<typeof entry>[0] = {}) =>
  entry({ id, at: '2026-09-08T02:00:00.000Z', receipt: 'K-260908001', ...changes });
const timelineOf = async (officer: TestOfficer, id: string) => {
  const { changes } = await officer.client.changes({});
  return changes.flatMap((change) =>
    change.type === 'upsert' && change.complaint.id === id ? change.complaint.timeline : [],
  );
};

test('a complaint that is brought twice is there once, and what was written since comes with the second time', async () => {
  const alone = complaintNo(1, { timeline: [written('a-1')] });
  expect(await bring(rina, alone)).toEqual({ elsewhere: [], missing: [] });
  await bring(rina, alone);
  await bring(rina, { ...alone, timeline: [...alone.timeline, written('a-2')] });
  expect((await timelineOf(rina, alone.id)).map(({ id }) => id)).toEqual(['a-1', 'a-2']);
});

test('nobody brings an entry in the name of another, of the future, or without it being seen', async () => {
  const liar = { officerId: budi.officer.id, name: 'Budi', role: 'pimpinan', agencyId: '7004' } as const;
  const alone = complaintNo(2, {
    timeline: [written('b-1', { author: liar, at: '2027-01-01T00:00:00.000Z' })],
  });
  await bring(rina, alone);
  expect(await timelineOf(rina, alone.id)).toMatchObject([
    { at: NOW.toISOString(), author: { name: 'Rina', agencyId: '7001' }, detail: { alone: true } },
  ]);
});

test('a complaint of another agency is left as it is and named; one under a false name is not taken', async () => {
  const theirs = complaintNo(3, { timeline: [written('c-1')] });
  await bring(budi, theirs);
  const again = { ...theirs, timeline: [written('c-2')] };
  expect(await bring(rina, again)).toEqual({ elsewhere: [theirs.id], missing: [] });
  expect((await timelineOf(budi, theirs.id)).map(({ id }) => id)).toEqual(['c-1']);
  await bring(rina, complaintNo(4, { id: 'lapor-999' }));
  expect(await timelineOf(rina, 'lapor-999')).toEqual([]);
});

test('what a newer office says beside what is known here keeps nothing from being taken', async () => {
  const newer = { mood: 'calm' };
  const alone = { ...complaintNo(20, { timeline: [{ ...written('n-1'), ...newer }] }), ...newer };
  expect(await bring(rina, alone)).toEqual({ elsewhere: [], missing: [] });
  expect((await timelineOf(rina, alone.id)).map(({ id }) => id)).toEqual(['n-1']);
});

test('a file of a brought complaint that is not here is asked for, and nothing is taken before it', async () => {
  const sha256 = 'a'.repeat(64);
  const attachments = [{ sha256, name: 'foto.jpg', type: 'image/jpeg', size: 10 } as const];
  const alone = complaintNo(5, { timeline: [written('d-1', { attachments })] });
  expect(await bring(rina, alone)).toEqual({ elsewhere: [], missing: [sha256] });
  expect(await timelineOf(rina, alone.id)).toEqual([]);
});

test('two offices gave the same number on the same day: the later complaint gets another and keeps its own in words', async () => {
  const first = complaintNo(6, {
    id: 'catat-01996c00-0000-7000-8000-00000000000a',
    trackingId: 'K-260908009',
  });
  const second = { ...first, id: 'catat-01996c00-0000-7000-8000-00000000000b' };
  await bring(rina, first);
  await bring(budi, second);
  const { changes } = await budi.client.changes({});
  const [{ trackingId, extra } = { trackingId: '', extra: {} }] = changes.flatMap((change) =>
    change.type === 'upsert' && change.complaint.id === second.id ? [change.complaint] : [],
  );
  expect(trackingId).toMatch(/^K-\d+$/);
  expect(trackingId).not.toBe('K-260908009');
  expect(extra).toEqual({ 'Nomor sebelum bergabung': 'K-260908009' });
});
