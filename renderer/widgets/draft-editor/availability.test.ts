import { expect, test } from 'vitest';
import { DRAFT_KINDS } from '#shared/domain/commands/command.ts';
import { isProposed } from '#shared/domain/commands/proposing.ts';
import { COMMANDS } from '#shared/domain/commands/registry.ts';
import { sampleComplaint, sampleEntry, sampleOfficer } from '#shared/domain/testing/samples.ts';
import { wordsOf } from '../../words/i18n.ts';
import { charactersLeft, obstacleOf, obstacleWords } from './availability.ts';

const KINDS = ['follow_up', 'internal_note', 'return'] as const;
const obstacles = (
  complaint: Parameters<typeof sampleComplaint>[0],
  officer: Partial<typeof sampleOfficer> = {},
) => KINDS.map((kind) => obstacleOf(kind, sampleComplaint(complaint), { ...sampleOfficer, ...officer }));

test('a Pejabat Penghubung may do everything to an open complaint, answered by a colleague or not', () => {
  expect(obstacles({})).toEqual([null, null, null]);
  expect(obstacles({ revision: 5, timeline: [sampleEntry({ revision: 5 })] })).toEqual([null, null, null]);
});

test('every kind of draft can be written by a role that may, on a complaint that allows it', () => {
  const timeline = [
    sampleEntry({ id: 'usul', kind: 'proposal', author: { ...sampleEntry().author, officerId: 'o-9' } }),
  ];
  const complaint = sampleComplaint({ timeline });
  const refused = DRAFT_KINDS.filter((kind) => {
    const [role = 'pengawas'] = COMMANDS[kind].roles;
    return obstacleOf(kind, complaint, { ...sampleOfficer, role }, { entryId: 'usul' }) !== null;
  });
  expect(refused).toEqual([]);
});

test('a closed complaint takes notes only; a Pelaksana proposes and writes notes', () => {
  expect(obstacles({ rawStatus: 'Ditutup oleh Sistem' })).toEqual(['closed', null, 'closed']);
  expect(obstacles({}, { role: 'pelaksana' })).toEqual([null, null, 'forbidden']);
  expect(isProposed('follow_up', { ...sampleOfficer, role: 'pelaksana' })).toBe(true);
  expect(isProposed('follow_up', sampleOfficer)).toBe(false);
  const agency = { id: '4006', name: 'Dinas Perhubungan', approval: true };
  expect(isProposed('follow_up', { ...sampleOfficer, agency })).toBe(true);
  expect(isProposed('internal_note', { ...sampleOfficer, agency })).toBe(false);
});

test('the sentence of an obstacle tells a complaint on its way back from one that was moved', () => {
  const { t } = wordsOf('id');
  const moved = sampleComplaint({ agency: { id: '9', name: 'Lain' } });
  const returning = sampleComplaint({ agency: null, timeline: [sampleEntry({ kind: 'return' })] });
  expect([
    obstacleWords('forbidden', 'return', moved, t),
    obstacleWords('not_ours', 'follow_up', moved, t),
    obstacleWords('not_ours', 'follow_up', returning, t),
  ]).toEqual([
    'Hanya Pejabat Penghubung yang dapat mengembalikan laporan.',
    'Laporan ini sudah tidak di OPD Anda.',
    'Laporan ini sedang dikembalikan ke Admin Instansi.',
  ]);
});

test('the characters left are counted only near the limit', () => {
  expect(['x'.repeat(18_000), 'x'.repeat(19_400), 'x'.repeat(20_002)].map(charactersLeft)).toEqual([
    null,
    600,
    -2,
  ]);
});
