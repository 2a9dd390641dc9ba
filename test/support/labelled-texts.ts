import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'fixtures', 'labelled-texts.jsonl');

/** One line of a complaint or an answer, with what is to be found in it. Invented: nobody's data. */
export type LabelledText = {
  readonly text: string;
  /** Kind and wording of every personal datum, in the order of the text. */
  readonly pii: readonly (readonly [kind: string, wording: string])[];
  /** It holds no personal datum, but something that looks like one: what. */
  readonly looksLike?: string;
  /** Searches that must find the line. */
  readonly finds?: readonly string[];
  /** Searches that must not. */
  readonly misses?: readonly string[];
};

/** The list against which the guard of personal data and the search are measured. */
export function labelledTexts(): readonly LabelledText[] {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LabelledText);
}
