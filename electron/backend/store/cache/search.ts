import type { Db } from '../open-database.ts';
import { type CachedRow, QUEUE_COLUMNS, type RowOfQueue, rowOf } from './queue-row.ts';
import type { SearchTerms } from './search-terms.ts';
import { holdsWord, type Marked, markWords, searchWords, snippetOf } from './search-words.ts';

export type CachedHit = CachedRow & { readonly titleMarks: Marked; readonly snippet: Marked };
export type CachedHits = { readonly hits: readonly CachedHit[]; readonly more: boolean };

/** Reports looked through, newest first, while the full-text index is still being made. */
const SCANNED = 20_000;
/**
 * Reports looked through before the index is asked for a beginning of very many words. Where most reports hold
 * one of them these are enough: at 1,000,000 reports the index took 0.6 s for "5" and 50 ms for "j", because it
 * gathers every report or follows hundreds of words side by side.
 */
const NEAR = 200;
const TEXTS = 'complaint.original_text, complaint.final_text, complaint.village, complaint.regency';
const HIT_COLUMNS = `${QUEUE_COLUMNS}, ${TEXTS}`;

export const SEARCH_SQL = `
  SELECT ${HIT_COLUMNS} FROM complaint_fts JOIN complaint ON complaint.received_no = complaint_fts.rowid
  WHERE complaint_fts MATCH ? AND ours = 1
  ORDER BY complaint_fts.rowid DESC LIMIT ?`;

type HitRow = RowOfQueue & {
  original_text: string;
  final_text: string;
  village: string | null;
  regency: string | null;
};

export type SearchReader = {
  /**
   * Newest first; every word as a prefix, all of them. `indexed` false: the newest reports are read
   * themselves, and `more` says that older ones were not.
   */
  readonly search: (text: string, limit: number, indexed: boolean) => CachedHits;
};

export function searchReader(db: Db, terms: SearchTerms): SearchReader {
  const byIndex = db.prepare<[string, number], HitRow>(SEARCH_SQL);
  const newest = db.prepare<[number], HitRow>(`
    SELECT ${HIT_COLUMNS} FROM complaint WHERE ours = 1 ORDER BY received_no DESC LIMIT ?`);

  /** `full`: the hits are those that the index would give; else there may be more among older reports. */
  const scan = (words: readonly string[], limit: number, atMost: number): CachedHits & { full: boolean } => {
    const hits: CachedHit[] = [];
    let looked = 0;
    for (const row of newest.iterate(atMost)) {
      looked++;
      if (!holdsAll(row, words)) continue;
      if (hits.length === limit) return { hits, more: true, full: true };
      hits.push(hitOf(row, words));
    }
    return { hits, more: looked === atMost, full: looked < atMost };
  };

  return {
    search: (text, limit, indexed) => {
      const words = searchWords(text);
      if (words.length === 0) return { hits: [], more: false };
      if (!indexed) return scan(words, limit, SCANNED);
      const expression = terms.expression(text);
      if (expression?.broad === true) {
        const near = scan(words, limit, NEAR);
        if (near.full) return near;
      }
      const rows = expression === null ? [] : byIndex.all(expression.match, limit + 1);
      return {
        hits: rows.slice(0, limit).map((row) => hitOf(row, words)),
        more: rows.length > limit,
      };
    },
  };
}

function holdsAll(row: HitRow, words: readonly string[]): boolean {
  const fields = [row.tracking_id, row.title, ...textsOf(row)];
  return words.every((word) => fields.some((field) => holdsWord(field, word)));
}

function hitOf(row: HitRow, words: readonly string[]): CachedHit {
  return {
    ...rowOf(row),
    titleMarks: { text: row.title, ranges: markWords(row.title, words) },
    snippet: snippetOf(textsOf(row), words),
  };
}

function textsOf(row: HitRow): string[] {
  const place = [row.village, row.district, row.regency].filter((part) => part !== null).join(', ');
  return [row.final_text, row.original_text, place];
}
