import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNearly } from './shared-words.ts';

test.each([
  ['berlubang', 'berlubng'],
  ['berlubang', 'berlubbang'],
  ['berlubang', 'berlobang'],
  ['berlubang', 'belrubang'],
])('"%s" was meant by "%s"', (word, typed) => {
  expect([isNearly(word, typed), isNearly(typed, word)]).toEqual([true, true]);
});

test.each([
  ['cemara', 'lemara'],
  ['melati', 'merapi'],
  ['pasar', 'pasaran'],
  ['jalan', 'jlnaa'],
])('"%s" is not "%s"', (word, other) => {
  expect([isNearly(word, other), isNearly(other, word)]).toEqual([false, false]);
});

test('one letter less, twice or changed after the first is nearly the same word, either way round', () => {
  const word = fc.stringMatching(/^[a-z]{5,12}$/);
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('', 'x', 'twice'), (written, place, instead) => {
      const at = 1 + (place % (written.length - 1));
      const letter = written.charAt(at);
      const typed = written.slice(0, at) + instead.replace('twice', letter + letter) + written.slice(at + 1);
      expect([isNearly(written, typed), isNearly(typed, written)]).toEqual([true, true]);
    }),
  );
});
