import { isDeepStrictEqual } from 'node:util';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint, ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** What happened to a complaint, and who has read it. */
export type History = Pick<Complaint, 'timeline' | 'readBy'>;

type EntryRow = Omit<TimelineEntry, 'author' | 'attachments' | 'detail'> & {
  readonly authorOfficerId: string | null;
  readonly authorName: string;
  readonly authorRole: TimelineEntry['author']['role'];
  readonly authorAgencyId: string | null;
  /** JSON. */
  readonly detail: string | null;
};
/** A file of the entry at `position`. */
type AttachmentRow = Attachment & { readonly position: number };

const ENTRY_COLUMNS = `
  id, kind, at, revision, authorOfficerId, authorName, authorRole, authorAgencyId, visibility, receipt, text, detail`;

export const SELECT_ENTRIES = `
  SELECT ${ENTRY_COLUMNS} FROM timeline_entry WHERE complaintRid = ? ORDER BY position`;

export const SELECT_ENTRY_ATTACHMENTS = `
  SELECT position, sha256, name, type, size FROM entry_attachment
  WHERE complaintRid = ? ORDER BY position, place`;

export function historyReader(db: Db): (rid: number) => History {
  const { rows } = statements(db);
  const entries = rows<[number], EntryRow>(SELECT_ENTRIES);
  const attachments = rows<[number], AttachmentRow>(SELECT_ENTRY_ATTACHMENTS);
  const marks = rows<[number], ReadMark>(
    'SELECT officerId, revision FROM read_mark WHERE complaintRid = ? ORDER BY officerId',
  );
  return (rid) => {
    const files = attachments(rid);
    return {
      timeline: entries(rid).map((entry, position) => entryOf(entry, filesAt(files, position))),
      readBy: marks(rid),
    };
  };
}

function filesAt(files: readonly AttachmentRow[], at: number): readonly Attachment[] {
  return files.flatMap(({ position, ...file }) => (position === at ? [file] : []));
}

function entryOf(row: EntryRow, attachments: readonly Attachment[]): TimelineEntry {
  const { authorOfficerId, authorName, authorRole, authorAgencyId, detail, ...entry } = row;
  const author = {
    officerId: authorOfficerId,
    name: authorName,
    role: authorRole,
    agencyId: authorAgencyId,
  };
  return { ...entry, author, attachments, detail: detail === null ? null : JSON.parse(detail) };
}

export function historyWriter(db: Db) {
  const removeEntries = db.prepare('DELETE FROM timeline_entry WHERE complaintRid = ?');
  const removeMarks = db.prepare('DELETE FROM read_mark WHERE complaintRid = ?');
  const insertEntry = db.prepare(`
    INSERT INTO timeline_entry (complaintRid, position, ${ENTRY_COLUMNS})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertAttachment = db.prepare(`
    INSERT INTO entry_attachment (complaintRid, position, place, sha256, name, type, size)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const insertMark = db.prepare('INSERT INTO read_mark (complaintRid, officerId, revision) VALUES (?, ?, ?)');
  const read = historyReader(db);

  const insertEntries = (rid: number, timeline: History['timeline'], from: number): void => {
    for (const [nth, entry] of timeline.slice(from).entries()) {
      const position = from + nth;
      const { id, kind, at, revision, author, visibility, receipt, text, detail } = entry;
      const said = [visibility, receipt, text, detail === null ? null : JSON.stringify(detail)];
      const by = [author.officerId, author.name, author.role, author.agencyId];
      insertEntry.run(rid, position, id, kind, at, revision, ...by, ...said);
      for (const [place, { sha256, name, type, size }] of entry.attachments.entries()) {
        insertAttachment.run(rid, position, place, sha256, name, type, size);
      }
    }
  };
  const insertMarks = (rid: number, readBy: History['readBy']): void => {
    for (const { officerId, revision } of readBy) insertMark.run(rid, officerId, revision);
  };
  return {
    insert: (rid: number, { timeline, readBy }: History) => {
      insertEntries(rid, timeline, 0);
      insertMarks(rid, readBy);
    },
    // Usually entries were only added: those that are there are not written again.
    update: (rid: number, { timeline, readBy }: History) => {
      const before = read(rid);
      if (isDeepStrictEqual(before.timeline, timeline.slice(0, before.timeline.length))) {
        insertEntries(rid, timeline, before.timeline.length);
      } else {
        removeEntries.run(rid);
        insertEntries(rid, timeline, 0);
      }
      if (isDeepStrictEqual(before.readBy, readBy)) return;
      removeMarks.run(rid);
      insertMarks(rid, readBy);
    },
  };
}
