import type { Complaint } from '../complaint/complaint.ts';
import { findPii } from '../pii/pii.ts';
import type { Span } from '../pii/span.ts';
import { reporterNamesIn } from './answer-checks.ts';
import { gapsIn } from './templates.ts';

/** A stretch of a text as its readers see it. `hidden`: personal data; `open`: not filled in yet. */
export type SeenPart = { readonly text: string; readonly as: 'plain' | 'hidden' | 'open' };

/** A text for reporter and public in its parts, in order; together they are the text. */
export function seenByCitizens(
  text: string,
  complaint: Pick<Complaint, 'anonymous' | 'reporterName' | 'originalText'>,
): readonly SeenPart[] {
  const marks: (Span & { readonly as: SeenPart['as'] })[] = [
    ...findPii(text).map(({ from, to }) => ({ from, to, as: 'hidden' as const })),
    ...reporterNamesIn(text, complaint).map(({ from, to }) => ({ from, to, as: 'hidden' as const })),
    ...gapsIn(text).map(({ from, to }) => ({ from, to, as: 'open' as const })),
  ].sort((a, b) => a.from - b.from);
  const parts: SeenPart[] = [];
  let at = 0;
  for (const { from, to, as } of marks) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), as: 'plain' });
    parts.push({ text: text.slice(from, to), as });
    at = to;
  }
  return at < text.length ? [...parts, { text: text.slice(at), as: 'plain' }] : parts;
}
