import { sql } from 'kysely';
import type { FeedDigest } from '#shared/contract/central/central.ts';
import type { Tx } from '../store/database.ts';

/** An end of an agency's feed. */
type Place = { readonly agencyId: string; readonly epoch: string; readonly seq: number };

/**
 * The digests of the agencies' complaints at the ends of their feeds, each read once: complaints change with
 * their feed alone, so that whoever stands at the same place gets the same one.
 */
export function openDigests() {
  const kept = new Map<string, Place & { readonly digest: Promise<FeedDigest> }>();
  /** Null: to be read. */
  const known = ({ agencyId, epoch, seq }: Place): Promise<FeedDigest> | null => {
    const last = kept.get(agencyId);
    return last?.epoch === epoch && last.seq === seq ? last.digest : null;
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

/** From one small index: 100,000 complaints take some 15 ms. */
async function readDigest(tx: Tx, agencyId: string): Promise<FeedDigest> {
  const { rows } = await sql<FeedDigest>`
    select count(*)::int as complaints, (coalesce(sum(mark), 0) % 4294967296)::bigint as sum
    from complaints where agency_id = ${agencyId}`.execute(tx);
  return rows[0] ?? { complaints: 0, sum: 0 };
}
