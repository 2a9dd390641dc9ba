import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { ReferenceTable } from './schema.ts';

/** A line to be written into an OPD's feed. */
export type FeedLine =
  | { readonly agencyId: string; readonly kind: 'upsert' | 'removal'; readonly complaintId: string }
  | { readonly agencyId: string; readonly kind: 'reference'; readonly reference: ReferenceTable['name'] };

/** The channel of NOTIFY on which every process hears which OPD's feed has grown. */
export const FEED_CHANNEL = 'penghubung_feed';

/**
 * Writes into the feeds of the OPDs concerned, as the last thing of a transaction. It takes each feed's row lock,
 * always in the order of agency ids, and holds it until the commit: whoever gets the next sequence number
 * commits later, so that a reader who has seen a number will never find a smaller one afterwards.
 * @returns the last sequence number of each OPD's feed.
 */
export async function publish(tx: Tx, lines: readonly FeedLine[]): Promise<ReadonlyMap<string, number>> {
  const byAgency = Map.groupBy(lines, (line) => line.agencyId);
  const last = new Map<string, number>();
  for (const agencyId of [...byAgency.keys()].sort()) {
    const items = newestOnly(byAgency.get(agencyId) ?? []);
    const { seq } = await tx
      .updateTable('feeds')
      .set((column) => ({ seq: column('seq', '+', items.length) }))
      .where('agency_id', '=', agencyId)
      .returning('seq')
      .executeTakeFirstOrThrow();
    await sql`
      insert into feed_items (agency_id, seq, kind, complaint_id, reference)
      select ${agencyId}, ${seq - items.length} + n, kind, complaint_id, reference
      from unnest(
        ${items.map((item) => item.kind)}::text[],
        ${items.map((item) => ('complaintId' in item ? item.complaintId : null))}::text[],
        ${items.map((item) => ('reference' in item ? item.reference : null))}::text[]
      ) with ordinality as line (kind, complaint_id, reference, n)
      on conflict on constraint feed_items_newest do update set seq = excluded.seq, kind = excluded.kind`.execute(
      tx,
    );
    await sql`select pg_notify(${FEED_CHANNEL}, ${agencyId})`.execute(tx);
    last.set(agencyId, seq);
  }
  return last;
}

function newestOnly(lines: readonly FeedLine[]): FeedLine[] {
  const newest = new Map(
    lines.map((line) => ['reference' in line ? line.reference : line.complaintId, line]),
  );
  return [...newest.values()];
}

export type FeedItem = {
  readonly seq: number;
  readonly kind: 'upsert' | 'removal' | 'reference';
  readonly complaint_id: string | null;
  readonly reference: ReferenceTable['name'] | null;
};

/** The items of an OPD's feed after `seq`, oldest first, and the end of the feed. */
export async function readFeed(
  tx: Tx,
  agencyId: string,
  after: number,
  limit: number,
): Promise<{ readonly head: number; readonly items: readonly FeedItem[] }> {
  const feed = await tx
    .selectFrom('feeds')
    .select('seq')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  const items = await tx
    .selectFrom('feed_items')
    .select(['seq', 'kind', 'complaint_id', 'reference'])
    .where('agency_id', '=', agencyId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return { head: feed?.seq ?? 0, items };
}
