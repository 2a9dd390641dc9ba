import type { Db } from '../open-database.ts';
import type { FeedStateStore } from './feed-state.ts';
import type { SearchTerms } from './search-terms.ts';

/** The columns of the full-text index; `history`: all that was written on the complaint. */
const TEXTS = ['trackingId', 'title', 'originalText', 'finalText', 'place', 'history'] as const;
type Indexed = { readonly receivedNo: number } & Readonly<Record<(typeof TEXTS)[number], string>>;

export type SearchIndex = {
  /** At the begin of each transaction: one that was rolled back took its own marks with it. */
  readonly begin: () => void;
  /** At its end: writes into the index what `after` gathered. */
  readonly end: () => void;
  /** Before a complaint's texts change or it goes: what the index holds for it, or null. */
  readonly before: (rid: number) => Indexed | null;
  /**
   * After: the index is brought up to date at the end of the transaction. Unchanged texts cost nothing.
   *
   * At its end and not at once, because a statement on another table that can fail half-way makes the index
   * write out what it gathered so far: of a thousand changed complaints each made a part of its own, and
   * parts were merged all the time (of 800 ms for such a page 500).
   */
  readonly after: (rid: number, before: Indexed | null) => void;
  /** Adds up to `limit` complaints, newest first, then their words. False: it is complete. */
  readonly grow: (limit: number) => boolean;
  readonly complete: () => boolean;
  /** Joins parts of the index, about `pages` of them: searches read every part. False: nothing to join. */
  readonly join: (pages: number) => boolean;
  /** Forgets what it holds, to be made anew. */
  readonly reset: () => void;
};

const COLUMNS = TEXTS.join(', ');

export const BOUND_SQL = `
  SELECT receivedNo FROM complaint WHERE receivedNo < ? ORDER BY receivedNo DESC LIMIT 1 OFFSET ?`;
export const RANGE_SQL = `
  SELECT receivedNo, ${COLUMNS} FROM complaint_search
  WHERE receivedNo >= ? AND receivedNo < ? ORDER BY receivedNo`;
/** What the index holds for a complaint, and what it should hold; null: nothing. */
type Change = { readonly before: Indexed | null; readonly now: Indexed | null };

/** `indexedFrom` while nothing is in the index. */
const NOTHING = Number.MAX_SAFE_INTEGER;

/**
 * The full-text index of the complaints. It is made after the first load, from the newest complaint down, so
 * that the load itself is not slowed; from then on each change keeps it up to date.
 */
export function searchIndex(db: Db, feed: FeedStateStore, terms: SearchTerms): SearchIndex {
  const select = db.prepare<[number], Indexed>(`
    SELECT receivedNo, ${COLUMNS} FROM complaint_search WHERE rid = ?`);
  const bound = db.prepare<[number, number], { receivedNo: number }>(BOUND_SQL);
  // Ascending within a batch: going back would make the index write out what it gathered, row by row.
  const insertRange = db.prepare(`INSERT INTO complaint_fts (rowid, ${COLUMNS}) ${RANGE_SQL}`);
  const clear = db.prepare("INSERT INTO complaint_fts (complaint_fts) VALUES ('delete-all')");
  const merge = db.prepare("INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('merge', ?)");
  const changes = db.prepare<[], { total: number }>('SELECT total_changes() AS total');
  const write = changeWriter(db, terms);
  let gathered: Change[] = [];
  /** As `begin` found them, and changed since. */
  let indexedFrom = NOTHING;
  let termsComplete = false;
  let termsAfter = '';

  const setIndexedFrom = (receivedNo: number): void => {
    indexedFrom = receivedNo;
    feed.set({ indexedFrom: receivedNo });
  };
  /** The texts of a complaint that is, or should be, in the index. */
  const indexed = (rid: number): Indexed | null => {
    if (indexedFrom === NOTHING) return null;
    const row = select.get(rid);
    return row === undefined || row.receivedNo < indexedFrom ? null : row;
  };
  const setTermsComplete = (complete: boolean): void => {
    termsComplete = complete;
    termsAfter = '';
    feed.set({ termsComplete: complete });
  };
  /** The last part: the list of words, a slice at a time. */
  const growTerms = (): boolean => {
    const next = terms.take(termsAfter);
    if (next === null) setTermsComplete(true);
    else termsAfter = next;
    return next !== null;
  };
  return {
    begin: () => {
      ({ indexedFrom, termsComplete } = feed.get());
      gathered = [];
    },
    end: () => {
      write(gathered);
      gathered = [];
    },
    complete: () => {
      const state = feed.get();
      return state.indexedFrom === 0 && state.termsComplete;
    },
    before: indexed,
    after: (rid, before) => {
      const now = indexed(rid);
      if (before === null ? now === null : now !== null && sameTexts(before, now)) return;
      gathered.push({ before, now });
    },
    grow: (limit) => {
      if (indexedFrom === 0) return !termsComplete && growTerms();
      const from = bound.get(indexedFrom, limit - 1)?.receivedNo ?? 0;
      insertRange.run(from, indexedFrom);
      setIndexedFrom(from);
      return true;
    },
    join: (pages) => {
      const before = changes.get()?.total ?? 0;
      merge.run(pages);
      // The statement itself counts as one: https://sqlite.org/fts5.html#the_merge_command
      return (changes.get()?.total ?? 0) - before > 1;
    },
    reset: () => {
      gathered = [];
      clear.run();
      terms.clear();
      setIndexedFrom(NOTHING);
      setTermsComplete(false);
    },
  };
}

/** Brings the index, and the list of its words, up to date with changes. */
function changeWriter(db: Db, terms: SearchTerms): (changes: readonly Change[]) => void {
  const insert = db.prepare(`INSERT INTO complaint_fts (rowid, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const remove = db.prepare(
    `INSERT INTO complaint_fts (complaint_fts, rowid, ${COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (changes) => {
    const steps = changes.flatMap(({ before, now }) => [
      ...(before === null ? [] : [{ statement: remove, row: before }]),
      ...(now === null ? [] : [{ statement: insert, row: now }]),
    ]);
    // Going back makes the index write out what it gathered, too. What concerns one place keeps its order.
    steps.sort((a, b) => a.row.receivedNo - b.row.receivedNo);
    for (const { statement, row } of steps) statement.run(row.receivedNo, ...valuesOf(row));
    const words = changes.flatMap(({ before, now }) => (now === null ? [] : newValues(before, now)));
    if (words.length > 0) terms.add(words.join(' '));
  };
}

function valuesOf(row: Indexed): string[] {
  return TEXTS.map((name) => row[name]);
}

/** The texts that were not there before: only they can hold words that are not known yet. */
function newValues(before: Indexed | null, now: Indexed): string[] {
  const known = before === null ? [] : valuesOf(before);
  return valuesOf(now).filter((value, place) => value !== known[place]);
}

function sameTexts(a: Indexed, b: Indexed): boolean {
  return TEXTS.every((name) => a[name] === b[name]);
}
