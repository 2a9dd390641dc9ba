import type { Attachment, AttachmentType } from '#shared/domain/complaint/attachment.ts';
import type { Db } from '../open-database.ts';

/** A file's place in a text: a draft's, then the command's that the draft became. */
export type StoredAttachment = {
  readonly id: string;
  /** The id of the draft or command. */
  readonly owner: string;
  readonly name: string;
  readonly fileId: number;
  /** The other of the two, where a smaller copy was made. */
  readonly otherFileId: number | null;
  readonly sendsOriginal: boolean;
  /** The attachment of the same text that this is a smaller copy of, while it is being taken in. */
  readonly copyOf: string | null;
};

/** A row of `attachment`: the flag is a number. */
type AttachmentRow = Omit<StoredAttachment, 'sendsOriginal'> & { readonly sendsOriginal: number };

type SentRow = { name: string; sha256: string; type: AttachmentType; size: number };

export type AttachmentTable = {
  readonly get: (id: string) => StoredAttachment | null;
  /** The files of a text, without copies that are still being taken in. */
  readonly of: (owner: string) => readonly StoredAttachment[];
  /** The whole files of a text as a command names them. */
  readonly sentWith: (owner: string) => readonly Attachment[];
  /** Bytes of a command's files that the central service has, of how many; null when none is waited for. */
  readonly upload: (owner: string) => { readonly sent: number; readonly total: number } | null;
  /**
   * What a file is called in the first text that names it, and the complaints of the commands that send it.
   */
  readonly sentAs: (fileId: number) => { readonly name: string; readonly complaintIds: readonly string[] };
  readonly insert: (id: string, owner: string, name: string, fileId: number, copyOf?: string | null) => void;
  readonly setName: (id: string, name: string) => void;
  /** `fileId` is sent from here on; `otherFileId` is kept beside it. */
  readonly setFiles: (id: string, fileId: number, otherFileId: number | null, sendsOriginal: boolean) => void;
  /** All files of one text go with another one: a draft was sent, or a command taken back. */
  readonly move: (from: string, to: string) => void;
  /** The same files once more, for a text that is sent again. `newId` makes an id. */
  readonly copy: (from: string, to: string, newId: () => string) => void;
  readonly remove: (id: string, now: number) => boolean;
  readonly restore: (id: string) => boolean;
  readonly delete: (id: string) => void;
  /** Those of a text whose bytes never came to an end. */
  readonly dropUnfinished: (owner: string) => void;
  /** Those thrown away before `time`, ms since 1970, and those whose text is gone. */
  readonly forgetRemoved: (time: number) => void;
  /** Of commands accepted before `answered` (ISO): the files are the central service's now. */
  readonly forgetDelivered: (answered: string) => void;
  /** The copies that were not sent, of commands accepted before `answered` (ISO). */
  readonly forgetOriginals: (answered: string) => void;
};

const HERE = 'removedAt IS NULL';
/** Part of its text: not removed, and no copy that is still being taken in. */
const IN_TEXT = `${HERE} AND copyOf IS NULL`;
const SELECT = 'SELECT id, owner, name, fileId, otherFileId, sendsOriginal, copyOf FROM attachment';
const OF_DELIVERED = `
  owner IN (SELECT id FROM command WHERE state = 'accepted' AND resend = 0 AND answeredAt < ?)`;

