import { foldWord, shortFormsIn, variantsOf } from '#shared/domain/text/slang.ts';
import { type Spelling, searchWords } from './search-words.ts';

/** One word that is sought, in any of its spellings; the first is what was typed. */
export type Choice = readonly Spelling[];

/** An abbreviation is meant as it stands; what is longer is a beginning, like all that is typed. */
const OPEN_LETTERS = 4;

/** What an officer typed: every word, as the beginning of a word or in another spelling ("jln", "jalan"). */
export function choicesOf(text: string): readonly Choice[] {
  const words = searchWords(text);
  const shortForms = shortFormsIn(words.map(foldWord));
  return words.map((word, place) => {
    const short = shortForms.filter(({ at, length }) => place >= at && place < at + length);
    const others = [...variantsOf(word), ...short.flatMap(({ spellings }) => spellings)];
    const different = [...new Set(others)].filter((other) => other !== word);
    return [{ words: [word], open: true }, ...different.map(spellingOf)];
  });
}

/** "berkali-kali" is one word, also where it was written "berkali2". */
export function withoutRepeats(text: string): string {
  return text.replace(/(\p{L}+)-(\p{L}+)/gu, (all, first: string, second: string) =>
    first.toLowerCase().endsWith(second.toLowerCase()) ? first : all,
  );
}

function spellingOf(text: string): Spelling {
  const words = text.split(' ');
  return { words, open: words.length === 1 && text.length >= OPEN_LETTERS };
}
