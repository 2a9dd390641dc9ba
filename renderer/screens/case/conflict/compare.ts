import { type DiffPart, diffWords } from '../../../words/diff.ts';

/** Two answers laid over each other; each side with what stands on it alone marked. */
export type Comparison = { readonly theirs: readonly DiffPart[]; readonly mine: readonly DiffPart[] };

/**
 * So much of the longer text must stand in both before marks help: two answers written apart share "dan" and
 * "yang", and marking all the rest says nothing.
 */
const LEAST_IN_COMMON = 0.35;

/** Null: the texts are too different, or the same; then they are read better as they are. */
export function comparisonOf(theirs: string, mine: string): Comparison | null {
  const parts = diffWords(theirs.trim(), mine.trim());
  const same = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0);
  const longer = Math.max(theirs.trim().length, mine.trim().length);
  if (longer === 0 || same === longer || same / longer < LEAST_IN_COMMON) return null;
  return {
    theirs: parts.filter(({ kind }) => kind !== 'added'),
    mine: parts.filter(({ kind }) => kind !== 'removed'),
  };
}
