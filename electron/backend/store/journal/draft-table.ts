import type { Draft } from '#shared/contract/window/writing.ts';
import type { Db } from '../open-database.ts';

export type DraftKind = Draft['kind'];

/** A draft without its files, with what is needed to send it, also after its report has left. */
export type StoredDraft = Omit<Draft, 'attachments'> & {
  readonly trackingId: string;
  readonly title: string;
};

type DraftRow = {
  id: string;
  complaint_id: string;
  kind: DraftKind;
  text: string;
  choices: string;
  updated_at: string;
  trunk_revision: number;
  tracking_id: string;
  title: string;
};

export type DraftTable = {
  /** In the order in which they were begun. */
  readonly of: (complaintId: string) => readonly StoredDraft[];
  readonly get: (id: string) => StoredDraft | null;
  /** The one of this kind on the report that was written last. */
  readonly last: (complaintId: string, kind: DraftKind) => StoredDraft | null;
  /** All of them, the last written first. */
  readonly all: () => readonly StoredDraft[];
  readonly complaintIds: () => ReadonlySet<string>;
  /**
   * Those that stand on no report of the queue: complaints that are being recorded, and answers to several
   * reports.
   */
  readonly loose: () => number;
  /** A draft that exists keeps the revision on which it was begun. */
  readonly save: (draft: StoredDraft) => void;
  /** The officer has read what came since: from here on the draft answers `trunkRevision`. */
  readonly rebase: (id: string, trunkRevision: number) => boolean;
  /** The same of all drafts, whatever came: another centre counts from another beginning. */
  readonly rebaseAll: () => void;
  /** For ever: it was sent, or there is nothing in it. */
  readonly delete: (id: string) => void;
  /** Thrown away by the officer at `now`, ms since 1970. False: there is no such draft. */
  readonly remove: (id: string, now: number) => boolean;
  readonly restore: (id: string) => boolean;
  /** Those thrown away before `time`, ms since 1970, go for ever. */
  readonly forgetRemoved: (time: number) => void;
};

const COLUMNS = 'id, complaint_id, kind, text, choices, updated_at, trunk_revision, tracking_id, title';
const SELECT = `SELECT ${COLUMNS} FROM draft`;
const HERE = 'removed_at IS NULL';

export function draftTable(db: Db): DraftTable {
  const rows = <P extends unknown[]>(sql: string) => db.prepare<P, DraftRow>(sql);
  const of = rows<[string]>(`${SELECT} WHERE complaint_id = ? AND ${HERE} ORDER BY seq`);
  const get = rows<[string]>(`${SELECT} WHERE id = ? AND ${HERE}`);
  const last = rows<[string, string]>(
    `${SELECT} WHERE complaint_id = ? AND kind = ? AND ${HERE} ORDER BY updated_at DESC, seq DESC LIMIT 1`,
  );
  const all = rows<[]>(`${SELECT} WHERE ${HERE} ORDER BY updated_at DESC, seq DESC`);
  const ids = db.prepare<[], { complaint_id: string }>(
    `SELECT DISTINCT complaint_id FROM draft WHERE ${HERE}`,
  );
  const loose = db.prepare<[], { count: number }>(
    `SELECT count(*) AS count FROM draft WHERE (kind = 'record' OR choices ->> '$.joint' IS NOT NULL) AND ${HERE}`,
  );
  const upsert = db.prepare(`
    INSERT INTO draft (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
      choices = excluded.choices, updated_at = excluded.updated_at, removed_at = NULL`);
  const rebaseAll = db.prepare('UPDATE draft SET trunk_revision = ?');
  const rebase = db.prepare(`UPDATE draft SET trunk_revision = ? WHERE id = ? AND ${HERE}`);
  const erase = db.prepare('DELETE FROM draft WHERE id = ?');
  const remove = db.prepare(`UPDATE draft SET removed_at = ? WHERE id = ? AND ${HERE}`);
  const restore = db.prepare('UPDATE draft SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL');
  const forget = db.prepare('DELETE FROM draft WHERE removed_at < ?');
  const one = (row: DraftRow | undefined): StoredDraft | null => (row === undefined ? null : draftOf(row));
  return {
    of: (complaintId) => of.all(complaintId).map(draftOf),
    get: (id) => one(get.get(id)),
    last: (complaintId, kind) => one(last.get(complaintId, kind)),
    all: () => all.all().map(draftOf),
    complaintIds: () => new Set(ids.all().map((row) => row.complaint_id)),
    loose: () => loose.get()?.count ?? 0,
    save: (draft) => {
      upsert.run(
        draft.id,
        draft.complaintId,
        draft.kind,
        draft.text,
        JSON.stringify(draft.choices),
        draft.updatedAt,
        draft.trunkRevision,
        draft.trackingId,
        draft.title,
      );
    },
    rebase: (id, trunkRevision) => rebase.run(trunkRevision, id).changes > 0,
    rebaseAll: () => {
      rebaseAll.run(Number.MAX_SAFE_INTEGER);
    },
    delete: (id) => {
      erase.run(id);
    },
    remove: (id, now) => remove.run(now, id).changes > 0,
    restore: (id) => restore.run(id).changes > 0,
    forgetRemoved: (time) => {
      forget.run(time);
    },
  };
}

function draftOf(row: DraftRow): StoredDraft {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    kind: row.kind,
    text: row.text,
    choices: JSON.parse(row.choices),
    updatedAt: row.updated_at,
    trunkRevision: row.trunk_revision,
    trackingId: row.tracking_id,
    title: row.title,
  };
}
