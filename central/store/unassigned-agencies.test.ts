import { expect, test } from 'vitest';
import { rowOf } from '#shared/domain/complaint/row.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { exportRow } from '../../test/support/excel.ts';
import { central, counts, entries, imported, send, storedComplaint } from '../../test/support/importing.ts';
import { numbered } from '../testing/give-complaint.ts';
import { insertComplaints } from './complaints.ts';
import { rememberLapor } from './lapor-memory.ts';
import { findUnassignedAgency, registerAgencies } from './unassigned-agencies.ts';

const SOCIAL = { 'ID Instansi Terdisposisi': 7009, 'Instansi Terdisposisi': 'Dinas Sosial' };

test('an agency that is registered later gets the complaints that wait for it, and only those', async () => {
  await imported([
    exportRow({ ...SOCIAL }),
    exportRow({
      'Tracking ID': '9400002',
      'ID Instansi Terdisposisi': 7010,
      'Instansi Terdisposisi': 'Dinas Lain',
    }),
  ]);
  expect(await findUnassignedAgency(central.db, 'dinas  SOSIAL')).toMatchObject({
    laporId: '7009',
    name: 'Dinas Sosial',
  });
  const registered = await central.db
    .transaction()
    .execute((tx) => registerAgencies(tx, [{ name: 'Dinas Sosial', laporId: '7009' }]));
  expect(registered).toEqual([{ agency: { id: '7009', name: 'Dinas Sosial' }, reports: 1 }]);

  const officer = await central.enrol('Dinas Sosial');
  const { changes } = await officer.client.changes({});
  expect(
    changes.flatMap((change) => (change.type === 'upsert' ? [change.complaint.trackingId] : [])),
  ).toEqual(['9400001']);
  expect((await storedComplaint()).dispositionedAt).toBeNull();
  expect((await storedComplaint('9400002')).agencyId).toBeNull();
});

test('the same export changes nothing after an agency was registered', async () => {
  await imported([exportRow({ ...SOCIAL })]);
  await central.db
    .transaction()
    .execute((tx) => registerAgencies(tx, [{ name: 'Dinas Sosial', laporId: null }]));
  expect(counts(await imported([exportRow({ ...SOCIAL })]))).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await entries()).toEqual([]);
});

test('a complaint that its agency has returned does not wait for that agency', async () => {
  const rina = await central.enrol('Dinas Perhubungan');
  await imported([exportRow()]);
  await send(rina, { kind: 'return', payload: { reason: 'Jalan provinsi.', suggestedAgency: null } });
  expect((await storedComplaint()).agencyId).toBeNull();
  expect(await findUnassignedAgency(central.db, 'Dinas Perhubungan')).toBeNull();
});

test('an agency gets all the complaints that wait for it, however many batches they are', async () => {
  const count = 4_001;
  const rows = Array.from({ length: count }, (_, n) => {
    const { id, trackingId } = numbered(n);
    return rowOf(sampleComplaint({ id, trackingId, agency: null }));
  });
  const agencyText = '7009|Dinas Sosial';
  const registered = await central.db.transaction().execute(async (tx) => {
    await insertComplaints(tx, rows);
    await rememberLapor(
      tx,
      rows.map(({ id, rawStatus, statusReason }) => {
        return { complaintId: id, rawStatus, statusReason, agencyText, agencyId: null };
      }),
    );
    return registerAgencies(tx, [{ name: 'Dinas Sosial', laporId: '7009' }]);
  });
  expect(registered).toMatchObject([{ reports: count }]);
  const given = await central.db
    .selectFrom('complaints')
    .innerJoin('feedItems', 'feedItems.complaintId', 'complaints.id')
    .select(['revision', 'complaints.agencyId', 'dispositionedAt'])
    .distinct()
    .execute();
  const [{ revision = 0, dispositionedAt = null } = {}] = rows;
  expect(given).toEqual([{ revision: revision + 1, agencyId: '7009', dispositionedAt }]);
  expect(await findUnassignedAgency(central.db, 'Dinas Sosial')).toBeNull();
});
