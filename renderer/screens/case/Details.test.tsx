import { expect, test } from 'vitest';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { rendered } from '../../words/testing/rendered.tsx';
import { Details } from './Details.tsx';

/** Each line with its value. */
const lines = (complaint: Complaint): readonly string[] => {
  const page = rendered(<Details complaint={complaint} />, '2026-02-24');
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
