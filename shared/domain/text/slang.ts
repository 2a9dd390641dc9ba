import { SLANG } from './slang-words.ts';

const ASCII = /^[\0-\x7f]*$/;

const LINE_OF_WORD = new Map(SLANG.map((line) => [line.word, line]));
const WORDS_OF_SPELLING = new Map<string, readonly string[]>();
for (const { word, spellings } of SLANG) {
  for (const spelling of spellings) {
    WORDS_OF_SPELLING.set(spelling, [...(WORDS_OF_SPELLING.get(spelling) ?? []), word]);
  }
}
/** Terms of several words that have a short form: "penerangan jalan umum". */
const PHRASES = SLANG.filter(({ word }) => word.includes(' ')).map(({ word, spellings }) => ({
  words: word.split(' '),
  spellings,
}));

/**
 * The canonical form of a word: lower case, no diacritics, letters that stand three times or more written
 * once ("rusaaak"), the 2 of a reduplication left off ("jalan2"), abbreviations and slang written out ("jln",
 * "pju"). A spelling that means several things ("kel") and an unknown word stay.
 */
export function foldWord(word: string): string {
  const plain = plainOf(word);
  if (LINE_OF_WORD.has(plain)) return plain;
  const meanings = WORDS_OF_SPELLING.get(plain) ?? [];
  return meanings.length === 1 ? (meanings[0] ?? plain) : plain;
}

/**
 * All that is written for the same as a word, itself first; some of several words. Of a spelling with several
 * meanings the words of all of them, without their other spellings: "kel" gives "keluarga" and not "klrg".
 */
export function variantsOf(word: string): readonly string[] {
  const plain = plainOf(word);
  const meanings = WORDS_OF_SPELLING.get(plain) ?? [];
  const only = meanings.length === 1 ? meanings[0] : undefined;
  const lines = [plain, only].map((known) => LINE_OF_WORD.get(known ?? '')?.spellings ?? []);
  return [...new Set([word.toLowerCase(), plain, ...meanings, ...lines.flat()])].filter(Boolean);
}

/** The short forms of terms in `words` (canonical): `[lampu, penerangan, jalan, umum]` gives "pju" at 1. */
export function shortFormsIn(
  words: readonly string[],
): readonly { readonly at: number; readonly length: number; readonly spellings: readonly string[] }[] {
  return PHRASES.flatMap((phrase) =>
    words.flatMap((_, at) =>
      phrase.words.every((word, n) => words[at + n] === word)
        ? [{ at, length: phrase.words.length, spellings: phrase.spellings }]
        : [],
    ),
  );
}

function plainOf(word: string): string {
  const lower = ASCII.test(word) ? word.toLowerCase() : withoutMarks(word);
  return lower.replace(/(\p{L})\1{2,}/gu, '$1').replace(/^(\p{L}{2,})2$/u, '$1');
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
