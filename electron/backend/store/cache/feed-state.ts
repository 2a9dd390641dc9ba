import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** Where the cache stands in the feed. */
export type FeedState = {
  readonly epoch: string;
  readonly cursor: string;
  /** The greatest sequence number applied. */
  readonly seq: number;
  /** Complaints that the current pull from the start has brought carry this number. */
  readonly generation: number;
  /** Complaints received since a pull from the start began; null when none is under way. */
  readonly loading: number | null;
  /** Complaints with this `receivedNo` or a greater one are in the full-text index; 0: all are. */
  readonly indexedFrom: number;
  /** The list of words of that index is whole. */
  readonly termsComplete: boolean;
  readonly lastSyncedAt: string | null;
  /**
   * When a difference to the central service was last met with a pull from the start, ms since 1970; null:
   * there is none.
   */
  readonly repairedAt: number | null;
  /** This PC's clock less the central service's, ms. */
  readonly clockOffMs: number;
  /** Whose complaints these are. */
  readonly agencyId: string | null;
  /** The fingerprint of the rules and holidays behind the derived columns. */
  readonly basis: string;
  /** Which restoration of the journal those columns know of (`restorationTable`). */
  readonly restored: number | null;
};

/** The columns of `feed`, as SQLite declares them. */
export const FEED_COLUMNS: Readonly<Record<keyof FeedState, string>> = {
  epoch: 'TEXT NOT NULL',
  cursor: 'TEXT NOT NULL',
  seq: 'INTEGER NOT NULL',
  generation: 'INTEGER NOT NULL',
  loading: 'INTEGER',
  indexedFrom: 'INTEGER NOT NULL',
  termsComplete: 'INTEGER NOT NULL',
  lastSyncedAt: 'TEXT',
  repairedAt: 'INTEGER',
  clockOffMs: 'INTEGER NOT NULL',
  agencyId: 'TEXT',
  basis: 'TEXT NOT NULL',
  restored: 'INTEGER',
};
const NAMES = Object.keys(FEED_COLUMNS);

/** A row of it: the flag is a number. */
type FeedRow = Omit<FeedState, 'termsComplete'> & { readonly termsComplete: number };

export type FeedStateStore = ReturnType<typeof feedStateStore>;

export function feedStateStore(db: Db) {
  const { row, run } = statements(db);
  const select = row<[], FeedRow>(`SELECT ${NAMES.join(', ')} FROM feed`);
  const update = run<[FeedRow]>(`UPDATE feed SET ${NAMES.map((name) => `${name} = @${name}`).join(', ')}`);
  const get = (): FeedState => {
    const row = select();
    if (row === null) throw new Error('the feed state is missing');
    return { ...row, termsComplete: row.termsComplete === 1 };
  };
  return {
    get,
    set: (patch: Partial<FeedState>) => {
      const next = { ...get(), ...patch };
      update({ ...next, termsComplete: next.termsComplete ? 1 : 0 });
    },
  };
}
