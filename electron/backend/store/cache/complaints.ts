import { isDeepStrictEqual } from 'node:util';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { type QueueFacts, secondsOf } from '../../projection/queue-facts.ts';
import { codeOf, type Db } from '../open-database.ts';
import {
  changedAtOf,
  contentOf,
  factValues,
  INSERT_COMPLAINT,
  placeOf,
  SELECT_COMPLAINT,
  UPDATE_CHANGED_AT,
  UPDATE_CONTENT,
  UPDATE_FACTS,
  UPDATE_PLACE,
  upsertedValues,
} from './complaint-columns.ts';
import {
  type AttachmentRow,
  type ComplaintRow,
  complaintOf,
  type EntryRow,
  type History,
  historyOf,
  type ReadMarkRow,
} from './complaint-rows.ts';

/** A report of the cache: its row's key, whether it is the OPD's, and what the centre said. */
export type Cached = { readonly rid: number; readonly ours: boolean; readonly complaint: Complaint };

export type ComplaintReader = {
  readonly get: (id: string) => Cached | null;
  /** Only whether the report is there and where: cheaper than `get`. */
  readonly find: (id: string) => { readonly rid: number; readonly revision: number } | null;
  readonly byRid: (after: number, limit: number) => readonly Cached[];
  /** Ids of the reports that the queue marks as having a draft. */
  readonly drafted: () => readonly string[];
  /** Ids of the reports whose generation is older than `generation`. */
  readonly olderThan: (generation: number, limit: number) => readonly string[];
};

export type Placement = {
  readonly generation: number;
  readonly ours: boolean;
  readonly hasDraft: boolean;
};

export type ComplaintWriter = {
  readonly insert: (complaint: Complaint, facts: QueueFacts, place: Placement) => number;
  readonly update: (rid: number, complaint: Complaint, facts: QueueFacts, place: Placement) => void;
  readonly setFacts: (rid: number, facts: QueueFacts, hasDraft: boolean) => void;
  readonly setDraft: (id: string, hasDraft: boolean) => void;
  readonly setNotOurs: (rid: number, generation: number) => void;
  readonly remove: (rid: number) => void;
};

export const SELECT_ENTRIES = `
  SELECT id, kind, at, revision, author_officer_id, author_name, author_role, author_agency_id,
         visibility, receipt, text, detail
  FROM timeline_entry WHERE complaint_rid = ? ORDER BY position`;

export const SELECT_ENTRY_ATTACHMENTS = `
  SELECT position, sha256, name, type, size FROM entry_attachment
  WHERE complaint_rid = ? ORDER BY position, place`;

export const OLDER_SQL = 'SELECT id FROM complaint WHERE generation < ? LIMIT ?';

export function complaintReader(db: Db): ComplaintReader {
  const byId = db.prepare<[string], ComplaintRow>(`${SELECT_COMPLAINT} WHERE id = ?`);
  const place = db.prepare<[string], { rid: number; revision: number }>(
    'SELECT rid, revision FROM complaint WHERE id = ?',
  );
  const after = db.prepare<[number, number], ComplaintRow>(
    `${SELECT_COMPLAINT} WHERE rid > ? ORDER BY rid LIMIT ?`,
  );
  const older = db.prepare<[number, number], { id: string }>(OLDER_SQL);
  const drafted = db.prepare<[], { id: string }>('SELECT id FROM complaint WHERE has_draft = 1');
  const history = historyReader(db);
  const parts = db.prepare<[number], { name: string }>(
    'SELECT name FROM category_part WHERE path_id = ? ORDER BY position',
  );
  const cached = (row: ComplaintRow): Cached => {
    const path = row.category_path_id === null ? [] : parts.all(row.category_path_id).map((p) => p.name);
    return {
      rid: row.rid,
      ours: row.ours === 1,
      complaint: complaintOf(row, path, history(row.rid)),
    };
  };
  return {
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : cached(row);
    },
    find: (id) => place.get(id) ?? null,
    byRid: (from, limit) => after.all(from, limit).map(cached),
    drafted: () => drafted.all().map((row) => row.id),
    olderThan: (generation, limit) => older.all(generation, limit).map((row) => row.id),
  };
}

function historyReader(db: Db): (rid: number) => History {
  const entries = db.prepare<[number], EntryRow>(SELECT_ENTRIES);
  const attachments = db.prepare<[number], AttachmentRow>(SELECT_ENTRY_ATTACHMENTS);
  const marks = db.prepare<[number], ReadMarkRow>(
    'SELECT officer_id, revision FROM read_mark WHERE complaint_rid = ? ORDER BY officer_id',
  );
  return (rid) => historyOf(entries.all(rid), attachments.all(rid), marks.all(rid));
}

