import type { SearchHit } from '#shared/contract/window/queue.ts';
import type { EntryKind } from '#shared/domain/complaint/entry.ts';
import type { Choice } from './search-choices.ts';
import { holdsAny, type Marked, markWords, snippetOf } from './search-words.ts';

/** What was written on a complaint, the last first. */
export type Written = { readonly kind: EntryKind; readonly text: string };
export type FoundIn = NonNullable<SearchHit['foundIn']>;

export const HISTORY_SQL = `
  SELECT kind, text FROM timeline_entry WHERE complaintRid = ? AND text <> '' ORDER BY position DESC`;

/** Where the first of these words stands in the history, with a piece of that text; null: nowhere. */
export function foundInHistory(
  history: readonly Written[],
  missing: readonly Choice[],
  all: readonly Choice[],
): { readonly foundIn: FoundIn; readonly snippet: Marked } | null {
  for (const choice of missing) {
    const written = history.find(({ text }) => holdsAny(text, choice));
    if (written === undefined) continue;
    // Cut around the word that stands nowhere else; the others are marked with it.
    const { text } = snippetOf([written.text], choice);
    return { foundIn: placeOf(written.kind), snippet: { text, ranges: markWords(text, all.flat()) } };
  }
  return null;
}

function placeOf(kind: EntryKind): FoundIn {
  switch (kind) {
    case 'follow_up':
    case 'internal_note':
    case 'reporter_reply':
      return kind;
    default:
      return 'history';
  }
}
