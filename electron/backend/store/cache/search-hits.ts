import type { ListOrder, SearchHit } from '#shared/contract/window/queue.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { EntryKind } from '#shared/domain/complaint/entry.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import { type CachedRow, QUEUE_COLUMNS, type RowOfQueue, rowOf } from './queue-row.ts';
import type { Choice } from './search-choices.ts';
import { holdsAny, type Marked, markWords, snippetOf } from './search-words.ts';

/** What was written on a complaint, the last first. */
type Written = { readonly kind: EntryKind; readonly text: string };
type FoundIn = NonNullable<SearchHit['foundIn']>;

export const HISTORY_SQL = `
  SELECT kind, text FROM timeline_entry WHERE complaintRid = ? AND text <> '' ORDER BY position DESC`;

type CachedHit = CachedRow & {
  readonly titleMarks: Marked;
  readonly snippet: Marked;
  readonly foundIn: FoundIn | null;
};

/** `among`: only so many complaints were looked at, the first in this order. */
export type CachedHits = {
  readonly hits: readonly CachedHit[];
  readonly more: boolean;
  readonly among?: { readonly count: number; readonly order: ListOrder };
};

/** Complaints that are read, in the order of their list, while the full-text index is still being made. */
export const SCANNED = 20_000;
/**
 * Hits of the index that are read themselves where words must follow each other ("rs": "rumah sakit"), which
 * the index does not know: 0.1 ms for each at the most.
 */
export const CHECKED = 300;

export function mustFollow(choices: readonly Choice[]): boolean {
  return choices.flat().some(({ words }) => words.length > 1);
}

/** What is read of a complaint that may be a hit. */
export const HIT_COLUMNS = `${QUEUE_COLUMNS},
  complaint.rid, complaint.originalText, complaint.finalText, complaint.village, complaint.regency, complaint.changedAt`;

export type HitRow = RowOfQueue &
  Pick<Complaint, 'originalText' | 'finalText' | 'village' | 'regency'> & {
    readonly rid: number;
    readonly changedAt: number;
  };

/** The first rows that pass. `more`: another one passes too. `looked`: how many were looked at. */
export function firstOf<Row>(rows: Iterable<Row>, limit: number, passes: (row: Row) => boolean) {
  const first: Row[] = [];
  let looked = 0;
  for (const row of rows) {
    looked++;
    if (!passes(row)) continue;
    if (first.length === limit) return { rows: first, more: true, looked };
    first.push(row);
  }
  return { rows: first, more: false, looked };
}

export type HitReader = ReturnType<typeof hitReader>;

export function hitReader(db: Db) {
  const history = statements(db).rows<[rid: number], Written>(HISTORY_SQL);
  return {
    /** Does the complaint hold all of the words, in its own fields or in what was written on it? */
    holdsAll: (row: HitRow, choices: readonly Choice[]): boolean => {
      const missing = missingIn(row, choices);
      if (missing.length === 0) return true;
      const written = history(row.rid);
      return missing.every((choice) => written.some(({ text }) => holdsAny(text, choice)));
    },
    hitOf: (row: HitRow, choices: readonly Choice[]): CachedHit => {
      const spellings = choices.flat();
      const titleMarks = { text: row.title, ranges: markWords(row.title, spellings) };
      const snippet = snippetOf(textsOf(row), spellings);
      // What is marked already need not be sought again: most hits end here.
      const unmarked = choices.filter(
        (choice) => !holdsAny(snippet.text, choice) && !holdsAny(row.title, choice),
      );
      const missing = unmarked.length === 0 ? unmarked : missingIn(row, unmarked);
      const inHistory = missing.length === 0 ? null : foundInHistory(history(row.rid), missing, choices);
      return {
        ...rowOf(row),
        titleMarks,
        snippet: inHistory?.snippet ?? snippet,
        foundIn: inHistory?.foundIn ?? null,
      };
    },
  };
}

/** The words that stand in none of the complaint's own fields. */
function missingIn(row: HitRow, choices: readonly Choice[]): readonly Choice[] {
  const fields = [row.trackingId, row.title, ...textsOf(row)];
  return choices.filter((choice) => !fields.some((field) => holdsAny(field, choice)));
}

function textsOf(row: HitRow): string[] {
  const place = [row.village, row.district, row.regency].filter((part) => part !== null).join(', ');
  return [row.finalText, row.originalText, place];
}

/** Where the first of these words stands in the history, with a piece of that text; null: nowhere. */
function foundInHistory(
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
