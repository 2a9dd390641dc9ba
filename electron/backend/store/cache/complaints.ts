import type { FeedDigest } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { codeOf, type Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import {
  factValues,
  INSERT_COMPLAINT,
  PATH_SEPARATOR,
  type Placement,
  SELECT_COMPLAINT,
  type SelectedRow,
  saidIn,
  UPDATE_FACTS,
  UPDATES,
  upsertedValues,
  type Value,
} from './complaint-columns.ts';
import { DIGEST_SQL } from './digest.ts';
import { type QueueFacts, secondsOf } from './facts.ts';
import { historyReader, historyWriter } from './history.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * A complaint of the cache: its row's key, whether it stands in the queue, and what the central service said.
 */
type Cached = { readonly rid: number; readonly ours: boolean; readonly complaint: Complaint };

export const OLDER_SQL = 'SELECT id FROM complaint WHERE generation < ? LIMIT ?';

export function complaintReader(db: Db) {
  const { mapped, row, values } = statements(db);
  const history = historyReader(db);
  const cached = mapped(
    (row: SelectedRow): Cached => ({
      rid: row.rid,
      ours: row.ours === 1,
      complaint: { ...saidIn(row), ...history(row.rid) },
    }),
  );
  return {
    get: cached.row<[id: string]>(`${SELECT_COMPLAINT} WHERE complaint.id = ?`),
    /** Only whether the complaint is there and where: cheaper than `get`. */
    find: row<[id: string], { readonly rid: number; readonly revision: number }>(
      'SELECT rid, revision FROM complaint WHERE id = ?',
    ),
    byRid: cached.rows<[after: number, limit: number]>(
      `${SELECT_COMPLAINT} WHERE rid > ? ORDER BY rid LIMIT ?`,
    ),
    /** Ids of the complaints that the queue marks as having a draft. */
    drafted: values<[], string>('SELECT id FROM complaint WHERE hasDraft = 1'),
    /** Ids of those that stand in the queue because the journal says so, and were never sent here. */
    predicted: values<[], string>(
      'SELECT id FROM complaint INDEXED BY complaint_changed WHERE ours = 1 AND mark IS NULL',
    ),
    /** Of all that the feed has brought: the complaints that stand in the queue, and the reference data. */
    digest: row<[], FeedDigest>(DIGEST_SQL),
    /** Ids of the complaints whose generation is older. */
    olderThan: values<[generation: number, limit: number], string>(OLDER_SQL),
  };
}

/** Writes complaints, and tells `index` of each whose texts may have changed. */
export function complaintWriter(db: Db, index: Pick<SearchIndex, 'before' | 'after'>) {
  const { run, value } = statements(db);
  const insert = db.prepare(INSERT_COMPLAINT);
  const taken = value<[number], number>('SELECT 1 FROM complaint WHERE receivedNo = ?');
  const updates = UPDATES.map(({ sql, valuesOf }) => ({ statement: db.prepare(sql), valuesOf }));
  const setFacts = db.prepare(UPDATE_FACTS);
  const setDraft = run<[number, string, number]>(
    'UPDATE complaint SET hasDraft = ? WHERE id = ? AND hasDraft <> ?',
  );
  const setNotOurs = run<[number, number]>('UPDATE complaint SET ours = 0, generation = ? WHERE rid = ?');
  const remove = run<[number]>('DELETE FROM complaint WHERE rid = ?');
  const history = historyWriter(db);
  const pathId = categoryPaths(db);

  const insertUnlessTaken = (id: string, receivedNo: number, values: readonly Value[]): number | null => {
    try {
      return Number(insert.run(id, receivedNo, ...values).lastInsertRowid);
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_CONSTRAINT_UNIQUE' || taken(receivedNo) === null) throw error;
      return null;
    }
  };

  return {
    insert: (complaint: Complaint, facts: QueueFacts, placement: Placement): number => {
      const values = upsertedValues(complaint, facts, placement, pathId(complaint.categoryPath));
      for (let receivedNo = receivedNoOf(complaint); ; receivedNo++) {
        const rid = insertUnlessTaken(complaint.id, receivedNo, values);
        if (rid === null) continue;
        history.insert(rid, complaint);
        index.after(rid, null);
        return rid;
      }
    },
    update: (rid: number, complaint: Complaint, facts: QueueFacts, placement: Placement) => {
      const before = index.before(rid);
      const values = upsertedValues(complaint, facts, placement, pathId(complaint.categoryPath));
      for (const { statement, valuesOf } of updates) statement.run(...valuesOf(values, rid));
      history.update(rid, complaint);
      index.after(rid, before);
    },
    setFacts: (rid: number, facts: QueueFacts, hasDraft: boolean) => {
      setFacts.run(hasDraft ? 1 : 0, ...factValues(facts), rid);
    },
    setDraft: (id: string, hasDraft: boolean) => setDraft(hasDraft ? 1 : 0, id, hasDraft ? 1 : 0),
    setNotOurs: (rid: number, generation: number) => setNotOurs(generation, rid),
    remove: (rid: number) => {
      const before = index.before(rid);
      remove(rid);
      index.after(rid, before);
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
  const find = statements(db).value<[string], number>('SELECT id FROM category_path WHERE joined = ?');
  const insert = db.prepare('INSERT INTO category_path (joined) VALUES (?)');
  return (path) => {
    if (path.length === 0) return null;
    const joined = path.join(PATH_SEPARATOR);
    return find(joined) ?? Number(insert.run(joined).lastInsertRowid);
  };
}
