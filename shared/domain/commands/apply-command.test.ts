import { describe, expect, test } from 'vitest';
import type { Complaint } from '../complaint/complaint.ts';
import type { Officer } from '../people/roles.ts';
import { sampleCommand, sampleComplaint, sampleEntry, sampleOfficer } from '../testing/samples.ts';
import { type Applied, applyCommand } from './apply-command.ts';
import type { ComplaintBody } from './command.ts';
import { MAX_TEXT_LENGTH } from './spec/spec.ts';

const AT = '2026-02-20T03:00:00.000Z';
const followUp: ComplaintBody = { kind: 'follow_up', payload: { text: ' Perbaikan dijadwalkan Kamis. ' } };
const note: ComplaintBody = { kind: 'internal_note', payload: { text: 'Material tiba Rabu.' } };
const giveBack: ComplaintBody = {
  kind: 'return',
  payload: { reason: 'Jalan provinsi, bukan kabupaten.', suggestedAgency: null },
};
const markRead: ComplaintBody = { kind: 'mark_read', payload: {} };

function apply(
  complaint: Complaint,
  body: ComplaintBody,
  officer: Officer = sampleOfficer,
  trunkRevision = 1,
): Applied {
  return applyCommand(complaint, sampleCommand(body, { trunkRevision }), { officer, at: AT, receipt: 'K-1' });
}
function changed(applied: Applied): Complaint {
  if (!applied.ok) throw new Error(`refused as ${applied.code}`);
  return applied.complaint;
}

describe('an accepted command', () => {
  test('the first follow-up takes the complaint into process and is public', () => {
    const complaint = changed(apply(sampleComplaint(), followUp));
    expect(complaint).toEqual({
      ...sampleComplaint(),
      revision: 2,
      rawStatus: 'Ditindaklanjuti oleh Instansi',
      timeline: [
        {
          id: sampleCommand(followUp).id,
          kind: 'follow_up',
          at: AT,
          revision: 2,
          author: { officerId: 'o-1', name: 'Rina Sitepu', role: 'penghubung', agencyId: '4006' },
          text: 'Perbaikan dijadwalkan Kamis.',
          attachments: [],
          visibility: 'public',
          receipt: 'K-1',
          detail: null,
        },
      ],
    });
  });

  test('a follow-up answers the reporter and takes a held complaint up again', () => {
    const replied = sampleComplaint({ rawStatus: 'Ditanggapi oleh Pelapor' });
    const held = sampleComplaint({ rawStatus: 'Ditunda', statusReason: 'Data pelapor belum lengkap' });
    expect(changed(apply(replied, followUp)).rawStatus).toBe('Ditindaklanjuti oleh Instansi');
    expect(changed(apply(held, followUp))).toMatchObject({
      rawStatus: 'Ditindaklanjuti oleh Instansi',
      statusReason: null,
    });
  });

  test('an internal note stays in the agency and leaves the status alone, also on a closed complaint', () => {
    const complaint = changed(apply(sampleComplaint({ rawStatus: 'Ditutup oleh Sistem' }), note));
    expect(complaint.rawStatus).toBe('Ditutup oleh Sistem');
    expect(complaint.timeline.map((entry) => [entry.kind, entry.visibility])).toEqual([
      ['internal_note', 'agency'],
    ]);
  });

  test('a return sends the complaint back to the Admin Instansi with its reason', () => {
    const complaint = changed(apply(sampleComplaint(), giveBack));
    expect([complaint.agency, complaint.rawStatus]).toEqual([null, 'Terverifikasi']);
    expect(complaint.timeline.at(-1)).toMatchObject({
      kind: 'return',
      text: 'Jalan provinsi, bukan kabupaten.',
    });
  });

  test('reading leaves one mark per officer, in the order of their ids, at the newest revision that was read', () => {
    const once = changed(
      apply(sampleComplaint({ readBy: [{ officerId: 'o-2', revision: 1 }] }), markRead, sampleOfficer, 2),
    );
    const late = changed(apply(once, markRead, sampleOfficer, 1));
    for (const complaint of [once, late]) {
      expect(complaint.readBy).toEqual([
        { officerId: 'o-1', revision: 2 },
        { officerId: 'o-2', revision: 1 },
      ]);
    }
  });
});

