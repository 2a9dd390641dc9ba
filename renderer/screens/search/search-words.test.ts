import { expect, test } from 'vitest';
import type { SearchAnswer } from '#shared/contract/window/queue.ts';
import { wordsOf } from '../../words/i18n.ts';
import { countWords } from './search-words.ts';

const words = (answer: Partial<SearchAnswer>, language: 'id' | 'en' = 'id') =>
  countWords({ hits: [], more: false, ...answer }, wordsOf(language));

test('a search says how many complaints it found, and that a cut list has more', () => {
  expect(words({})).toBe('0 laporan');
  expect(words({ more: true })).toBe('0 teratas; tambahkan kata agar lebih tepat');
});

test('a search says which complaints it did not look at', () => {
  expect(words({ more: true, among: { count: 20_000, order: 'received' } })).toBe(
    '0 laporan. Yang diperiksa: 20.000 laporan terbaru, yang lebih lama belum. Tambahkan tempat, status, atau kata.',
  );
  expect(words({ more: true, among: { count: 20_000, order: 'due' } }, 'en')).toBe(
    '0 reports. Looked at: the 20,000 reports due soonest, not the others. Add a place, a status or a word.',
  );
});