export function complaintWriter(db: Db): ComplaintWriter {
  const insert = db.prepare(INSERT_COMPLAINT);
  const taken = db.prepare<[number], { rid: number }>('SELECT rid FROM complaint WHERE received_no = ?');
  const updateContent = db.prepare(UPDATE_CONTENT);
  const updatePlace = db.prepare(UPDATE_PLACE);
  const updateChangedAt = db.prepare(UPDATE_CHANGED_AT);
  const facts = db.prepare(UPDATE_FACTS);
  const draft = db.prepare('UPDATE complaint SET has_draft = ? WHERE id = ? AND has_draft <> ?');
  const notOurs = db.prepare('UPDATE complaint SET ours = 0, generation = ? WHERE rid = ?');
  const remove = db.prepare('DELETE FROM complaint WHERE rid = ?');
  const removeEntries = db.prepare('DELETE FROM timeline_entry WHERE complaint_rid = ?');
  const removeMarks = db.prepare('DELETE FROM read_mark WHERE complaint_rid = ?');
  const insertEntry = db.prepare(`
    INSERT INTO timeline_entry (complaint_rid, position, id, kind, at, revision, author_officer_id,
      author_name, author_role, author_agency_id, visibility, receipt, text, detail)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertAttachment = db.prepare(`
    INSERT INTO entry_attachment (complaint_rid, position, place, sha256, name, type, size)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const insertMark = db.prepare(
    'INSERT INTO read_mark (complaint_rid, officer_id, revision) VALUES (?, ?, ?)',
  );
  const history = historyReader(db);
  const pathId = categoryPaths(db);

  const insertEntries = (rid: number, { timeline }: Complaint, from: number): void => {
    timeline.slice(from).forEach((entry, place) => {
      const position = from + place;
      insertEntry.run(
        rid,
        position,
        entry.id,
        entry.kind,
        entry.at,
        entry.revision,
        entry.author.officerId,
        entry.author.name,
        entry.author.role,
        entry.author.agencyId,
        entry.visibility,
        entry.receipt,
        entry.text,
        entry.detail === null ? null : JSON.stringify(entry.detail),
      );
      entry.attachments.forEach(({ sha256, name, type, size }, nth) => {
        insertAttachment.run(rid, position, nth, sha256, name, type, size);
      });
    });
  };
  const insertMarks = (rid: number, { readBy }: Complaint): void => {
    for (const mark of readBy) insertMark.run(rid, mark.officerId, mark.revision);
  };

  const insertUnlessTaken = (
    id: string,
    receivedNo: number,
    values: ReturnType<typeof upsertedValues>,
  ): number | null => {
    try {
      return Number(insert.run(id, receivedNo, ...values).lastInsertRowid);
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_CONSTRAINT_UNIQUE' || taken.get(receivedNo) === undefined) throw error;
      return null;
    }
  };

  return {
    insert: (complaint, queueFacts, place) => {
      const values = upsertedValues(complaint, queueFacts, {
        ...place,
        pathId: pathId(complaint.categoryPath),
      });
      for (let receivedNo = receivedNoOf(complaint); ; receivedNo++) {
        const rid = insertUnlessTaken(complaint.id, receivedNo, values);
        if (rid === null) continue;
        insertEntries(rid, complaint, 0);
        insertMarks(rid, complaint);
        return rid;
      }
    },
    update: (rid, complaint, queueFacts, place) => {
      const values = upsertedValues(complaint, queueFacts, {
        ...place,
        pathId: pathId(complaint.categoryPath),
      });
      updateContent.run(...contentOf(values), rid);
      const placed = placeOf(values);
      updatePlace.run(...placed, rid, ...placed);
      const changedAt = changedAtOf(values);
      updateChangedAt.run(changedAt, rid, changedAt);
      // What happened stays as it happened: usually something was added, and rows that are right are not
      // written again.
      const before = history(rid);
      const { timeline, readBy } = complaint;
      if (isDeepStrictEqual(before.timeline, timeline.slice(0, before.timeline.length))) {
        insertEntries(rid, complaint, before.timeline.length);
      } else {
        removeEntries.run(rid);
        insertEntries(rid, complaint, 0);
      }
      if (isDeepStrictEqual(before.readBy, readBy)) return;
      removeMarks.run(rid);
      insertMarks(rid, complaint);
    },
    setFacts: (rid, queueFacts, hasDraft) => {
      facts.run(hasDraft ? 1 : 0, ...factValues(queueFacts), rid);
    },
    setDraft: (id, hasDraft) => {
      draft.run(hasDraft ? 1 : 0, id, hasDraft ? 1 : 0);
    },
    setNotOurs: (rid, generation) => {
      notOurs.run(generation, rid);
    },
    remove: (rid) => {
      remove.run(rid);
    },
  };
}

const NUMBERS_PER_SECOND = 65_536;

/** The least `received_no` of a report that was received at this time (ms since 1970). */
export function firstNumberOf(ms: number): number {
  return Math.floor(ms / 1000) * NUMBERS_PER_SECOND;
}

/** Grows with the time of receipt; within one second by tracking id. A taken one moves up by one. */
function receivedNoOf({ receivedAt, trackingId }: Complaint): number {
  return (
    secondsOf(receivedAt) * NUMBERS_PER_SECOND + (Number(trackingId.replace(/\D/g, '')) % NUMBERS_PER_SECOND)
  );
}

/** Between the parts of `category_path.joined`. */
export const PATH_SEPARATOR = '\u001f';

/** The key of a category path; a few hundred paths serve every report. */
function categoryPaths(db: Db): (path: readonly string[]) => number | null {
  const find = db.prepare<[string], { id: number }>('SELECT id FROM category_path WHERE joined = ?');
  const insert = db.prepare('INSERT INTO category_path (joined) VALUES (?)');
  const insertPart = db.prepare('INSERT INTO category_part (path_id, position, name) VALUES (?, ?, ?)');
  return (path) => {
    if (path.length === 0) return null;
    const joined = path.join(PATH_SEPARATOR);
    const known = find.get(joined);
    if (known !== undefined) return known.id;
    const id = Number(insert.run(joined).lastInsertRowid);
    path.forEach((name, position) => {
      insertPart.run(id, position, name);
    });
    return id;
  };
}
