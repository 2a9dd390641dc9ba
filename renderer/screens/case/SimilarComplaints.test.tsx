import { expect, test } from 'vitest';
import type { SimilarComplaint } from '#shared/contract/window/similar.ts';
import { wordsOf } from '../../words/i18n.ts';
import { similarWords } from '../../words/similar-words.ts';
import { rendered } from '../../words/testing/rendered.tsx';
import { SimilarList } from './SimilarComplaints.tsx';

const RECEIVED = '2026-11-20T03:00:00Z';
const similar = (number: number, changes: Partial<SimilarComplaint> = {}): SimilarComplaint => ({
  id: `lapor-${number}`,
  trackingId: String(9_412_000 + number),
  title: `Jalan berlubang ${number}`,
  rawStatus: 'Ditutup oleh Sistem',
  bucket: 'selesai',
  receivedAt: '2026-11-17T18:00:00Z',
  score: 0.9,
  reasons: { words: ['jalan berlubang', 'simpang tiga'], place: 'village', daysApart: 2, sameCategory: true },
  ...changes,
});

test('a similar complaint says why: what both speak of, the place, and the days in WIB', () => {
  const words = (changes: Partial<SimilarComplaint>, language: 'id' | 'en' = 'id') =>
    similarWords(similar(1, changes), RECEIVED, wordsOf(language).t);
  expect(words({})).toBe('sama: jalan berlubang, simpang tiga · desa/kelurahan sama · 2 hari sebelumnya');
  expect(words({ receivedAt: '2026-11-21T03:00:00Z' }, 'en')).toBe(
    'both: jalan berlubang, simpang tiga · same village · 1 day later',
  );
  const nothing = { words: [], place: null, daysApart: 0, sameCategory: false };
  expect(words({ receivedAt: RECEIVED, reasons: nothing })).toBe('hari yang sama');
});

test('a complaint of which no day is known yet, because the copy is being loaded again, says the rest', () => {
  const { t } = wordsOf('id');
  const rest = 'sama: jalan berlubang, simpang tiga · desa/kelurahan sama';
  expect([
    similarWords(similar(1), '', t),
    similarWords(similar(1, { receivedAt: '' }), RECEIVED, t),
  ]).toEqual([rest, rest]);
});

const page = (count: number) =>
  rendered(
    <SimilarList complaints={Array.from({ length: count }, (_, n) => similar(n))} receivedAt={RECEIVED} />,
    '2026-11-24',
  );

test('the three most similar complaints are shown as buttons, the others on request', () => {
  expect(page(3).match(/<button/g)).toHaveLength(3);
  expect(page(3)).toContain('Laporan serupa (3)');
  const many = page(7);
  expect(many.match(/<button/g)).toHaveLength(4);
  expect(many).toContain('Tampilkan semua (7)');
});
