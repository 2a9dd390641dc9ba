/** What the full-text index takes for a word: letters and digits, with their marks. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const NEXT_WORD = new RegExp(WORD);
const MAX_WORDS = 12;

/** A stretch of text to mark, [start, end) in UTF-16 units. */
export type Range = [number, number];
export type Marked = { text: string; ranges: Range[] };

/** The words an officer typed, folded like the index folds them: lower case, without diacritics. */
export function searchWords(text: string): readonly string[] {
  const words = (text.match(WORD) ?? []).map(fold).filter((word) => word !== '');
  return [...new Set(words)].slice(0, MAX_WORDS);
}

/**
 * A way to write what is sought: words that follow each other. `open`: the last may go on ("jal" for
 * "jalan"). Folded like the index folds them.
 */
export type Spelling = { readonly words: readonly string[]; readonly open: boolean };

/** Where `text` holds one of the spellings: the sought part of a word, or words that follow each other. */
export function markWords(text: string, spellings: readonly Spelling[]): Range[] {
  return [...marksIn(text, spellings)];
}

/** Does `text` hold one of the spellings? */
export function holdsAny(text: string, spellings: readonly Spelling[]): boolean {
  return firstMark(text, spellings) !== null;
}

function firstMark(text: string, spellings: readonly Spelling[]): Range | null {
  return marksIn(text, spellings).next().value ?? null;
}

function* marksIn(text: string, spellings: readonly Spelling[]): Generator<Range, undefined> {
  let end = 0;
  for (const match of beginningsIn(text, spellings)) {
    if (match.index < end) continue;
    const folded = fold(match[0]);
    let last = 0;
    for (const spelling of spellings) last = Math.max(last, endOf(text, match, folded, spelling));
    if (last === 0) continue;
    end = last;
    yield [match.index, end];
  }
}

/** The words of `text`, in order, at which one of the spellings may begin. */
function* beginningsIn(text: string, spellings: readonly Spelling[]): Generator<RegExpExecArray, undefined> {
  if (!PLAIN.test(text)) {
    yield* text.matchAll(WORD);
    return;
  }
  // Letters are found in a fraction of the time that it takes to take the words apart, and most texts hold
  // none of them.
  const lower = text.toLowerCase();
  const firsts = [...new Set(spellings.map(({ words: [first = ''] }) => first))];
  const places = firsts.map((first) => beginningOf(first, lower, 0));
  for (let at = Math.min(...places); at < text.length; at = Math.min(...places)) {
    const match = wordAfter(text, at);
    if (match !== null) yield match;
    firsts.forEach((first, n) => {
      if (places[n] === at) places[n] = beginningOf(first, lower, at + 1);
    });
  }
}

/** Where a word of a plain text begins with `first`, from a place on; Infinity: nowhere. */
function beginningOf(first: string, lower: string, from: number): number {
  let at = lower.indexOf(first, from);
  while (at > 0 && PLAIN_LETTER.test(lower.charAt(at - 1))) at = lower.indexOf(first, at + 1);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Where the spelling that begins with the word `match` ends; 0: it does not stand there. */
function endOf(text: string, match: RegExpExecArray, folded: string, { words, open }: Spelling): number {
  let at = match;
  let word = folded;
  for (const [n, sought] of words.entries()) {
    const last = n === words.length - 1;
    if (last && open) return word.startsWith(sought) ? at.index + unitsOf(at[0], word, sought.length) : 0;
    if (word !== sought) return 0;
    if (last) return at.index + at[0].length;
    const next = wordAfter(text, at.index + at[0].length);
    if (next === null) return 0;
    at = next;
    word = fold(next[0]);
  }
  return 0;
}

function wordAfter(text: string, from: number): RegExpExecArray | null {
  NEXT_WORD.lastIndex = from;
  return NEXT_WORD.exec(text);
}

const ASCII = /^[\0-\x7f]*$/;
/** With dashes, curly quotation marks and a snippet's three points: folding it is lower case. */
const PLAIN = /^[\0-\x7f\u2010-\u2027]*$/;
const PLAIN_LETTER = /[a-z0-9]/;

const SNIPPET_LENGTH = 140;
const LEAD = 40;

/** A piece of the first of `texts` that holds one of the spellings, cut at words, with the hits marked. */
export function snippetOf(texts: readonly string[], spellings: readonly Spelling[]): Marked {
  for (const text of texts) {
    const first = firstMark(text, spellings);
    if (first === null) continue;
    const piece = cut(text, Math.max(0, first[0] - LEAD));
    return { text: piece, ranges: markWords(piece, spellings) };
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

/** How many UTF-16 units of `word` its first `units` folded ones cover. */
function unitsOf(word: string, folded: string, units: number): number {
  if (folded.length === word.length) return units;
  // Folding changed the length: cover characters until they fold to as many units as were matched.
  let covered = 0;
  let done = 0;
  for (const character of word) {
    if (done >= units && fold(character) !== '') break;
    done += fold(character).length;
    covered += character.length;
  }
  return covered;
}

function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
