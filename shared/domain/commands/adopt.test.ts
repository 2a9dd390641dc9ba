import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../complaint/complaint.ts';
import { unrecorded } from '../complaint/recorded-complaint.ts';
import { anyBody } from '../testing/any-payload.ts';
import {
  sampleCommand,
  sampleComplaint,
  sampleEntry,
  sampleOfficer,
  sampleRecorded,
} from '../testing/samples.ts';
import { type Adoption, adopt } from './adopt.ts';
import { applyCommand } from './apply-command.ts';
import { bodyOfEntry } from './body-of-entry.ts';
import type { ComplaintBody } from './command.ts';

const NOW = '2026-02-20T03:00:00.000Z';
const adoption: Adoption = {
  officer: sampleOfficer,
  now: NOW,
  receipt: 'K-20931',
  officeReceipt: 'K-260219001',
  lapor: { here: 'Terverifikasi', office: 'Terverifikasi' },
};
const verified = sampleComplaint({ rawStatus: 'Terverifikasi' });
const answer = { kind: 'follow_up', payload: { text: 'Lampu sudah diganti.' } } as const;
const finish = { kind: 'finish', payload: { text: 'Selesai.' } } as const;
const giveBack = { kind: 'return', payload: { reason: 'Jalan provinsi.', suggestedAgency: null } } as const;

let made = 0;
const newId = (): string => `01996c00-0000-7000-8000-${String(++made).padStart(12, '0')}`;
function adopted(
  known: Complaint,
  body: ComplaintBody,
  { composedAt = '2026-02-19T07:05:00.000Z', ...changes }: Partial<Adoption> & { composedAt?: string } = {},
): Complaint {
  const command = sampleCommand(body, { id: newId(), complaintId: known.id, composedAt });
  const applied = adopt(known, command, { ...adoption, ...changes });
  if (!applied.ok) throw new Error(applied.code);
  return applied.complaint;
}
const codeOf = (known: Complaint, body: ComplaintBody, changes: Partial<Adoption> = {}) => {
  const applied = adopt(known, sampleCommand(body, { id: newId() }), { ...adoption, ...changes });
  return applied.ok ? 'taken' : applied.code;
};

describe('what was done alone', () => {
  test('is the work of the officer who brings it, with the receipt of here, the time of there and a mark', () => {
    const { timeline, rawStatus } = adopted(verified, answer);
    expect(timeline).toMatchObject([
      {
        at: '2026-02-19T07:05:00.000Z',
        author: { officerId: 'o-1', name: 'Rina Sitepu', role: 'penghubung', agencyId: '4006' },
        receipt: 'K-20931',
        detail: { alone: true, officeReceipt: 'K-260219001' },
      },
    ]);
    expect(rawStatus).toBe('Ditindaklanjuti oleh Instansi');
  });

  test.each([
    ['pelaksana', finish],
    ['pelaksana', giveBack],
    ['pimpinan', answer],
    ['pengawas', { kind: 'internal_note', payload: { text: 'x' } }],
  ] as const)('is refused where a %s may not do it: %o', (role, body) => {
    expect(codeOf(verified, body, { officer: { ...sampleOfficer, role } })).toBe('forbidden');
  });

  test('is refused on a complaint of another agency, and of none', () => {
    const theirs = { id: '4003', name: 'Dinas Kesehatan' };
    expect(codeOf(sampleComplaint({ agency: theirs }), answer)).toBe('not_ours');
    expect(codeOf(sampleComplaint({ agency: null }), answer)).toBe('not_ours');
  });

  test('is refused where the agency wants its answers approved', () => {
    const officer = { ...sampleOfficer, agency: { id: '4006', name: 'Dinas Perhubungan', approval: true } };
    expect(codeOf(verified, answer, { officer })).toBe('needs_approval');
  });

  test.each([
    ['2020-01-01T00:00:00.000Z', verified.receivedAt],
    ['2031-01-01T00:00:00.000Z', NOW],
    ['2026-02-19T14:05:00+07:00', '2026-02-19T07:05:00.000Z'],
  ])('has a time between the arrival of the complaint and now: %s is %s', (composedAt, at) => {
    expect(adopted(verified, answer, { composedAt }).timeline).toMatchObject([{ at }]);
  });

  test('stands in the order of the times, after which the complaint is one revision further', () => {
    const author = { officerId: null, name: 'Impor LAPOR!', role: 'admin', agencyId: null } as const;
    const later = sampleEntry({ id: 'later', at: '2026-02-19T12:00:00.000Z', author });
    const { timeline, revision } = adopted({ ...verified, timeline: [later], revision: 2 }, answer);
    expect([timeline.map(({ revision }) => revision), revision]).toEqual([[3, 2], 3]);
  });
});