describe('a refused command says why', () => {
  const elsewhere = sampleComplaint({ agency: { id: '4001', name: 'Dinas Sosial' } });
  const answered = sampleComplaint({ revision: 2, timeline: [sampleEntry()] });
  const as = (role: Officer['role']): Officer => ({ ...sampleOfficer, role });

  test.each<[string, Complaint, ComplaintBody, Officer, string]>([
    ['the complaint went to another agency', elsewhere, followUp, sampleOfficer, 'not_ours'],
    [
      'the complaint went back to the admin',
      sampleComplaint({ agency: null }),
      note,
      sampleOfficer,
      'not_ours',
    ],
    ['a pelaksana cannot answer the reporter', sampleComplaint(), followUp, as('pelaksana'), 'forbidden'],
    ['a pimpinan cannot return', sampleComplaint(), giveBack, as('pimpinan'), 'forbidden'],
    ['an overseer only reads', sampleComplaint(), note, as('pengawas'), 'forbidden'],
    ['closed', sampleComplaint({ rawStatus: 'Ditutup oleh Admin' }), followUp, sampleOfficer, 'closed'],
    ['archived', sampleComplaint({ rawStatus: 'Diarsipkan oleh Sistem' }), giveBack, sampleOfficer, 'closed'],
    [
      'unverified',
      sampleComplaint({ rawStatus: 'Belum Terverifikasi' }),
      followUp,
      sampleOfficer,
      'not_verified',
    ],
    [
      'nothing written',
      sampleComplaint(),
      { kind: 'follow_up', payload: { text: ' \n ' } },
      sampleOfficer,
      'empty_text',
    ],
    [
      'too long',
      sampleComplaint(),
      { kind: 'internal_note', payload: { text: 'x'.repeat(MAX_TEXT_LENGTH + 1) } },
      sampleOfficer,
      'text_too_long',
    ],
    ['a colleague answered meanwhile', answered, followUp, sampleOfficer, 'superseded'],
  ])('%s', (_why, complaint, body, officer, code) => {
    expect(apply(complaint, body, officer)).toEqual({ ok: false, code });
  });

  test('a colleague’s answer that the officer had seen does not stand in the way', () => {
    expect(apply(answered, followUp, sampleOfficer, 2).ok).toBe(true);
  });

  test('the officer’s own earlier answer does not stand in the way', () => {
    const own = sampleEntry({
      author: { officerId: 'o-1', name: 'Rina', role: 'penghubung', agencyId: '4006' },
    });
    expect(apply(sampleComplaint({ revision: 2, timeline: [own] }), followUp).ok).toBe(true);
  });

  test('nothing of the complaint changes', () => {
    const before = structuredClone(answered);
    apply(answered, followUp);
    expect(answered).toEqual(before);
  });
});

const photo = { sha256: 'a'.repeat(64), name: 'foto.jpg', type: 'image/jpeg', size: 300_000 } as const;

test('the files of a command stand on its entry; more than ten of them are refused', () => {
  const context = { officer: sampleOfficer, at: AT, receipt: 'K-1' };
  const applied = applyCommand(sampleComplaint(), sampleCommand(followUp, { attachments: [photo] }), context);
  expect(applied.ok && applied.complaint.timeline.at(-1)?.attachments).toEqual([photo]);
  const many = Array.from({ length: 11 }, () => photo);
  expect(applyCommand(sampleComplaint(), sampleCommand(note, { attachments: many }), context)).toEqual({
    ok: false,
    code: 'too_many_attachments',
  });
});

test('a kind that this version does not know is refused as unknown', () => {
  const later = { ...sampleCommand({ kind: 'finish', payload: { text: 'Selesai.' } }), kind: 'escalate' };
  const context = { officer: sampleOfficer, at: later.composedAt, receipt: null };
  expect(applyCommand(sampleComplaint(), later as never, context)).toEqual({
    ok: false,
    code: 'unknown_kind',
  });
});
