import type { Change, ChangesPage } from '#shared/contract/central/central.ts';
import { reference as referenceSchema } from '#shared/contract/schemas.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { colleaguesOf } from '../store/accounts.ts';
import { readComplaints } from '../store/complaints.ts';
import type { Db, Tx } from '../store/database.ts';
import { type FeedItem, readFeed, readHead } from '../store/feed.ts';
import type { ReferenceTable } from '../store/schema.ts';
import { endEpoch } from '../store/service-row.ts';
import { templatesOf } from '../store/templates.ts';
import { readCursor, writeCursor } from './cursor.ts';

type PageRequest = { readonly agencyId: string; readonly after: string; readonly limit: number };

/**
 * A page of an agency's feed. One snapshot for the whole page: an item and its complaint always belong
 * together. A cursor beyond the feed's end means that the database was restored from a backup: a new epoch
 * begins then.
 */
export async function readChanges(db: Db, request: PageRequest, now: () => Date): Promise<ChangesPage> {
  const { agencyId, after } = request;
  // Most requests come from those who have all of it: one statement tells.
  const { service, head } = await readHead(db, agencyId);
  const page =
    readCursor(service, agencyId, after) === head
      ? { epoch: service.epoch, cursor: writeCursor(service, agencyId, head), more: false, changes: [] }
      : await readPage(db, request);
  if (page.lostEpoch === undefined) return { ...page, serverTime: now().toISOString(), presence: [] };
  await endEpoch(db, page.lostEpoch);
  return readChanges(db, request, now);
}

function readPage(db: Db, { agencyId, after, limit }: PageRequest) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { service, head } = await readHead(tx, agencyId);
      const from = readCursor(service, agencyId, after) ?? 0;
      if (from > head) return { lostEpoch: service.epoch };
      const items = await readFeed(tx, agencyId, from, limit);
      const end = items.at(-1)?.seq ?? from;
      return {
        epoch: service.epoch,
        cursor: writeCursor(service, agencyId, end),
        more: items.length === limit && end < head,
        changes: await changesOf(tx, items, agencyId),
      };
    });
}

async function changesOf(tx: Tx, items: readonly FeedItem[], agencyId: string): Promise<Change[]> {
  const ids = items.flatMap((item) =>
    item.kind === 'upsert' && item.complaintId !== null ? [item.complaintId] : [],
  );
  const complaints = await readComplaints(tx, ids, agencyId);
  const references = await referencesOf(tx, items, agencyId);
  return items.map((item) => {
    if (item.kind === 'reference') {
      const stored = references.find((candidate) => candidate.name === item.reference);
      return { type: 'reference', seq: item.seq, reference: referenceSchema.parse(stored) };
    }
    const complaintId = item.complaintId ?? '';
    if (item.kind === 'removal') return { type: 'removal', seq: item.seq, complaintId };
    return { type: 'upsert', seq: item.seq, complaint: ownComplaint(complaints.get(complaintId), agencyId) };
  });
}

/** The reference data that a page names: some are the same for all, some are of the agency. */
async function referencesOf(
  tx: Tx,
  items: readonly FeedItem[],
  agencyId: string,
): Promise<readonly ReferenceTable[]> {
  const names = items.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  if (names.length === 0) return [];
  const stored = await tx.selectFrom('referenceData').selectAll().where('name', 'in', names).execute();
  return Promise.all(
    stored.map(async ({ name, value }) => {
      if (name === 'colleagues') return { name, value: await colleaguesOf(tx, agencyId) };
      if (name === 'templates') return { name, value: await templatesOf(tx, agencyId) };
      return { name, value };
    }),
  );
}

/** Guards the promise that no agency ever sees another's complaint. */
function ownComplaint(complaint: Complaint | undefined, agencyId: string): Complaint {
  if (complaint?.agency?.id !== agencyId)
    throw new Error(`feed of ${agencyId} names a complaint that is not its own`);
  return complaint;
}
