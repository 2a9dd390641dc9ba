import type { Draft } from '#shared/contract/window/drafts.ts';
import type { Db } from '../open-database.ts';

export type DraftKind = Draft['kind'];

/** A draft without its files, with what is needed to send it, also after its complaint has left. */
export type StoredDraft = Omit<Draft, 'attachments'> & {
  readonly trackingId: string;
  readonly title: string;
};

/** A row of `draft`: `choices` is JSON. */
type DraftRow = Omit<StoredDraft, 'choices'> & { readonly choices: string };

export type DraftTable = {
  /** In the order in which they were begun. */
  readonly of: (complaintId: string) => readonly StoredDraft[];
  readonly get: (id: string) => StoredDraft | null;
  /** The one of this kind on the complaint that was written last. */
  readonly last: (complaintId: string, kind: DraftKind) => StoredDraft | null;
  /** All of them, the last written first. */
  readonly all: () => readonly StoredDraft[];
  readonly complaintIds: () => ReadonlySet<string>;
  /** Those on no complaint of the queue: recorded complaints, and answers to several complaints. */
  readonly loose: () => number;
  /** A draft that exists keeps the revision on which it was begun. */
  readonly save: (draft: StoredDraft) => void;
  /** The officer has read what came since: from here on the draft answers `trunkRevision`. */
  readonly rebase: (id: string, trunkRevision: number) => boolean;
  /** The same of all drafts, whatever came: another central service counts from another beginning. */
  readonly rebaseAll: () => void;
  /** For ever: it was sent, or there is nothing in it. */
  readonly delete: (id: string) => void;
  /** Thrown away by the officer at `now`, ms since 1970. False: there is no such draft. */
  readonly remove: (id: string, now: number) => boolean;
  readonly restore: (id: string) => boolean;
  /** Those thrown away before `time`, ms since 1970, go for ever. */
  readonly forgetRemoved: (time: number) => void;
};

const COLUMNS = 'id, complaintId, kind, text, choices, updatedAt, trunkRevision, trackingId, title';
const SELECT = `SELECT ${COLUMNS} FROM draft`;
const HERE = 'removedAt IS NULL';

export function draftTable(db: Db): DraftTable {
  const rows = <P extends unknown[]>(sql: string) => db.prepare<P, DraftRow>(sql);
  const of = rows<[string]>(`${SELECT} WHERE complaintId = ? AND ${HERE} ORDER BY seq`);
  const get = rows<[string]>(`${SELECT} WHERE id = ? AND ${HERE}`);
  const last = rows<[string, string]>(
    `${SELECT} WHERE complaintId = ? AND kind = ? AND ${HERE} ORDER BY updatedAt DESC, seq DESC LIMIT 1`,
  );
  const all = rows<[]>(`${SELECT} WHERE ${HERE} ORDER BY updatedAt DESC, seq DESC`);
  const ids = db.prepare<[], string>(`SELECT DISTINCT complaintId FROM draft WHERE ${HERE}`).pluck();
  const loose = db.prepare<[], { count: number }>(
    `SELECT count(*) AS count FROM draft WHERE (kind = 'record' OR choices ->> '$.joint' IS NOT NULL) AND ${HERE}`,
  );
  const upsert = db.prepare<[DraftRow]>(`
    INSERT INTO draft (${COLUMNS})
    VALUES (@id, @complaintId, @kind, @text, @choices, @updatedAt, @trunkRevision, @trackingId, @title)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
      choices = excluded.choices, updatedAt = excluded.updatedAt, removedAt = NULL`);
  const rebaseAll = db.prepare('UPDATE draft SET trunkRevision = ?');
  const rebase = db.prepare(`UPDATE draft SET trunkRevision = ? WHERE id = ? AND ${HERE}`);
  const erase = db.prepare('DELETE FROM draft WHERE id = ?');
  const remove = db.prepare(`UPDATE draft SET removedAt = ? WHERE id = ? AND ${HERE}`);
  const restore = db.prepare('UPDATE draft SET removedAt = NULL WHERE id = ? AND removedAt IS NOT NULL');
  const forget = db.prepare('DELETE FROM draft WHERE removedAt < ?');
  const one = (row: DraftRow | undefined): StoredDraft | null => (row === undefined ? null : draftOf(row));
  return {
    of: (complaintId) => of.all(complaintId).map(draftOf),
    get: (id) => one(get.get(id)),
    last: (complaintId, kind) => one(last.get(complaintId, kind)),
    all: () => all.all().map(draftOf),
    complaintIds: () => new Set(ids.all()),
    loose: () => loose.get()?.count ?? 0,
    save: (draft) => {
      upsert.run({ ...draft, choices: JSON.stringify(draft.choices) });
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
  return { ...row, choices: JSON.parse(row.choices) };
}
