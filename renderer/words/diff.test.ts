import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './diff.ts';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map((part) => ({ same: part.text, removed: `[-${part.text}-]`, added: `[+${part.text}+]` })[part.kind])
    .join('');

test('the comparison of two texts marks what was changed, word by word', () => {
  expect(shown('lampu jalan mati sdh 3 minggu', 'Lampu jalan mati sudah 3 minggu.')).toBe(
    '[-lampu-][+Lampu+] jalan mati [-sdh-][+sudah+] 3 minggu[+.+]',
  );
});

test('the comparison of two texts shows a replaced phrase as one', () => {
  expect(shown('tolong cepat diperbaiki', 'mohon segera diperbaiki')).toBe(
    '[-tolong cepat-][+mohon segera+] diperbaiki',
  );
});

test('the comparison of equal texts has no marks, and with an empty one everything is new or gone', () => {
  expect(diffWords('sama saja', 'sama saja')).toEqual([{ kind: 'same', text: 'sama saja' }]);
  expect(diffWords('', 'baru')).toEqual([{ kind: 'added', text: 'baru' }]);
  expect(diffWords('lama', '')).toEqual([{ kind: 'removed', text: 'lama' }]);
  expect(diffWords('', '')).toEqual([]);
});

test('the parts of a comparison give both texts back, letter by letter', () => {
  const words = fc.array(fc.constantFrom('jalan', 'rusak', ' ', '\n', ',', 'Desa', '🙏', '  '), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const parts = diffWords(a.join(''), b.join(''));
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([a.join(''), b.join('')]);
    }),
  );
});

test('two long texts with nothing in common are shown as replaced, without a long wait', () => {
  const before = Array.from({ length: 6_000 }, (_, n) => `a${n}`).join(' ');
  const after = Array.from({ length: 6_000 }, (_, n) => `b${n}`).join(' ');
  expect(diffWords(before, after).map((part) => part.kind)).toEqual(['removed', 'added']);
});
