import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completed, parseSearch, withoutFilter } from './search-query.ts';

/** A Wednesday. */
const TODAY = '2026-09-09';
const filters = (text: string) =>
  parseSearch(text, TODAY).filters.map(({ start: _, end: __, ...filter }) => filter);

test('the filters of a search stand among words, in any order', () => {
  const query = parseSearch('lampu kec:"Lubuk Pakam" status:proses telat jalan', TODAY);
  expect(query).toEqual({
    words: 'lampu jalan',
    filters: [
      { field: 'district', value: 'Lubuk Pakam', start: 6, end: 23 },
      { field: 'status', value: 'proses', start: 24, end: 37 },
      { field: 'overdue', start: 38, end: 43 },
    ],
    problem: null,
    open: null,
  });
});

test.each([
  ['kel:melati', { field: 'village', value: 'melati' }],
  ['KATEGORI:Jalan', { field: 'category', value: 'Jalan' }],
  ['label: PJU', { field: 'label', value: 'PJU' }],
  ['kanal:"Tatap Muka"', { field: 'channel', value: 'Tatap Muka' }],
  ['untuk:Togar', { field: 'assignee', value: 'Togar' }],
  ['assignee:Togar', { field: 'assignee', value: 'Togar' }],
  ['status:dibalas', { field: 'status', value: 'replied' }],
  ['status:done', { field: 'status', value: 'selesai' }],
  ['status:belum_ditindaklanjuti', { field: 'status', value: 'belum_ditindaklanjuti' }],
  ['anonim', { field: 'anonymous' }],
  ['belum-dibaca', { field: 'unread' }],
  ['rahasia', { field: 'confidential' }],
  ['dari:2026-02-13', { field: 'received', from: '2026-02-13', to: null }],
  ['sampai:13/2/2026', { field: 'received', from: null, to: '2026-02-13' }],
  ['dari:9/9', { field: 'received', from: '2026-09-09', to: null }],
  ['dari:10/9', { field: 'received', from: '2025-09-10', to: null }],
  ['from:kemarin', { field: 'received', from: '2026-09-08', to: null }],
  ['hari-ini', { field: 'received', from: TODAY, to: TODAY }],
  ['this-week', { field: 'received', from: '2026-09-07', to: TODAY }],
])('the filter %s is understood', (text, filter) => {
  expect(filters(text)).toEqual([filter]);
});

test.each([
  ['kota:medan', { code: 'unknown_key', typed: 'kota' }],
  ['status:entah ', { code: 'unknown_status', typed: 'entah' }],
  ['dari:31/2/2026', { code: 'not_a_day', typed: '31/2/2026' }],
  ['sampai:besok', { code: 'not_a_day', typed: 'besok' }],
])('the search %s has a mistake that can be said', (text, problem) => {
  expect(parseSearch(text, TODAY).problem).toEqual(problem);
});

test.each(['https://lapor.go.id/x', 'Catatan: jalan', '"telat"', '10:30', 'kata:'])(
  '%s is words and no filter',
  (text) => {
    expect(parseSearch(text, TODAY)).toMatchObject({ words: text, filters: [], problem: null });
  },
);

test('what is still being typed is open for completion, and no mistake', () => {
  expect(parseSearch('lampu kec:', TODAY)).toMatchObject({
    words: 'lampu',
    filters: [],
    open: { field: 'district', value: '', start: 6 },
  });
  expect(parseSearch('kec:"Lubuk P', TODAY).open).toEqual({ field: 'district', value: 'Lubuk P', start: 0 });
  expect(parseSearch('status:pro', TODAY)).toMatchObject({ problem: null, open: { value: 'pro' } });
  expect(parseSearch('kec:"Lubuk Pakam"', TODAY).open).toBeNull();
  expect(parseSearch('kec:lubuk ', TODAY).open).toBeNull();
});

test('a completed value is quoted where it has several words', () => {
  expect(completed('lampu kec:lub', 6, 'Lubuk Pakam')).toBe('lampu kec:"Lubuk Pakam" ');
  expect(completed('kec:', 0, 'Galang')).toBe('kec:Galang ');
});

test('each filter can be taken out, and the rest stays as it was', () => {
  const part = fc.constantFrom('kec:a', 'kel:"b c"', 'telat', 'lampu', 'jalan', 'dari:1/2', '"q r"');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const query = parseSearch(parts.join(' '), TODAY);
      for (const filter of query.filters) {
        const rest = parseSearch(withoutFilter(parts.join(' '), filter), TODAY);
        expect(rest.filters).toHaveLength(query.filters.length - 1);
        expect(rest.words).toBe(query.words);
      }
    }),
  );
});

test('a word that every object has is a word, a key or a status like any other', () => {
  expect(parseSearch('constructor', TODAY)).toMatchObject({ problem: null, filters: [] });
  expect(parseSearch('constructor:x', TODAY).problem).toMatchObject({ code: 'unknown_key' });
  expect(parseSearch('status:constructor jalan', TODAY).filters).toEqual([]);
});

test('nothing that can be typed is an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { end } of parseSearch(text, TODAY).filters) expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
