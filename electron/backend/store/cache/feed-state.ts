import type { Db } from '../open-database.ts';

/** Where the cache stands in the feed. */
export type FeedState = {
  readonly epoch: string;
  readonly cursor: string;
  /** The greatest sequence number applied. */
  readonly seq: number;
  /** Reports that the current pull from the start has brought carry this number. */
  readonly generation: number;
  /** Reports received since a pull from the start began; null when none is under way. */
  readonly loading: number | null;
  /** Reports with this `received_no` or a greater one are in the full-text index; 0: all are. */
  readonly indexedFrom: number;
  /** The list of words of that index is whole. */
  readonly termsComplete: boolean;
  readonly lastSyncedAt: string | null;
  /** This PC's clock less the centre's, ms. */
  readonly clockOffMs: number;
  /** Whose reports these are. */
  readonly agencyId: string | null;
  /** The fingerprint of the rules and holidays behind the derived columns. */
  readonly basis: string;
};

type FeedRow = {
  epoch: string;
  cursor: string;
  seq: number;
  generation: number;
  loading: number | null;
  indexed_from: number;
  terms_complete: number;
  last_synced_at: string | null;
  clock_off_ms: number;
  agency_id: string | null;
  basis: string;
};

export type FeedStateStore = {
  readonly get: () => FeedState;
  readonly set: (patch: Partial<FeedState>) => void;
};

export function feedStateStore(db: Db): FeedStateStore {
  const select = db.prepare<[], FeedRow>(`
    SELECT epoch, cursor, seq, generation, loading, indexed_from, terms_complete, last_synced_at, clock_off_ms, agency_id, basis
    FROM feed`);
  const update = db.prepare(`
    UPDATE feed SET epoch = ?, cursor = ?, seq = ?, generation = ?, loading = ?, indexed_from = ?, terms_complete = ?,
      last_synced_at = ?, clock_off_ms = ?, agency_id = ?, basis = ?`);
  const get = (): FeedState => {
    const row = select.get();
    if (row === undefined) throw new Error('the feed state is missing');
    return {
      epoch: row.epoch,
      cursor: row.cursor,
      seq: row.seq,
      generation: row.generation,
      loading: row.loading,
      indexedFrom: row.indexed_from,
      termsComplete: row.terms_complete === 1,
      lastSyncedAt: row.last_synced_at,
      clockOffMs: row.clock_off_ms,
      agencyId: row.agency_id,
      basis: row.basis,
    };
  };
  return {
    get,
    set: (patch) => {
      const next = { ...get(), ...patch };
      update.run(
        next.epoch,
        next.cursor,
        next.seq,
        next.generation,
        next.loading,
        next.indexedFrom,
        next.termsComplete ? 1 : 0,
        next.lastSyncedAt,
        next.clockOffMs,
        next.agencyId,
        next.basis,
      );
    },
  };
}
