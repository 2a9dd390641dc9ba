import { expect, test } from 'vitest';
import { applyCommand } from '../commands/apply-command.ts';
import {
  sampleCommand,
  sampleComplaint,
  sampleEntry,
  sampleOfficer,
  sampleRecorded,
} from '../testing/samples.ts';
import { unpublishedAnswers } from './casework.ts';
import { type Recorded, recordedId } from './recorded.ts';
import { unrecorded } from './recorded-complaint.ts';

const ID = recordedId('01996c00-0000-7000-8000-00000000000a');
const TEXT = ' Lampu jalan sepanjang Cemara mati. ';

function recorded(
  changes: Partial<Recorded> = {},
  { text = TEXT, id = ID, receipt = null as string | null } = {},
) {
  const command = sampleCommand(
    { kind: 'record', payload: { report: sampleRecorded(changes), text } },
    { complaintId: id, trunkRevision: 0 },
  );
  const context = { officer: sampleOfficer, at: '2026-02-19T07:05:00.000Z', receipt };
  return applyCommand(unrecorded(id), command, context);
}
const complaint = (changes?: Partial<Recorded>, receipt?: string) => {
  const made = recorded(changes, { receipt: receipt ?? null });
  if (!made.ok) throw new Error(made.code);
  return made.complaint;
};
const code = (...given: Parameters<typeof recorded>) => {
  const made = recorded(...given);
  return made.ok ? 'accepted' : made.code;
};

test('what is ours stands in our queue from the moment we were told, read by who recorded it', () => {
  expect(complaint()).toMatchObject({
    trackingId: '',
    revision: 1,
    title: 'Lampu jalan mati di Cemara',
    originalText: 'Lampu jalan sepanjang Cemara mati.',
    agency: { id: '4006' },
    rawStatus: 'Terdisposisi ke Dinas Perhubungan',
    channel: 'Media Sosial - Instagram',
    dispositionedAt: '2026-02-19T04:00:00.000Z',
    district: 'Lubuk Pakam',
    extra: { Lokasi: 'depan SD Negeri 2' },
    readBy: [{ officerId: 'o-1', revision: 1 }],
  });
  expect(complaint({}, 'K-20931').trackingId).toBe('K-20931');
});

test('what is for another agency waits for the Admin Instansi', () => {
  expect(complaint({ ours: false, channel: 'letter', source: sampleRecorded().source })).toMatchObject({
    agency: null,
    rawStatus: 'Belum Terverifikasi',
    channel: 'Surat',
    dispositionedAt: null,
  });
});

test('the reporter of a recorded complaint stands in the agency’s entry alone, unless not anonymous', () => {
  expect(complaint().reporterName).toBe('Budi Santoso');
  const hidden = complaint({ anonymous: true });
  expect(hidden.reporterName).toBeNull();
  expect(hidden.timeline).toMatchObject([
    {
      kind: 'record',
      visibility: 'agency',
      text: '',
      detail: { recorded: { reporter: { name: 'Budi Santoso' } } },
    },
  ]);
});

test('a complaint is recorded once, with words, a title, a time that has come, and contacts that can be ones', () => {
  expect(code()).toBe('accepted');
  expect(code({}, { text: ' ' })).toBe('empty_text');
  expect(code({}, { id: 'lapor-9300431' })).toBe('bad_value');
  const wrong: readonly Partial<Recorded>[] = [
    { title: ' ' },
    { title: 'x'.repeat(501) },
    { receivedAt: '2026-02-20T04:00:00.000Z' },
    { receivedAt: 'kemarin' },
    { reporter: { name: '', phone: 'tidak ada', email: '' } },
    { reporter: { name: '', phone: '', email: 'budi' } },
    { source: { ...sampleRecorded().source, link: 'javascript:alert(1)' } },
  ];
  for (const change of wrong) expect(code(change), JSON.stringify(change)).toBe('bad_value');

  const again = sampleCommand(
    { kind: 'record', payload: { report: sampleRecorded(), text: TEXT } },
    { complaintId: ID },
  );
  const context = { officer: sampleOfficer, at: again.composedAt, receipt: null };
  expect(applyCommand(complaint(), again, context)).toEqual({ ok: false, code: 'bad_value' });
  const pimpinan = { ...sampleOfficer, role: 'pimpinan' as const };
  expect(applyCommand(unrecorded(ID), again, { ...context, officer: pimpinan })).toMatchObject({
    code: 'forbidden',
  });
  const admin = { ...sampleOfficer, agency: null };
  expect(applyCommand(unrecorded(ID), again, { ...context, officer: admin })).toMatchObject({
    code: 'not_ours',
  });
});

test('nothing can be done to a complaint before it is recorded', () => {
  const note = sampleCommand({ kind: 'internal_note', payload: { text: 'x' } }, { complaintId: ID });
  const context = { officer: sampleOfficer, at: note.composedAt, receipt: null };
  expect(applyCommand(unrecorded(ID), note, context)).toEqual({ ok: false, code: 'not_ours' });
});

test('an answer to a recorded complaint does not wait for LAPOR!, which has no page for it', () => {
  const timeline = [sampleEntry()];
  expect(unpublishedAnswers(sampleComplaint({ timeline }))).toHaveLength(1);
  expect(unpublishedAnswers(sampleComplaint({ id: ID, timeline }))).toEqual([]);
});
