import { editDistance } from '#shared/domain/text/edit-distance.ts';
import { foldWord } from '#shared/domain/text/slang.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { Choice } from './search-choices.ts';
import { LAST_CHARACTER } from './search-terms.ts';

/** Letters from which one slip is forgiven, and two; what is longer than `LONGEST` is not meant as a word. */
const ONE_SLIP = 5;
const TWO_SLIPS = 8;
const LONGEST = 24;
/** Words of one search that are put right, and how many of the nearest are taken for each. */
const MAX_PUT_RIGHT = 3;
const TAKEN = 8;
/**
 * For two slips the words are looked through that begin with the same three letters, so many at most: a
 * vocabulary of 100,000 words holds some hundred of them, while those of one letter took 20 ms.
 */
const SAME_LETTERS = 3;
const LOOKED_THROUGH = 2_000;
/** Words that begin with a letter drawn out are few. */
const DRAWN_OUT = 64;
const LETTERS = /^[a-z]+$/;
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

export const AMONG_SQL =
  'SELECT term FROM search_term WHERE term IN (SELECT value FROM json_each(?)) LIMIT ?';
export const BETWEEN_SQL = `
  SELECT term FROM (SELECT term FROM search_term WHERE term >= ? AND term < ? LIMIT ?)
  WHERE length(term) BETWEEN ? AND ?`;

/**
 * Adds to what is sought the spellings that only the words of the complaints can tell: drawn-out spellings of
 * each word ("rusaaak"), and for a word that no complaint holds and that is no known spelling the nearest
 * words that there are: one slip anywhere from 5 letters, two after the third letter from 8. None of it takes
 * longer where there are more words.
 */
export function nearbyWords(db: Db): (choices: readonly Choice[]) => readonly Choice[] {
  const { values } = statements(db);
  const between = values<[string, string, number, number, number], string>(BETWEEN_SQL);
  const among = values<[string, number], string>(AMONG_SQL);
  const beginning = (start: string, limit: number, least: number, most: number): readonly string[] =>
    between(start, start + LAST_CHARACTER, limit, least, most);
  const isKnown = (word: string): boolean => beginning(word, 1, 1, 1_000).length > 0;

  const drawnOut = (word: string): string[] => {
    const starts = [...word].flatMap((letter, n) =>
      letter === word[n + 1] ? [] : [word.slice(0, n + 1) + letter.repeat(2)],
    );
    return starts
      .flatMap((start) => beginning(start, DRAWN_OUT, word.length + 2, 1_000))
      .filter((term) => foldWord(term) === foldWord(word));
  };
  const nearest = (word: string): readonly string[] => {
    const one = among(JSON.stringify(oneSlipFrom(word)), TAKEN);
    if (one.length > 0 || word.length < TWO_SLIPS) return one;
    const start = word.slice(0, SAME_LETTERS);
    return beginning(start, LOOKED_THROUGH, word.length - 2, word.length + 2)
      .filter((term) => editDistance(word, term, 2) === 2)
      .slice(0, TAKEN);
  };
  return (choices) => {
    let putRight = 0;
    return choices.map((choice) => {
      const word = choice[0]?.words[0] ?? '';
      if (word.length < ONE_SLIP - 1 || word.length > LONGEST || !LETTERS.test(word)) return choice;
      const drawn = drawnOut(word).map((term) => ({ words: [term], open: false }));
      const may = word.length >= ONE_SLIP && choice.length === 1 && drawn.length === 0;
      if (!may || isKnown(word) || putRight++ >= MAX_PUT_RIGHT) return [...choice, ...drawn];
      return [...choice, ...nearest(word).map((term) => ({ words: [term], open: true }))];
    });
  };
}

/**
 * Everything that one slip makes of a word: a letter left out, added or replaced, or two neighbours swapped.
 */
function oneSlipFrom(word: string): string[] {
  return Array.from({ length: word.length + 1 }, (_, n) => {
    const [before, after] = [word.slice(0, n), word.slice(n + 1)];
    const [letter = '', next = ''] = word.slice(n);
    const added = ALPHABET.map((other) => before + other + letter + after);
    if (letter === '') return added;
    const replaced = ALPHABET.map((other) => before + other + after);
    return [...added, ...replaced, before + after, before + next + letter + word.slice(n + 2)];
  }).flat();
}
