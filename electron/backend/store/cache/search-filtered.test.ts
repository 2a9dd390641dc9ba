import { expect, test } from 'vitest';
import { parseSearch } from '#shared/domain/text/search-query.ts';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { emptyCache } from '../../testing/empty-stores.ts';
import { filledCache } from '../../testing/filled-cache.ts';
import { complaintNo, entry, RINA } from '../../testing/samples.ts';
import type { CacheStore } from './cache-store.ts';
import { complaintWriter } from './complaints.ts';
import { filteredReader } from './search-filtered.ts';

const TODAY = '2026-09-07';
const COMPLAINTS = [
  complaintNo(1, { title: 'Lampu Padam', district: 'Lubuk Pakam', village: 'Cemara', anonymous: true }),
  complaintNo(30, {
    title: 'Jalan Berlubang',
    district: 'LUBUK PAKAM',
    categoryPath: ['Perhubungan', 'Lampu Jalan'],
    rawStatus: 'Ditindaklanjuti oleh Instansi',
    timeline: [
      entry(),
      entry({
        id: 'entry-2',
        kind: 'labels',
        visibility: 'agency',
        text: '',
        detail: { labels: { add: ['PJU Cemara'], remove: [] } },
      }),
    ],
  }),
  complaintNo(60, { title: 'Sampah', district: 'Galang', channel: 'Tatap Muka', confidential: true }),
  complaintNo(400, { title: 'Lampu Jalan', district: 'Galang', rawStatus: 'Ditanggapi oleh Pelapor' }),
  complaintNo(500, { title: 'Lampu Mati', district: 'Bangun Purba' }),
  complaintNo(900, { title: 'Lampu Lama', district: 'Galang', rawStatus: 'Selesai' }),
];
const CACHE = () => filledCache(COMPLAINTS);
const found = (cache: CacheStore, text: string, indexed = true, limit = 10) => {
  const { words, filters } = parseSearch(text, TODAY);
  return cache.search(words, limit, indexed, { filters, today: TODAY });
};
const numbers = (cache: CacheStore, text: string, indexed = true) =>
  found(cache, text, indexed).hits.map(({ trackingId }) => Number(trackingId) - 7_000_000);

test.each([true, false])('filters narrow what the words find, newest first (index ready: %s)', (indexed) => {
  const cache = CACHE();
  expect(numbers(cache, 'lampu', indexed)).toEqual([1, 400, 500, 900]);
  expect(numbers(cache, 'lampu kec:galang', indexed)).toEqual([400, 900]);
  expect(numbers(cache, 'lampu status:selesai', indexed)).toEqual([900]);
  expect(numbers(cache, 'lampu anonim', indexed)).toEqual([1]);
  expect(numbers(cache, 'lampu telat', indexed)).toEqual([500]);
  expect(numbers(cache, 'lampu sampai:25/8', indexed)).toEqual([400, 500, 900]);
  expect(numbers(cache, 'jalan kec:"lubuk pakam" status:proses', indexed)).toEqual([30]);
});

test('filters without words list by due day, closed ones last', () => {
  const cache = CACHE();
  expect(numbers(cache, 'kec:galang')).toEqual([400, 60, 900]);
  expect(numbers(cache, 'kec:"lubuk pakam"')).toEqual([1, 30]);
  expect(numbers(cache, 'telat')).toEqual([500]);
});

test.each([
  ['kec:lub', [1, 30]],
  ['kec:pakam', [1, 30]],
  ['kec:ubuk', []],
  ['kel:cemara', [1]],
  ['kategori:perhubungan', [30]],
  ['kategori:"lampu jalan"', [30]],
  ['label:cemara', [30]],
  ['label:pju', [30]],
  ['kanal:"tatap muka"', [60]],
  ['status:dibalas', [400]],
  ['status:selesai', [900]],
  ['belum-dibaca kec:galang', [400, 60, 900]],
  ['rahasia', [60]],
  ['hari-ini', [1]],
  ['dari:5/9 sampai:6/9', [30]],
  ['kec:galang rahasia', [60]],
])('the filters "%s" find the complaints that they mean, and no other', (text, expected) => {
  expect(numbers(CACHE(), text)).toEqual(expected);
});

test('a search with filters says when more complaints pass than it lists', () => {
  const cache = CACHE();
  expect(found(cache, 'kec:galang', true, 2)).toMatchObject({ more: true, hits: { length: 2 } });
  expect(found(cache, 'kec:galang', true, 3)).toMatchObject({ more: false, hits: { length: 3 } });
});

test('a filter offers the values in use, the most frequent first', () => {
  const cache = CACHE();
  expect(cache.filterValues('district', '')).toEqual([
    'Galang',
    'Bangun Purba',
    'LUBUK PAKAM',
    'Lubuk Pakam',
  ]);
  expect(cache.filterValues('district', 'pak')).toEqual(['LUBUK PAKAM', 'Lubuk Pakam']);
  expect(cache.filterValues('label', 'pju')).toEqual(['PJU Cemara']);
  expect(cache.filterValues('category', 'lam')).toEqual(['Lampu Jalan']);
  expect(cache.filterValues('assignee', '')).toEqual([]);
});

test('a search with filters says how many complaints were looked at when others may pass too', () => {
  const db = emptyCache();
  const writer = complaintWriter(db, { before: () => null, after: () => {} });
  const place = { generation: 1, ours: true, hasDraft: false };
  for (const complaint of COMPLAINTS) {
    writer.insert(complaint, queueFacts(complaint, basisOf(BUILT_IN_REFERENCE), RINA.id), place);
  }
  const lookedAt = (text: string, limit: number, atMost: number) => {
    const { filters } = parseSearch(text, TODAY);
    const { numbers: passing, ...rest } = filteredReader(db)(
      { from: 'due' },
      { filters, today: TODAY },
      limit,
      atMost,
    );
    return { passing: passing.length, ...rest };
  };
  expect(lookedAt('rahasia', 5, 6)).toEqual({ passing: 1, more: false, lookedAt: 'enough' });
  expect(lookedAt('rahasia', 5, 5)).toEqual({ passing: 1, more: true, lookedAt: 5 });
  expect(lookedAt('kec:galang', 1, 5)).toEqual({ passing: 1, more: true, lookedAt: 'enough' });
});
