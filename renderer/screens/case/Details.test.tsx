import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { createI18n } from '../../words/i18n.ts';
import { ReferenceContext } from '../../words/reference.tsx';
import { Details } from './Details.tsx';

const reference = {
  officer: { id: 'o-1', name: 'Rina', role: 'penghubung', agency: null },
  basis: { rules: BUILT_IN_RULES, calendar: compileCalendar(BUILT_IN_HOLIDAYS) },
  today: '2026-02-24',
  agencies: [],
  colleagues: [],
} as const;

/** Each line with its value. */
const lines = (complaint: Complaint): readonly string[] => {
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={createI18n('id')}>
      <ReferenceContext value={reference}>
        <Details complaint={complaint} />
      </ReferenceContext>
    </I18nextProvider>,
  );
  return [...page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => `${name}: ${value}`);
};

test('the details of a complaint have their order, the unknown columns of the export last', () => {
  expect(lines(sampleComplaint({ extra: { 'Nomor SK': 'SK-7' } }))).toEqual([
    'Status di LAPOR!: Terdisposisi ke Dinas Perhubungan',
    'Kategori: Perhubungan › Lampu penerangan jalan umum',
    'Lokasi: Cemara, Lubuk Pakam, Kab. Contoh, Sumatera Utara',
    'Sumber: Android',
    'Instansi induk: Pemerintah Kabupaten Contoh',
    'OPD: Dinas Perhubungan',
    'Laporan masuk: Kam 12 Feb, 09.00',
    'Diteruskan: Jum 13 Feb, 09.12',
    'Nomor SK: SK-7',
  ]);
});

test('the details show a value once that an import kept before its column had a name of ours', () => {
  const kept = sampleComplaint({ parentAgency: null, extra: { 'Instansi Induk': 'Pemkab' } });
  expect(lines(kept).filter((line) => /^Instansi induk/i.test(line))).toEqual(['Instansi Induk: Pemkab']);
});
