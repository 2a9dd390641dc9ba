import type { Draft } from '#shared/contract/window/drafts.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

export type DraftKind = Draft['kind'];

/** A draft without its files, with what is needed to send it, also after its complaint has left. */
export type StoredDraft = Omit<Draft, 'attachments'> & {
  readonly trackingId: string;
  readonly title: string;
};

/** A row of `draft`: `choices` is JSON. */
type DraftRow = Omit<StoredDraft, 'choices'> & { readonly choices: string };

const COLUMNS = 'id, complaintId, kind, text, choices, updatedAt, trunkRevision, trackingId, title';
const SELECT = `SELECT ${COLUMNS} FROM draft`;
const HERE = 'removedAt IS NULL';

export function draftTable(db: Db) {
  const { mapped, run, value, values } = statements(db);
  const { row, rows } = mapped(draftOf);
  const ids = values<[], string>(`SELECT DISTINCT complaintId FROM draft WHERE ${HERE}`);
  const loose = value<[], number>(
    `SELECT count(*) FROM draft WHERE (kind = 'record' OR choices ->> '$.joint' IS NOT NULL) AND ${HERE}`,
  );
  const upsert = run<[DraftRow]>(`
    INSERT INTO draft (${COLUMNS})
    VALUES (@id, @complaintId, @kind, @text, @choices, @updatedAt, @trunkRevision, @trackingId, @title)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
      choices = excluded.choices, updatedAt = excluded.updatedAt, removedAt = NULL`);
  const rebase = run<[number, string]>(`UPDATE draft SET trunkRevision = ? WHERE id = ? AND ${HERE}`);
  const rebaseAll = run<[number]>('UPDATE draft SET trunkRevision = ?');
  const remove = run<[number, string]>(`UPDATE draft SET removedAt = ? WHERE id = ? AND ${HERE}`);
  return {
    /** In the order in which they were begun. */
    of: rows<[complaintId: string]>(`${SELECT} WHERE complaintId = ? AND ${HERE} ORDER BY seq`),
    get: row<[id: string]>(`${SELECT} WHERE id = ? AND ${HERE}`),
    /** The one of this kind on the complaint that was written last. */
    last: row<[complaintId: string, kind: DraftKind]>(
      `${SELECT} WHERE complaintId = ? AND kind = ? AND ${HERE} ORDER BY updatedAt DESC, seq DESC LIMIT 1`,
    ),
    /** The last written first. */
    all: rows<[]>(`${SELECT} WHERE ${HERE} ORDER BY updatedAt DESC, seq DESC`),
    complaintIds: (): ReadonlySet<string> => new Set(ids()),
    /** Those on no complaint of the queue: recorded complaints, and answers to several complaints. */
    loose: () => loose() ?? 0,
    /** A draft that exists keeps the revision on which it was begun. */
    save: (draft: StoredDraft) => upsert({ ...draft, choices: JSON.stringify(draft.choices) }),
    /** The officer has read what came since: from here on the draft answers `trunkRevision`. */
    rebase: (id: string, trunkRevision: number) => rebase(trunkRevision, id),
    /** The same for every draft, whatever came: another central service counts its revisions anew. */
    rebaseAll: () => rebaseAll(Number.MAX_SAFE_INTEGER),
    /** Deletes it for ever: it was sent, or is empty. */
    delete: run<[id: string]>('DELETE FROM draft WHERE id = ?'),
    /** Thrown away by the officer at `now`, ms since 1970. False: there is no such draft. */
    remove: (id: string, now: number) => remove(now, id),
    restore: run<[id: string]>('UPDATE draft SET removedAt = NULL WHERE id = ? AND removedAt IS NOT NULL'),
    /** Deletes those thrown away before `time`, ms since 1970. */
    forgetRemoved: run<[time: number]>('DELETE FROM draft WHERE removedAt < ?'),
  };
}

function draftOf(row: DraftRow): StoredDraft {
  return { ...row, choices: JSON.parse(row.choices) };
}
