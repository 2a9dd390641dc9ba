import { sql } from 'kysely';
import type { AttachmentType } from '#shared/domain/complaint/attachment.ts';
import type { Db, Tx } from './database.ts';
import { visibleTo } from './visibility.ts';

/** A whole file: its bytes are what the SHA-256 says, its type is by content. */
export type HeldFile = {
  /** The upload that holds the bytes. */
  readonly id: string;
  readonly sha256: string;
  readonly type: AttachmentType;
  readonly size: number;
  /** As the officer who uploaded it named it, made safe. */
  readonly name: string;
};

/**
 * Those of the files that the agency `viewer` may have, by SHA-256: it uploaded them, or an entry that it
 * sees on a complaint that is its own now names them. All others are as if they did not exist.
 */
export async function findFiles(
  db: Db | Tx,
  viewer: string,
  sha256s: readonly string[],
): Promise<ReadonlyMap<string, HeldFile>> {
  if (sha256s.length === 0) return new Map();
  const found = await sql<HeldFile>`
    select distinct on (sha256) id, sha256, type, size, name
    from attachments
    where sha256 = any(${sha256s}) and state = 'whole' and (
      agency_id = ${viewer} or exists (
        select from entry_attachments
          join timeline_entries on timeline_entries.id = entry_attachments.entry_id
          join complaints on complaints.id = entry_attachments.complaint_id
        where entry_attachments.attachment_id = attachments.id
          and complaints.agency_id = ${viewer} and ${visibleTo(viewer)}
      )
    )
    order by sha256, (agency_id = ${viewer}) desc`.execute(db);
  return new Map(found.rows.map((file) => [file.sha256, file]));
}

/** Those of the files whose newest upload by this agency was rejected: asking again would be of no use. */
export async function findRejected(
  tx: Tx,
  agencyId: string,
  sha256s: readonly string[],
): Promise<ReadonlySet<string>> {
  const newest = await sql<{ sha256: string; state: string }>`
    select distinct on (sha256) sha256, state from attachments
    where agency_id = ${agencyId} and sha256 = any(${sha256s})
    order by sha256, created_at desc, state = 'rejected'`.execute(tx);
  return new Set(newest.rows.flatMap(({ sha256, state }) => (state === 'rejected' ? [sha256] : [])));
}
