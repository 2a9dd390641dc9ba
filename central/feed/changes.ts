import type { Change, ChangesPage } from '#shared/contract/central/central.ts';
import { reference as referenceSchema } from '#shared/contract/schemas.ts';
import { colleaguesOf } from '../store/accounts.ts';
import { readComplaints } from '../store/complaints.ts';
import type { Db, Tx } from '../store/database.ts';
import { type FeedItem, readFeed, readHead } from '../store/feed.ts';
import type { ReferenceTable } from '../store/schema.ts';
import { endEpoch, hasEnded } from '../store/service-row.ts';
import { templatesOf } from '../store/templates.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Digests } from './digest.ts';

export type FeedReading = {
  readonly db: Db;
  readonly digests: Digests;
  readonly now: () => Date;
  /** Told of what stands in the database and cannot be read: it is left out, and the feed goes on. */
  readonly onUnreadable: (id: string) => void;
};
export type PageRequest = { readonly agencyId: string; readonly after: string; readonly limit: number };

/**
 * A page of an agency's feed. One snapshot for the whole page: an item and its complaint always belong
 * together. A cursor beyond the feed's end, or of an epoch that is not known here, means that the database
 * was restored from a backup: a new epoch begins then.
 */
export async function readChanges(reading: FeedReading, request: PageRequest): Promise<ChangesPage> {
  const { db, digests, now } = reading;
  const { agencyId, after } = request;
  // Most requests come from those who have all of it: one statement tells.
  const { service, head } = await readHead(db, agencyId);
  const { epoch } = service;
  const digest = digests.known({ agencyId, epoch, ...head });
  const place = readCursor(service, agencyId, after);
  const page =
    digest !== null && place?.epoch === epoch && place.seq === head.seq
      ? {
          epoch,
          cursor: after,
          more: false,
          changes: [],
          digest: await digest,
        }
      : await readPage(reading, request);
  if (page.lostEpoch === undefined) return { ...page, serverTime: now().toISOString(), presence: [] };
  await endEpoch(db, page.lostEpoch, now());
  return readChanges(reading, request);
}

function readPage({ db, digests, onUnreadable }: FeedReading, { agencyId, after, limit }: PageRequest) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { service, head } = await readHead(tx, agencyId);
      const place = readCursor(service, agencyId, after);
      const known = place?.epoch === service.epoch ? place : null;
      if (place !== null && (known === null ? !(await hasEnded(tx, place.epoch)) : known.seq > head.seq))
        return { lostEpoch: place.epoch };
      const from = known?.seq ?? 0;
      const items = await readFeed(tx, agencyId, from, limit);
      const end = items.at(-1)?.seq ?? from;
      const more = items.length === limit && end < head.seq;
      const { epoch } = service;
      return {
        epoch,
        cursor: writeCursor(service, agencyId, end),
        more,
        changes: await changesOf(tx, items, agencyId, onUnreadable),
        digest: more ? null : await digests.read(tx, { agencyId, epoch, ...head }),
      };
    });
}

async function changesOf(
  tx: Tx,
  items: readonly FeedItem[],
  agencyId: string,
  onUnreadable: (id: string) => void,
): Promise<Change[]> {
  const ids = items.flatMap((item) =>
    item.kind === 'upsert' && item.complaintId !== null ? [item.complaintId] : [],
  );
  const complaints = await readComplaints(tx, ids, agencyId, onUnreadable);
  const references = await referencesOf(tx, items, agencyId);
  return items.flatMap(({ kind, seq, mark, ...item }): Change[] => {
    if (kind === 'reference') {
      const stored = references.find(({ name }) => name === item.reference);
      const { data: reference } = referenceSchema.safeParse(stored);
      if (reference === undefined) onUnreadable(`reference ${item.reference}`);
      return reference === undefined ? [] : [{ type: 'reference', seq, mark, reference }];
    }
    const complaintId = item.complaintId ?? '';
    if (kind === 'removal') return [{ type: 'removal', seq, complaintId }];
    const complaint = complaints.get(complaintId);
    if (complaint === undefined) return [];
    // Guards the promise that no agency ever sees another's complaint.
    const isOwn = complaint.agency?.id === agencyId;
    if (!isOwn) onUnreadable(complaintId);
    return isOwn ? [{ type: 'upsert', seq, mark, complaint }] : [];
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
