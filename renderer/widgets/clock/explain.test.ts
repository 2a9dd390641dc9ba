import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { type Clock, clocksOf } from '#shared/domain/deadlines/clocks.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { sampleComplaint, sampleEntry } from '#shared/domain/testing/samples.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { explainClock } from './explain.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const context = { calendar, ...datedWords(wordsOf('id'), '2026-02-19') };
const clocks = (overrides: Parameters<typeof sampleComplaint>[0]) =>
  clocksOf(sampleComplaint(overrides), { rules: BUILT_IN_RULES, calendar });
const explain = (clock: Clock | null) => {
  if (clock === null) throw new Error('the clock does not exist');
  return explainClock(clock, context);
};

test('a clock is explained in one sentence, with the holidays that it skipped', () => {
  const { firstAnswer } = clocks({ dispositionedAt: '2026-02-13T02:12:00.000Z' });
  expect(explain(firstAnswer)).toEqual({
    arithmetic:
      'diteruskan Jum 13/2 → hari ke-1 Rab 18/2 (16/2 Cuti bersama Imlek, 17/2 Tahun Baru Imlek 2577) → jatuh tempo hari ke-5, Sel 24/2',
    rule: 'Aturan: jawaban pertama, 5 hari kerja.',
    source: 'Sumber resmi – Janji layanan SP4N-LAPOR! pada kanal resminya (3/5/10 hari kerja).',
    caveats: [],
  });
});

test('a clock whose rule is mere practice says that no text orders it', () => {
  expect(explain(clocks({}).completion).source).toMatch(/^Belum ada teks resmi – /);
});

test('a clock says that its day is an estimate, and why it began at the receipt', () => {
  const { completion } = clocks({ receivedAt: '2026-12-21T02:00:00.000Z', dispositionedAt: null });
  expect(explain(completion).caveats).toEqual([
    'Ini perkiraan: tabel hari libur 2027 belum terbit.',
    'Tanggal disposisi tidak ada di ekspor; dihitung sejak laporan masuk.',
  ]);
  expect(explain(completion).arithmetic).toMatch(/^laporan masuk Sen 21\/12 → hari ke-1 Sel 22\/12/);
});

test('a clock names five holidays and counts the others', () => {
  const { completion } = clocks({ oversight: true, dispositionedAt: '2026-03-02T02:00:00.000Z' });
  expect(explain(completion).arithmetic).toContain('dan 7 hari libur lain)');
});

test('a clock says for whom and from when until when it waited, and that it waits', () => {
  const asked = sampleEntry({ kind: 'question', at: '2026-02-19T03:00:00.000Z' });
  const replied = sampleEntry({ id: 'r', kind: 'reporter_reply', at: '2026-02-26T03:00:00.000Z' });
  const history = (timeline: readonly TimelineEntry[]) =>
    explain(clocks({ rawStatus: 'Ditindaklanjuti oleh Instansi', timeline }).completion).arithmetic;
  expect(history([asked, replied])).toBe(
    'diteruskan Jum 13/2 → hari ke-1 Rab 18/2 (16/2 Cuti bersama Imlek, 17/2 Tahun Baru Imlek 2577); Jum 20/2 – Kam 26/2 menunggu data pelapor → jatuh tempo hari ke-14, Sen 16/3',
  );
  expect(history([asked])).toBe(
    'diteruskan Jum 13/2; sejak Jum 20/2 menunggu data pelapor → jatuh tempo hari ke-14, dihitung lagi sesudah itu',
  );
});
