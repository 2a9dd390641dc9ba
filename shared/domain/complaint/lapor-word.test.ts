import { expect, test } from 'vitest';
import { followLapor, isSameWord, type LaporWord } from './lapor-word.ts';

const AT = '2026-02-20T03:00:00.000Z';
const WORD: LaporWord = {
  rawStatus: 'Terverifikasi',
  statusReason: null,
  agencyText: '7001|Dinas Perhubungan',
  agencyId: '7001',
};
/** The office has answered; LAPOR! does not know it yet. */
const OURS = {
  rawStatus: 'Ditindaklanjuti oleh Instansi',
  statusReason: null,
  agencyId: '7001',
  dispositionedAt: '2026-02-13T02:00:00.000Z',
};

test('the same word once more leaves our own state as it is, however far it is ahead', () => {
  expect(followLapor(OURS, WORD, { ...WORD }, AT)).toEqual({ followed: OURS, disposed: false });
  expect(isSameWord(WORD, { ...WORD })).toBe(true);
});

test.each([
  ['status', { rawStatus: 'Ditunda' }],
  ['reason', { statusReason: 'Menunggu anggaran' }],
] as const)('a new %s of LAPOR! is taken over with the other', (_, said) => {
  const now = { ...WORD, ...said };
  const { followed } = followLapor(OURS, WORD, now, AT);
  expect(followed).toEqual({ ...OURS, rawStatus: now.rawStatus, statusReason: now.statusReason });
  expect(isSameWord(WORD, now)).toBe(false);
});

test('an agency that LAPOR! names anew gets the complaint from that day on', () => {
  const now = { ...WORD, agencyText: '7004|Dinas Kesehatan', agencyId: '7004' };
  expect(followLapor(OURS, WORD, now, AT)).toEqual({
    followed: { ...OURS, agencyId: '7004', dispositionedAt: AT },
    disposed: true,
  });
});

test('an agency that was only registered later gets the complaint without an invented date', () => {
  const before = { ...WORD, agencyId: null };
  const waiting = { ...OURS, agencyId: null, dispositionedAt: null };
  expect(followLapor(waiting, before, WORD, AT)).toEqual({
    followed: { ...waiting, agencyId: '7001' },
    disposed: false,
  });
});

test('a complaint that its agency gave back is not given to it again by the same word', () => {
  const returned = { ...OURS, agencyId: null };
  expect(followLapor(returned, WORD, { ...WORD }, AT).followed.agencyId).toBeNull();
});
