import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { photo } from '../../central/testing/files.ts';
import { OWN_MARK } from './marks.ts';
import type { Office } from './offices.ts';
import { CURSOR_MARK, SEEN_MARKS } from './seen.ts';
import type { Known } from './values.ts';

/** What is there, by the names under which it is asked for. */
export function knownNames(
  offices: readonly Office[],
  officerIds: readonly string[],
  files: readonly Attachment[],
): Known {
  const complaintIds = [
    ...offices.flatMap(({ complaintIds }) => complaintIds),
    'lapor-8888888',
    'catat-01996c00-0000-7000-8000-0000000000c1',
    'catat-01996c00-0000-7000-8000-0000000000c2',
  ];
  const uuids = Array.from(
    { length: 30 },
    (_, n) => `01996c00-0000-7000-8000-${String(n).padStart(12, '0')}`,
  );
  const texts = [
    `Petugas ke lokasi ${OWN_MARK}`,
    OWN_MARK,
    'lampu',
    'status:baru lampu -mati',
    'kec:"Lubuk Pakam" tgl>2026-01-01',
  ];
  return {
    complaintId: complaintIds,
    complaintIds,
    uuid: [...uuids, ...SEEN_MARKS],
    after: [null, null, null, null, null, null, ...SEEN_MARKS.slice(0, 1), CURSOR_MARK],
    id: [...uuids, ...SEEN_MARKS, ...complaintIds],
    ids: [...uuids, ...SEEN_MARKS],
    draftId: [...uuids, ...SEEN_MARKS],
    entryId: [...SEEN_MARKS, ...uuids],
    reducedFrom: [null, ...SEEN_MARKS],
    duplicateOf: complaintIds,
    officerId: [...officerIds],
    mentions: [...officerIds],
    sha256: files.map(({ sha256 }) => sha256),
    attachments: [[], [], [], [], [], [], ...files.map((file) => [{ ...file, name: OWN_MARK }])],
    text: texts,
    name: texts.slice(0, 2),
    title: texts.slice(0, 2),
    trunkRevision: [0, 1, 2, 3, 5],
    revision: [0, 1, 2, 3],
    wait: [0, 0, 0, 1, 50, 60_000],
    size: [0, 1, 10, 2_000, 5_000],
    offset: [0, 0, 1, 100],
    bytes: [photo(2_000).toString('base64'), '', 'AAAA', '!!', photo(100, 9).toString('base64')],
    receipt: ['K-260907001', 'K-260907002', null],
    laporStatus: ['Proses', 'Selesai', 'Terdisposisi ke Dinas Sosial', null],
  };
}
