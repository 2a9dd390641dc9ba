import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { delayOf } from '#shared/domain/deadlines/delay.ts';
import { sampleComplaint, sampleEntry } from '#shared/domain/testing/samples.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { delayPage, delayText } from './delay-page.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const today = '2026-02-27';
const context = { calendar, ...datedWords(wordsOf('id'), today) };
const textOf = (complaint: ReturnType<typeof sampleComplaint>, offline: readonly string[]) => {
  const delay = delayOf(complaint, { rules: BUILT_IN_RULES, calendar }, today);
  return delayText(complaint, delayPage(complaint, delay, offline, context), context);
};

test('the delay of a late complaint is explained on one page of plain text', () => {
  const forward = sampleEntry({
    kind: 'forward',
    at: '2026-02-18T03:00:00.000Z',
    detail: { assignee: { officerId: null, name: 'Seksi PJU' } },
  });
  expect(textOf(sampleComplaint({ timeline: [forward] }), ['2026-02-25', '2026-02-26'])).toBe(
    [
      'Laporan 9300431, Dinas Perhubungan',
      'Lampu Jalan Mati Sepanjang Cemara',
      '',
      'Jawaban pertama: jatuh tempo Sel, 24 Feb 2026, belum selesai: terlambat 3 hari kerja sampai hari ini.',
      '  diteruskan Jum 13/2 → hari ke-1 Rab 18/2 (16/2 Cuti bersama Imlek, 17/2 Tahun Baru Imlek 2577) → jatuh tempo hari ke-5, Sel 24/2',
      '',
      'Menunggu siapa, hari demi hari',
      '- Kam, 12 Feb 2026 – Jum, 13 Feb 2026: Admin Instansi (1 hari kerja)',
      '- Jum, 13 Feb 2026 – Rab, 18 Feb 2026: OPD (1 hari kerja)',
      '- Rab, 18 Feb 2026 – Jum, 27 Feb 2026: Seksi PJU (7 hari kerja)',
      '',
      'Jumlah: Seksi PJU 7 hari kerja; Admin Instansi 1 hari kerja; OPD 1 hari kerja',
      'Komputer ini tanpa sambungan 2 hari kerja: Rab 25/2, Kam 26/2.',
    ].join('\n'),
  );
});

test('the page of a complaint in time says so', () => {
  expect(textOf(sampleComplaint({ dispositionedAt: '2026-02-25T03:00:00.000Z' }), [])).toContain(
    'Laporan ini tidak terlambat.',
  );
});
