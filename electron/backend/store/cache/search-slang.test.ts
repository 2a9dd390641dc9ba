import { expect, test } from 'vitest';
import { filledCache } from '../../testing/filled-cache.ts';
import { complaintNo } from '../../testing/samples.ts';

/** A cache of one complaint for each text, without other words that could be found. */
function cacheOf(...texts: string[]) {
  const empty = { title: '', originalText: '', village: null, district: null, regency: null };
  return filledCache(texts.map((finalText, number) => complaintNo(number, { ...empty, finalText })));
}
type Cache = ReturnType<typeof cacheOf>;
/** The texts that are found, and in each the stretches that are marked. */
const found = (cache: Cache, text: string, indexed = true): string[] =>
  cache.search(text, 10, indexed).hits.map(({ snippet }) => snippet.text);
const marked = (cache: Cache, text: string): string[][] =>
  cache
    .search(text, 10, true)
    .hits.map(({ snippet }) => snippet.ranges.map(([start, end]) => snippet.text.slice(start, end)));

test.each([true, false])('a word finds its abbreviations, and they find it (index ready: %s)', (indexed) => {
  const cache = cacheOf('jln rusak', 'Jalan licin', 'jl. gelap', 'jalak bali', 'jlx');
  const all = ['jln rusak', 'Jalan licin', 'jl. gelap'];
  expect(found(cache, 'jalan', indexed)).toEqual(all);
  expect(found(cache, 'jln', indexed)).toEqual(all);
  expect(found(cache, 'jln blm', indexed)).toEqual([]);
});

test.each([true, false])(
  'a term of several words and its short form find each other; its words must follow each other (index ready: %s)',
  (indexed) => {
    const texts = ['PJU padam', 'penerangan jalan umum padam', 'jalan umum, penerangan padam'];
    const cache = cacheOf(...texts);
    expect(found(cache, 'pju padam', indexed)).toEqual(texts.slice(0, 2));
    expect(found(cache, 'penerangan jalan umum', indexed)).toEqual(texts);
    expect(found(cache, 'lampu penerangan jalan umum', indexed)).toEqual([]);
  },
);

test('the spelling that was found is marked, an abbreviation and a term as a whole', () => {
  const cache = cacheOf('di jln besar', 'jalannya dan jln.', 'pju mati', 'penerangan jalan umum mati, umum');
  expect(marked(cache, 'jalan')).toEqual([['jln'], ['jalan', 'jln'], ['jalan']]);
  expect(marked(cache, 'pju')).toEqual([['pju'], ['penerangan jalan umum']]);
  expect(marked(cache, 'pju umum')).toEqual([['penerangan jalan umum', 'umum']]);
});

test('letters that are drawn out do not hide a word, in the text or in the search', () => {
  const cache = cacheOf('rusaaak parah', 'rusak berat', 'rusuk');
  expect(found(cache, 'rusak')).toEqual(['rusaaak parah', 'rusak berat']);
  expect(found(cache, 'rusakkkk')).toEqual(['rusak berat']);
  expect(marked(cache, 'rusak')[0]).toEqual(['rusaaak']);
});

test('repeated words are found in each of their spellings', () => {
  const cache = cacheOf('anak2 jatuh', 'anak-anak sekolah', 'berkali2 lapor');
  expect(found(cache, 'anak-anak')).toEqual(['anak2 jatuh', 'anak-anak sekolah']);
  expect(found(cache, 'anak2')).toEqual(['anak2 jatuh', 'anak-anak sekolah']);
  expect(found(cache, 'berkali-kali')).toEqual(['berkali2 lapor']);
});

test.each(['jembtan', 'jembattan', 'jembatam', 'jemabtan', 'ejmbatan', 'jembattaan', 'kembatan'])(
  'a slip of the hand finds the nearest word, which is marked: %s',
  (typed) => {
    const cache = cacheOf('jembatan gantung', 'lembah');
    expect(found(cache, typed)).toEqual(['jembatan gantung']);
    expect(marked(cache, typed)).toEqual([['jembatan']]);
  },
);

test('a word that some complaint holds is not put right, nor is a short one', () => {
  const cache = cacheOf('parkir', 'pasar', 'pasir', 'rusa');
  expect(found(cache, 'pasir')).toEqual(['pasir']);
  expect(found(cache, 'rusb')).toEqual([]);
  expect(found(cacheOf('parkiran', 'warki', 'parko'), 'parki')).toEqual(['parkiran']);
  expect(found(cache, 'pakkirz')).toEqual([]);
});

test('of the words near a mistyped one only the nearest are sought, and all of those', () => {
  const cache = cacheOf('pelayanan', 'pelayaran', 'pelajaran');
  expect(found(cache, 'pelayaxan')).toEqual(['pelayanan', 'pelayaran']);
});

test('of the mistyped words of a search the first three are put right', () => {
  const cache = cacheOf('jembatan trotoar drainase puskesmas');
  expect(found(cache, 'jembtan trotaor drainse')).toHaveLength(1);
  expect(found(cache, 'jembtan trotaor drainse puskemsas')).toEqual([]);
});
