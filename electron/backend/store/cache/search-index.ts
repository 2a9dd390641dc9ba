import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { FeedStateStore } from './feed-state.ts';
import type { SearchTerms } from './search-terms.ts';

/** The columns of the full-text index; `history`: all that was written on the complaint. */
const TEXTS = ['trackingId', 'title', 'originalText', 'finalText', 'place', 'history'] as const;
type Indexed = { readonly receivedNo: number } & Readonly<Record<(typeof TEXTS)[number], string>>;

export type SearchIndex = ReturnType<typeof searchIndex>;

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
export function searchIndex(db: Db, feed: FeedStateStore, terms: SearchTerms) {
  const { row, run, value } = statements(db);
  const select = row<[number], Indexed>(`SELECT receivedNo, ${COLUMNS} FROM complaint_search WHERE rid = ?`);
  const bound = value<[number, number], number>(BOUND_SQL);
  // Ascending within a batch: going back would make the index write out what it gathered, row by row.
  const insertRange = run<[number, number]>(`INSERT INTO complaint_fts (rowid, ${COLUMNS}) ${RANGE_SQL}`);
  const clear = run<[]>("INSERT INTO complaint_fts (complaint_fts) VALUES ('delete-all')");
  const merge = run<[number]>("INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('merge', ?)");
  const totalChanges = value<[], number>('SELECT total_changes()');
  const write = changeWriter(db, terms);
  let gathered: Change[] = [];
  /** As `begin` found them, and changed since. */
  let indexedFrom = NOTHING;
  const words = wordList(feed, terms);

  const setIndexedFrom = (receivedNo: number): void => {
    indexedFrom = receivedNo;
    feed.set({ indexedFrom: receivedNo });
  };
  /** The texts of a complaint that is, or should be, in the index. */
  const indexed = (rid: number): Indexed | null => {
    if (indexedFrom === NOTHING) return null;
    const row = select(rid);
    return row === null || row.receivedNo < indexedFrom ? null : row;
  };
  return {
    /** At the begin of each transaction: one that was rolled back took its own marks with it. */
    begin: () => {
      ({ indexedFrom } = feed.get());
      words.begin();
      gathered = [];
    },
    /** At its end: writes into the index what `after` gathered. */
    end: () => {
      write(gathered);
      gathered = [];
    },
    complete: () => {
      const state = feed.get();
      return state.indexedFrom === 0 && state.termsComplete;
    },
    /** Before a complaint's texts change or it goes: what the index holds for it, or null. */
    before: indexed,
    /**
     * After: the index is brought up to date at the end of the transaction. Unchanged texts cost nothing.
     *
     * At its end and not at once, because a statement on another table that can fail half-way makes the index
     * write out what it gathered so far: of a thousand changed complaints each made a part of its own, and
     * parts were merged all the time (of 800 ms for such a page 500).
     */
    after: (rid: number, before: Indexed | null) => {
      const now = indexed(rid);
      if (before === null ? now === null : now !== null && sameTexts(before, now)) return;
      gathered.push({ before, now });
    },
    /** Adds up to `limit` complaints, newest first, then their words. False: it is complete. */
    grow: (limit: number) => {
      if (indexedFrom === 0) return words.grow();
      const from = bound(indexedFrom, limit - 1) ?? 0;
      insertRange(from, indexedFrom);
      setIndexedFrom(from);
      return true;
    },
    /** Joins parts of the index, about `pages` of them: searches read every part. False: nothing to join. */
    join: (pages: number) => {
      const before = totalChanges() ?? 0;
      merge(pages);
      // The statement itself counts as one: https://sqlite.org/fts5.html#the_merge_command
      return (totalChanges() ?? 0) - before > 1;
    },
    /** Forgets what it holds, to be made anew. */
    reset: () => {
      gathered = [];
      clear();
      words.reset();
      setIndexedFrom(NOTHING);
    },
  };
}

/** The list of the index's words, which is its last part and is made a slice at a time. */
function wordList(feed: FeedStateStore, terms: SearchTerms) {
  /** As `begin` found it, and changed since. */
  let complete = false;
  let after = '';
  const setComplete = (now: boolean): void => {
    complete = now;
    after = '';
    feed.set({ termsComplete: now });
  };
  return {
    begin: () => {
      complete = feed.get().termsComplete;
    },
    /** Adds a slice. False: it is complete. */
    grow: () => {
      if (complete) return false;
      const next = terms.take(after);
      if (next === null) setComplete(true);
      else after = next;
      return next !== null;
    },
    reset: () => {
      terms.clear();
      setComplete(false);
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
