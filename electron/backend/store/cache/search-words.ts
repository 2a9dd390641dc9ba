/** What the full-text index takes for a word: letters and digits, with their marks. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const MAX_WORDS = 12;

/** A stretch of text to mark, [start, end) in UTF-16 units. */
export type Range = [number, number];
export type Marked = { text: string; ranges: Range[] };

/** The words an officer typed, folded like the index folds them: lower case, without diacritics. */
export function searchWords(text: string): readonly string[] {
  const words = (text.match(WORD) ?? []).map(fold).filter((word) => word !== '');
  return [...new Set(words)].slice(0, MAX_WORDS);
}

/** Where words of `text` begin with one of `words`. */
export function markWords(text: string, words: readonly string[]): Range[] {
  return mayHold(text, words) ? [...marksIn(text, words)] : [];
}

/** Does a word of `text` begin with `word`? */
export function holdsWord(text: string, word: string): boolean {
  return firstMark(text, [word]) !== null;
}

function firstMark(text: string, words: readonly string[]): Range | null {
  return mayHold(text, words) ? (marksIn(text, words).next().value ?? null) : null;
}

function* marksIn(text: string, words: readonly string[]): Generator<Range, undefined> {
  for (const match of text.matchAll(WORD)) {
    const hit = longestMatch(match[0], words);
    if (hit > 0) yield [match.index, match.index + hit];
  }
}

const ASCII = /^[\0-\x7f]*$/;

/** A cheap look at the letters before the words are taken apart: most texts hold none of what is sought. */
function mayHold(text: string, words: readonly string[]): boolean {
  if (!ASCII.test(text)) return true;
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word));
}

const SNIPPET_LENGTH = 140;
const LEAD = 40;

/** A piece of the first of `texts` that holds one of the words, cut at words, with the hits marked. */
export function snippetOf(texts: readonly string[], words: readonly string[]): Marked {
  for (const text of texts) {
    const first = firstMark(text, words);
    if (first === null) continue;
    const piece = cut(text, Math.max(0, first[0] - LEAD));
    return { text: piece, ranges: markWords(piece, words) };
  }
  return { text: cut(texts.find((text) => text !== '') ?? '', 0), ranges: [] };
}

function cut(text: string, from: number): string {
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const end = Math.min(text.length, start + SNIPPET_LENGTH);
  const lastSpace = text.lastIndexOf(' ', end);
  const stop = end === text.length || lastSpace <= start + SNIPPET_LENGTH / 2 ? end : lastSpace;
  const piece = text.slice(start, stop).replace(/\s/g, ' ').toWellFormed();
  return `${start > 0 ? '… ' : ''}${piece}${stop < text.length ? ' …' : ''}`;
}

/** How many UTF-16 units of `word` the longest matching prefix covers; 0 when none matches. */
function longestMatch(word: string, words: readonly string[]): number {
  const folded = fold(word);
  const longest = words.reduce(
    (length, candidate) => (folded.startsWith(candidate) ? Math.max(length, candidate.length) : length),
    0,
  );
  if (longest === 0 || folded.length === word.length) return longest;
  // Folding changed the length: cover characters until they fold to as many units as were matched.
  let covered = 0;
  let units = 0;
  for (const character of word) {
    if (units >= longest && fold(character) !== '') break;
    units += fold(character).length;
    covered += character.length;
  }
  return covered;
}

function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
