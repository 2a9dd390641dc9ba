import { type RawBuilder, sql } from 'kysely';
import type { FeedDigest } from '#shared/contract/central/central.ts';
import type { Tx } from '../store/database.ts';
import type { FeedHead } from '../store/feed.ts';

/** An end of an agency's feed. */
type Place = FeedHead & { readonly agencyId: string; readonly epoch: string };

/**
 * The digests of the agencies' feeds at their ends, each read once: a feed changes with its end alone, so
 * that whoever stands at the same place gets the same one. The mark of the last item belongs to the place: a
 * database that was put back may come to the same number with other items.
 */
export function openDigests() {
  const kept = new Map<string, Place & { readonly digest: Promise<FeedDigest> }>();
  /** Null: to be read. */
  const known = ({ agencyId, epoch, seq, mark }: Place): Promise<FeedDigest> | null => {
    const last = kept.get(agencyId);
    return last?.epoch === epoch && last.seq === seq && last.mark === mark ? last.digest : null;
  };
  return {
    known,
    /** @param tx one snapshot, in which the agency's feed ends at `place` */
    read: (tx: Tx, place: Place): Promise<FeedDigest> => {
      const before = known(place);
      if (before !== null) return before;
      const digest = readDigest(tx, place.agencyId);
      kept.set(place.agencyId, { ...place, digest });
      digest.catch(() => kept.delete(place.agencyId));
      return digest;
    },
  };
}
export type Digests = ReturnType<typeof openDigests>;

/** By the feed's key, from short rows: 100,000 items among 300,000 take some 60 ms, once at each end. */
export const digestOf = (agencyId: string): RawBuilder<FeedDigest> => sql`
  select count(*)::int as items, (coalesce(sum(mark), 0) % 4294967296)::bigint as sum
  from feed_items where agency_id = ${agencyId} and kind <> 'removal'`;

async function readDigest(tx: Tx, agencyId: string): Promise<FeedDigest> {
  const { rows } = await digestOf(agencyId).execute(tx);
  return rows[0] ?? { items: 0, sum: 0 };
}
