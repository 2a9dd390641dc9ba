import type { Likeness } from './likeness.ts';

/** Shorter words are too easily another word with one letter changed. */
const LONG = 5;

/** The words of `subject` that the other complaint has too, mistypings allowed, in their order. */
export function sharedWords(subject: Likeness, other: Likeness): ReadonlySet<string> {
  const near = new Set<string>();
  const missing = [...subject.words.keys()].filter((word) => word.length >= LONG && !other.words.has(word));
  if (missing.length > 0) {
    for (const word of other.words.keys()) {
      if (word.length < LONG - 1 || subject.words.has(word)) continue;
      const meant = missing.find((candidate) => isNearly(candidate, word));
      if (meant !== undefined) near.add(meant);
    }
  }
  return new Set([...subject.words.keys()].filter((word) => other.words.has(word) || near.has(word)));
}

export function isSameName(a: string, b: string): boolean {
  return a === b || (a.length >= LONG && isNearly(a, b));
}

/** One letter more, less or changed, or two neighbours that changed places; the first letter is right. */
export function isNearly(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 1) return false;
  let same = 1;
  while (same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restB.slice(1) === restA;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
