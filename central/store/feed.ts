import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { FeedItemTable, ReferenceTable } from './schema.ts';
import type { ServiceRow } from './service-row.ts';

/** A line to be written into an agency's feed. */
export type FeedLine =
  | { readonly agencyId: string; readonly kind: 'upsert' | 'removal'; readonly complaintId: string }
  | { readonly agencyId: string; readonly kind: 'reference'; readonly reference: ReferenceTable['name'] };

/** The channel of NOTIFY on which every process hears which agency's feed has grown. */
export const FEED_CHANNEL = 'penghubung_feed';

/**
 * Writes into the feeds of the agencies concerned, as the last thing of a transaction. It takes each feed's
 * row lock, always in the order of agency ids, and holds it until the commit: whoever gets the next sequence
 * number commits later, so that a reader who has seen a number will never find a smaller one afterwards.
 * @returns the last sequence number of each agency's feed.
 */
export async function publish(tx: Tx, lines: readonly FeedLine[]): Promise<ReadonlyMap<string, number>> {
  const byAgency = Map.groupBy(lines, (line) => line.agencyId);
  const last = new Map<string, number>();
  for (const agencyId of [...byAgency.keys()].sort()) {
    last.set(agencyId, await grow(tx, agencyId, newestOnly(byAgency.get(agencyId) ?? [])));
  }
  return last;
}

/** One statement, because others wait for this lock, and would wait for each further round trip. */
async function grow(tx: Tx, agencyId: string, items: readonly FeedLine[]): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    with grown as (
      update feeds set seq = seq + ${items.length} where agency_id = ${agencyId} returning seq
    ), written as (
      insert into feed_items (agency_id, seq, kind, complaint_id, reference)
      select ${agencyId}::text, grown.seq - ${items.length} + n, kind, complaint_id, reference
      from grown, unnest(
        ${items.map((item) => item.kind)}::text[],
        ${items.map((item) => ('complaintId' in item ? item.complaintId : null))}::text[],
        ${items.map((item) => ('reference' in item ? item.reference : null))}::text[]
      ) with ordinality as line (kind, complaint_id, reference, n)
      on conflict on constraint feed_items_newest
        do update set seq = excluded.seq, kind = excluded.kind, mark = excluded.mark
    )
    select seq, pg_notify(${FEED_CHANNEL}, ${agencyId}) from grown`.execute(tx);
  const seq = rows[0]?.seq;
  if (seq === undefined) throw new Error(`no feed of ${agencyId}`);
  return seq;
}

function newestOnly(lines: readonly FeedLine[]): FeedLine[] {
  const newest = new Map(
    lines.map((line) => ['reference' in line ? line.reference : line.complaintId, line]),
  );
  return [...newest.values()];
}

export type FeedItem = Readonly<Omit<FeedItemTable, 'agencyId'>>;

/** The end of an agency's feed: the number of its last item, and the mark of that one. */
export type FeedHead = { readonly seq: number; readonly mark: number };

/** The service's row with the end of an agency's feed, in one statement. */
export async function readHead(
  db: Db | Tx,
  agencyId: string,
): Promise<{ readonly service: ServiceRow; readonly head: FeedHead }> {
  const row = await db
    .selectFrom('service')
    .leftJoin('feeds', (join) => join.on('feeds.agencyId', '=', agencyId))
    .leftJoin('feedItems', (join) =>
      join.onRef('feedItems.agencyId', '=', 'feeds.agencyId').onRef('feedItems.seq', '=', 'feeds.seq'),
    )
    .select(['epoch', 'cursorKey', 'feeds.seq', 'mark'])
    .executeTakeFirstOrThrow();
  return { service: row, head: { seq: row.seq ?? 0, mark: row.mark ?? 0 } };
}

/** The items of an agency's feed after `seq`, oldest first. */
export function readFeed(
  tx: Tx,
  agencyId: string,
  after: number,
  limit: number,
): Promise<readonly FeedItem[]> {
  return tx
    .selectFrom('feedItems')
    .select(['seq', 'kind', 'complaintId', 'reference', 'mark'])
    .where('agencyId', '=', agencyId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Was this complaint the agency's, and has it left it? */
export async function hasLeft(tx: Tx, agencyId: string, complaintId: string): Promise<boolean> {
  const removal = await tx
    .selectFrom('feedItems')
    .select('seq')
    .where('agencyId', '=', agencyId)
    .where('complaintId', '=', complaintId)
    .where('kind', '=', 'removal')
    .executeTakeFirst();
  return removal !== undefined;
}
