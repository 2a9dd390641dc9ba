import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { codeOf, type Db } from '../open-database.ts';
import {
  changedAtOf,
  contentOf,
  factValues,
  INSERT_COMPLAINT,
  PATH_SEPARATOR,
  type Placement,
  placeOf,
  SELECT_COMPLAINT,
  type SelectedRow,
  saidIn,
  UPDATE_CHANGED_AT,
  UPDATE_CONTENT,
  UPDATE_FACTS,
  UPDATE_PLACE,
  upsertedValues,
  type Value,
} from './complaint-columns.ts';
import { type QueueFacts, secondsOf } from './facts.ts';
import { historyReader, historyWriter } from './history.ts';

/**
 * A complaint of the cache: its row's key, whether it stands in the queue, and what the central service said.
 */
export type Cached = { readonly rid: number; readonly ours: boolean; readonly complaint: Complaint };

export type ComplaintReader = {
  readonly get: (id: string) => Cached | null;
  /** Only whether the complaint is there and where: cheaper than `get`. */
  readonly find: (id: string) => { readonly rid: number; readonly revision: number } | null;
  readonly byRid: (after: number, limit: number) => readonly Cached[];
  /** Ids of the complaints that the queue marks as having a draft. */
  readonly drafted: () => readonly string[];
  /** Ids of the complaints whose generation is older than `generation`. */
  readonly olderThan: (generation: number, limit: number) => readonly string[];
};

export type ComplaintWriter = {
  readonly insert: (complaint: Complaint, facts: QueueFacts, placement: Placement) => number;
  readonly update: (rid: number, complaint: Complaint, facts: QueueFacts, placement: Placement) => void;
  readonly setFacts: (rid: number, facts: QueueFacts, hasDraft: boolean) => void;
  readonly setDraft: (id: string, hasDraft: boolean) => void;
  readonly setNotOurs: (rid: number, generation: number) => void;
  readonly remove: (rid: number) => void;
};

export const OLDER_SQL = 'SELECT id FROM complaint WHERE generation < ? LIMIT ?';

export function complaintReader(db: Db): ComplaintReader {
  const byId = db.prepare<[string], SelectedRow>(`${SELECT_COMPLAINT} WHERE complaint.id = ?`);
  const found = db.prepare<[string], { rid: number; revision: number }>(
    'SELECT rid, revision FROM complaint WHERE id = ?',
  );
  const after = db.prepare<[number, number], SelectedRow>(
    `${SELECT_COMPLAINT} WHERE rid > ? ORDER BY rid LIMIT ?`,
  );
  const older = db.prepare<[number, number], string>(OLDER_SQL).pluck();
  const drafted = db.prepare<[], string>('SELECT id FROM complaint WHERE hasDraft = 1').pluck();
  const history = historyReader(db);
  const cached = (row: SelectedRow): Cached => ({
    rid: row.rid,
    ours: row.ours === 1,
    complaint: { ...saidIn(row), ...history(row.rid) },
  });
  return {
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : cached(row);
    },
    find: (id) => found.get(id) ?? null,
    byRid: (from, limit) => after.all(from, limit).map(cached),
    drafted: () => drafted.all(),
    olderThan: (generation, limit) => older.all(generation, limit),
  };
}

export function complaintWriter(db: Db): ComplaintWriter {
  const insert = db.prepare(INSERT_COMPLAINT);
  const taken = db.prepare<[number], { rid: number }>('SELECT rid FROM complaint WHERE receivedNo = ?');
  const updateContent = db.prepare(UPDATE_CONTENT);
  const updatePlace = db.prepare(UPDATE_PLACE);
  const updateChangedAt = db.prepare(UPDATE_CHANGED_AT);
  const facts = db.prepare(UPDATE_FACTS);
  const draft = db.prepare('UPDATE complaint SET hasDraft = ? WHERE id = ? AND hasDraft <> ?');
  const notOurs = db.prepare('UPDATE complaint SET ours = 0, generation = ? WHERE rid = ?');
  const remove = db.prepare('DELETE FROM complaint WHERE rid = ?');
  const history = historyWriter(db);
  const pathId = categoryPaths(db);

  const insertUnlessTaken = (id: string, receivedNo: number, values: readonly Value[]): number | null => {
    try {
      return Number(insert.run(id, receivedNo, ...values).lastInsertRowid);
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_CONSTRAINT_UNIQUE' || taken.get(receivedNo) === undefined) throw error;
      return null;
    }
  };

  return {
    insert: (complaint, queueFacts, placement) => {
      const values = upsertedValues(complaint, queueFacts, placement, pathId(complaint.categoryPath));
      for (let receivedNo = receivedNoOf(complaint); ; receivedNo++) {
        const rid = insertUnlessTaken(complaint.id, receivedNo, values);
        if (rid === null) continue;
        history.insert(rid, complaint);
        return rid;
      }
    },
    update: (rid, complaint, queueFacts, placement) => {
      const values = upsertedValues(complaint, queueFacts, placement, pathId(complaint.categoryPath));
      updateContent.run(...contentOf(values), rid);
      const placed = placeOf(values);
      updatePlace.run(...placed, rid, ...placed);
      const changedAt = changedAtOf(values);
      updateChangedAt.run(changedAt, rid, changedAt);
      history.update(rid, complaint);
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

/** The least `receivedNo` of a complaint that was received at this time (ms since 1970). */
export function firstNumberOf(ms: number): number {
  return Math.floor(ms / 1000) * NUMBERS_PER_SECOND;
}

/** Grows with the time of receipt; within one second by tracking id. A taken one moves up by one. */
function receivedNoOf({ receivedAt, trackingId }: Complaint): number {
  return (
    secondsOf(receivedAt) * NUMBERS_PER_SECOND + (Number(trackingId.replace(/\D/g, '')) % NUMBERS_PER_SECOND)
  );
}

/** The key of a category path; a few hundred paths serve every complaint. */
function categoryPaths(db: Db): (path: readonly string[]) => number | null {
  const find = db.prepare<[string], { id: number }>('SELECT id FROM category_path WHERE joined = ?');
  const insert = db.prepare('INSERT INTO category_path (joined) VALUES (?)');
  return (path) => {
    if (path.length === 0) return null;
    const joined = path.join(PATH_SEPARATOR);
    return find.get(joined)?.id ?? Number(insert.run(joined).lastInsertRowid);
  };
}