describe('the state of a complaint', () => {
  const colleague = { officerId: 'o-2', name: 'Togar', role: 'penghubung', agencyId: '4006' } as const;
  test.each<[string, Complaint, Partial<Adoption>, string]>([
    ['the office alone has moved it', verified, {}, 'Ditindaklanjuti oleh Instansi'],
    [
      'a colleague has finished it here',
      { ...verified, revision: 2, rawStatus: 'Selesai', timeline: [sampleEntry({ author: colleague })] },
      {},
      'Selesai',
    ],
    [
      'LAPOR! said something else here',
      { ...verified, rawStatus: 'Diarsipkan oleh Admin' },
      { lapor: { here: 'Diarsipkan oleh Admin', office: 'Terverifikasi' } },
      'Diarsipkan oleh Admin',
    ],
    [
      'LAPOR! never spoke of it here',
      verified,
      { lapor: { here: null, office: 'Terverifikasi' } },
      'Terverifikasi',
    ],
  ])('follows the office only where nothing else has moved it: %s', (_, known, changes, then) => {
    const after = adopted(known, answer, changes);
    expect(after.rawStatus).toBe(then);
    expect(after.timeline).toHaveLength(known.timeline.length + 1);
  });

  test('follows each of several commands', () => {
    expect(adopted(adopted(verified, answer), finish).rawStatus).toBe('Selesai');
  });

  test('follows an office that goes on with a second code; what is later, or of another agency, stands', () => {
    const again = { officer: { ...sampleOfficer, id: 'o-2' } };
    const there = adopted(verified, finish, { composedAt: '2026-02-19T07:05:00.000Z' });
    const [before, after] = ['2026-02-19T07:00:00.000Z', '2026-02-19T07:10:00.000Z'];
    expect(adopted(there, answer, { ...again, composedAt: before }).rawStatus).toBe('Selesai');
    const answered = adopted(verified, answer);
    expect(adopted(answered, finish, { ...again, composedAt: after }).rawStatus).toBe('Selesai');
    const theirs = { ...again.officer, agency: { id: '4003', name: 'Dinas Kesehatan' } };
    const moved = { ...answered, agency: theirs.agency };
    expect(adopted(moved, finish, { officer: theirs, composedAt: after }).rawStatus).toBe(moved.rawStatus);
  });

  test('an answer after a return says that the complaint had come back to the office', () => {
    const returned = adopted(verified, giveBack);
    expect([returned.agency, returned.returns]).toEqual([null, 1]);
    expect(adopted(returned, answer).agency).toEqual(sampleOfficer.agency);
  });
});

test('every entry that an officer alone writes is read back as the command that wrote it', () => {
  const steps = fc.array(anyBody({ report: fc.constant(sampleRecorded()) }), { maxLength: 6 });
  fc.assert(
    fc.property(steps, fc.boolean(), (bodies, isRecorded) => {
      let there = isRecorded ? unrecorded('catat-01996c00-0000-7000-8000-00000000000a') : verified;
      const record: ComplaintBody = { kind: 'record', payload: { report: sampleRecorded(), text: 'Parit.' } };
      const all = isRecorded ? [record, ...bodies] : bodies;
      let here = there;
      for (const body of all) {
        const command = sampleCommand(body, { id: newId(), trunkRevision: there.revision });
        const context = { officer: sampleOfficer, at: command.composedAt, receipt: 'K-260219001' };
        const applied = applyCommand(there, command, context);
        if (applied.ok) there = applied.complaint;
      }
      for (const entry of there.timeline) {
        const body = bodyOfEntry(there, entry);
        if (body === null) throw new Error(`no command wrote ${entry.kind}`);
        const command = sampleCommand(body, { id: entry.id, composedAt: entry.at });
        const lapor = isRecorded ? { here: null, office: null } : adoption.lapor;
        const applied = adopt(here, command, {
          ...adoption,
          receipt: 'K-260219001',
          officeReceipt: null,
          lapor,
        });
        if (!applied.ok) throw new Error(`${body.kind}: ${applied.code}`);
        here = applied.complaint;
      }
      const marked = there.timeline.map((entry) => ({ ...entry, detail: { ...entry.detail, alone: true } }));
      const { timeline, readBy: _, revision: __, ...state } = here;
      const { timeline: ___, readBy: ____, revision: _____, ...expected } = there;
      expect(state).toEqual(expected);
      expect(timeline.map(({ revision: _, ...entry }) => entry)).toEqual(
        marked.map(({ revision: _, ...entry }) => entry),
      );
    }),
    { numRuns: 300 },
  );
});
