import type { Span } from '../pii/span.ts';
import { COMMON_IN_NAMES, NO_NAMES } from './reporter-name-words.ts';

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
/** A part of a name shorter than this says too little. */
const DISTINCTIVE_LETTERS = 4;

type Word = Span & { readonly folded: string };

/**
 * Where a text names a person, [from, to) in UTF-16 units, in its order: by the whole name, or by a part that
 * tells who is meant. Such a part has at least four letters and is no honorific, no very common first name
 * and no word of the language. Case, accents, apostrophes, spacing and a final "-nya" do not matter.
 *
 * The name of an anonymous reporter must not stand in an answer (Perpres 76/2013: confidentiality).
 */
export function findName(text: string, name: string): readonly Span[] {
  const whole = wordsOf(name).filter(({ folded }) => !NO_NAMES.has(folded));
  const parts = new Set(whole.map(({ folded }) => folded).filter(isDistinctive));
  const words = wordsOf(text);
  const found: Span[] = [];
  for (let n = 0; n < words.length; n++) {
    const last = isWhole(words, n, whole) ? words[n + whole.length - 1] : undefined;
    const word = words[n];
    if (word === undefined) continue;
    if (last !== undefined) {
      found.push({ from: word.from, to: last.to });
      n += whole.length - 1;
    } else if (parts.has(word.folded) || parts.has(word.folded.replace(/nya$/, ''))) {
      found.push({ from: word.from, to: word.to });
    }
  }
  return found;
}

function isWhole(words: readonly Word[], at: number, whole: readonly Word[]): boolean {
  if (whole.length === 0) return false;
  return whole.every(({ folded }, n) => {
    const word = words[at + n]?.folded;
    return word === folded || (n === whole.length - 1 && word === `${folded}nya`);
  });
}

function isDistinctive(folded: string): boolean {
  return folded.length >= DISTINCTIVE_LETTERS && !COMMON_IN_NAMES.has(folded);
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    folded: word
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .toLowerCase(),
  })).filter(({ folded }) => folded !== '');
}