export function attachmentTable(db: Db): AttachmentTable {
  const byId = db.prepare<[string], AttachmentRow>(`${SELECT} WHERE id = ? AND ${HERE}`);
  const ofOwner = db.prepare<[string], AttachmentRow>(
    `${SELECT} WHERE owner = ? AND ${IN_TEXT} ORDER BY seq`,
  );
  const sent = db.prepare<[string], SentRow>(`
    SELECT name, sha256, type, size FROM attachment JOIN file ON file.id = fileId
    WHERE owner = ? AND ${IN_TEXT} AND sha256 IS NOT NULL ORDER BY seq`);
  const upload = db.prepare<[string], { sent: number | null; total: number | null; waiting: number }>(`
    SELECT sum(CASE file.state WHEN 'here' THEN uploaded ELSE size END) AS sent, sum(size) AS total,
      count(CASE file.state WHEN 'here' THEN 1 END) AS waiting
    FROM attachment JOIN file ON file.id = fileId WHERE owner = ? AND ${IN_TEXT}`);
  const sentAs = db.prepare<[number], { name: string; complaintId: string }>(`
    SELECT name, subject AS complaintId FROM attachment JOIN command ON command.id = owner
    WHERE fileId = ? AND ${HERE} ORDER BY attachment.seq`);
  const insert = db.prepare(
    'INSERT INTO attachment (id, owner, name, fileId, copyOf) VALUES (?, ?, ?, ?, ?)',
  );
  const setName = db.prepare('UPDATE attachment SET name = ? WHERE id = ?');
  const setFiles = db.prepare(
    'UPDATE attachment SET fileId = ?, otherFileId = ?, sendsOriginal = ? WHERE id = ?',
  );
  const move = db.prepare('UPDATE attachment SET owner = ? WHERE owner = ?');
  const remove = db.prepare(`UPDATE attachment SET removedAt = ? WHERE id = ? AND ${HERE}`);
  const restore = db.prepare('UPDATE attachment SET removedAt = NULL WHERE id = ? AND removedAt IS NOT NULL');
  const erase = db.prepare('DELETE FROM attachment WHERE id = ?');
  const insertOne: AttachmentTable['insert'] = (id, owner, name, fileId, copyOf = null) => {
    insert.run(id, owner, name, fileId, copyOf);
  };

  return {
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : attachmentOf(row);
    },
    of: (owner) => ofOwner.all(owner).map(attachmentOf),
    sentWith: (owner) =>
      sent.all(owner).map(({ sha256, name, type, size }) => ({ sha256, name, type, size })),
    upload: (owner) => {
      const row = upload.get(owner);
      return row === undefined || row.waiting === 0 ? null : { sent: row.sent ?? 0, total: row.total ?? 0 };
    },
    sentAs: (fileId) => {
      const rows = sentAs.all(fileId);
      return { name: rows[0]?.name ?? '', complaintIds: [...new Set(rows.map((row) => row.complaintId))] };
    },
    insert: insertOne,
    setName: (id, name) => {
      setName.run(name, id);
    },
    setFiles: (id, fileId, otherFileId, sendsOriginal) => {
      setFiles.run(fileId, otherFileId, sendsOriginal ? 1 : 0, id);
    },
    move: (from, to) => {
      move.run(to, from);
    },
    copy: (from, to, newId) => {
      for (const row of ofOwner.all(from)) {
        const id = newId();
        insertOne(id, to, row.name, row.fileId);
        setFiles.run(row.fileId, row.otherFileId, row.sendsOriginal, id);
      }
    },
    remove: (id, now) => remove.run(now, id).changes > 0,
    restore: (id) => restore.run(id).changes > 0,
    delete: (id) => {
      erase.run(id);
    },
    ...cleanUp(db),
  };
}

type CleanUp = Pick<
  AttachmentTable,
  'dropUnfinished' | 'forgetRemoved' | 'forgetDelivered' | 'forgetOriginals'
>;

function cleanUp(db: Db): CleanUp {
  const dropUnfinished = db.prepare(
    'DELETE FROM attachment WHERE owner = ? AND fileId IN (SELECT id FROM file WHERE sha256 IS NULL)',
  );
  const forgetRemoved = db.prepare('DELETE FROM attachment WHERE removedAt < ?');
  const forgetOrphans = db.prepare(`
    DELETE FROM attachment WHERE owner NOT IN (SELECT id FROM draft) AND owner NOT IN (SELECT id FROM command)`);
  const forgetDelivered = db.prepare(`DELETE FROM attachment WHERE ${OF_DELIVERED}`);
  const forgetOriginals = db.prepare(`
    UPDATE attachment SET otherFileId = NULL WHERE otherFileId IS NOT NULL AND ${OF_DELIVERED}`);
  return {
    dropUnfinished: (owner) => {
      dropUnfinished.run(owner);
    },
    forgetRemoved: (time) => {
      forgetRemoved.run(time);
      forgetOrphans.run();
    },
    forgetDelivered: (answered) => {
      forgetDelivered.run(answered);
    },
    forgetOriginals: (answered) => {
      forgetOriginals.run(answered);
    },
  };
}

function attachmentOf(row: AttachmentRow): StoredAttachment {
  return { ...row, sendsOriginal: row.sendsOriginal === 1 };
}
