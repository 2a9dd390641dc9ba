import type { Draft } from '#shared/contract/desk.ts';
import type { Db } from '../open-database.ts';

export type DraftKind = Draft['kind'];

/** A draft with what is needed to send it, also after its report has left. */
export type StoredDraft = Draft & {
  /** The revision of the report on which the officer began to write. */
  readonly trunkRevision: number;
  readonly trackingId: string;
  readonly title: string;
};

type DraftRow = {
  complaint_id: string;
  kind: DraftKind;
  text: string;
  updated_at: string;
  trunk_revision: number;
  tracking_id: string;
  title: string;
};

export type DraftTable = {
  readonly of: (complaintId: string) => readonly StoredDraft[];
  readonly get: (complaintId: string, kind: DraftKind) => StoredDraft | null;
  readonly complaintIds: () => ReadonlySet<string>;
  /** A draft that exists keeps the revision on which it was begun. */
  readonly save: (draft: StoredDraft) => void;
  /** The officer has been told what came since: from here on the draft answers `trunkRevision`. */
  readonly rebase: (complaintId: string, kind: DraftKind, trunkRevision: number) => void;
  readonly remove: (complaintId: string, kind: DraftKind) => void;
};

const COLUMNS = 'complaint_id, kind, text, updated_at, trunk_revision, tracking_id, title';

export function draftTable(db: Db): DraftTable {
  const of = db.prepare<[string], DraftRow>(
    `SELECT ${COLUMNS} FROM draft WHERE complaint_id = ? ORDER BY kind`,
  );
  const get = db.prepare<[string, string], DraftRow>(
    `SELECT ${COLUMNS} FROM draft WHERE complaint_id = ? AND kind = ?`,
  );
  const ids = db.prepare<[], { complaint_id: string }>('SELECT DISTINCT complaint_id FROM draft');
  const upsert = db.prepare(`
    INSERT INTO draft (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (complaint_id, kind) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`);
  const rebase = db.prepare('UPDATE draft SET trunk_revision = ? WHERE complaint_id = ? AND kind = ?');
  const remove = db.prepare('DELETE FROM draft WHERE complaint_id = ? AND kind = ?');
  return {
    of: (complaintId) => of.all(complaintId).map(draftOf),
    get: (complaintId, kind) => {
      const row = get.get(complaintId, kind);
      return row === undefined ? null : draftOf(row);
    },
    complaintIds: () => new Set(ids.all().map((row) => row.complaint_id)),
    save: (draft) => {
      upsert.run(
        draft.complaintId,
        draft.kind,
        draft.text,
        draft.updatedAt,
        draft.trunkRevision,
        draft.trackingId,
        draft.title,
      );
    },
    rebase: (complaintId, kind, trunkRevision) => {
      rebase.run(trunkRevision, complaintId, kind);
    },
    remove: (complaintId, kind) => {
      remove.run(complaintId, kind);
    },
  };
}

function draftOf(row: DraftRow): StoredDraft {
  return {
    complaintId: row.complaint_id,
    kind: row.kind,
    text: row.text,
    updatedAt: row.updated_at,
    trunkRevision: row.trunk_revision,
    trackingId: row.tracking_id,
    title: row.title,
  };
}
