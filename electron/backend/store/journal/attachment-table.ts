import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** A file's place in a text: a draft's, then the command's that the draft became. */
type StoredAttachment = {
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

/** Bytes of a command's files that the central service has, of how many. */
export type UploadProgress = { readonly sent: number; readonly total: number };

const HERE = 'removedAt IS NULL';
/** Part of its text: not removed, and no copy that is still being taken in. */
const IN_TEXT = `${HERE} AND copyOf IS NULL`;
const SELECT = 'SELECT id, owner, name, fileId, otherFileId, sendsOriginal, copyOf FROM attachment';
const OF_DELIVERED = `
  owner IN (SELECT id FROM command WHERE state = 'accepted' AND resend = 0 AND answeredAt < ?)`;

export type AttachmentTable = ReturnType<typeof attachmentTable>;

export function attachmentTable(db: Db) {
  const { mapped, row, rows, run, value } = statements(db);
  const attachments = mapped(attachmentOf);
  const of = attachments.rows<[owner: string]>(`${SELECT} WHERE owner = ? AND ${IN_TEXT} ORDER BY seq`);
  const sentAs = rows<[number], { readonly name: string; readonly complaintId: string }>(`
    SELECT name, subject AS complaintId FROM attachment JOIN command ON command.id = owner
    WHERE fileId = ? AND ${HERE} ORDER BY attachment.seq`);
  const insert = run<[string, string, string, number, string | null]>(
    'INSERT INTO attachment (id, owner, name, fileId, copyOf) VALUES (?, ?, ?, ?, ?)',
  );
  const copy = run<[string, string, string]>(`
    INSERT INTO attachment (id, owner, name, fileId, otherFileId, sendsOriginal)
    SELECT ?, ?, name, fileId, otherFileId, sendsOriginal FROM attachment WHERE id = ?`);
  const setName = run<[string, string]>('UPDATE attachment SET name = ? WHERE id = ?');
  const setFiles = run<[number, number | null, number, string]>(
    'UPDATE attachment SET fileId = ?, otherFileId = ?, sendsOriginal = ? WHERE id = ?',
  );
  const move = run<[string, string]>('UPDATE attachment SET owner = ? WHERE owner = ?');
  const remove = run<[number, string]>(`UPDATE attachment SET removedAt = ? WHERE id = ? AND ${HERE}`);
  const removed = value<[string], number>(
    'SELECT removedAt FROM attachment WHERE id = ? AND removedAt IS NOT NULL',
  );
  const forgetRemoved = run<[number]>('DELETE FROM attachment WHERE removedAt < ?');
  const forgetOrphans = run<[]>(`
    DELETE FROM attachment WHERE owner NOT IN (SELECT id FROM draft) AND owner NOT IN (SELECT id FROM command)`);
  return {
    get: attachments.row<[id: string]>(`${SELECT} WHERE id = ? AND ${HERE}`),
    /** The files of a text, without copies that are still being taken in. */
    of,
    /** The whole files of a text as a command names them. */
    sentWith: rows<[owner: string], Attachment>(`
      SELECT sha256, name, type, size FROM attachment JOIN file ON file.id = fileId
      WHERE owner = ? AND ${IN_TEXT} AND sha256 IS NOT NULL ORDER BY seq`),
    /** Null when no file is waited for. */
    upload: row<[owner: string], UploadProgress>(`
      SELECT sum(CASE file.state WHEN 'here' THEN uploaded ELSE size END) AS sent, sum(size) AS total
      FROM attachment JOIN file ON file.id = fileId WHERE owner = ? AND ${IN_TEXT}
      HAVING count(CASE file.state WHEN 'here' THEN 1 END) > 0`),
    /** The file's name in the first text that has it, and the complaints of the commands that send it. */
    sentAs: (fileId: number) => {
      const sent = sentAs(fileId);
      return { name: sent[0]?.name ?? '', complaintIds: [...new Set(sent.map((row) => row.complaintId))] };
    },
    insert: (id: string, owner: string, name: string, fileId: number, copyOf: string | null = null) =>
      insert(id, owner, name, fileId, copyOf),
    setName: (id: string, name: string) => setName(name, id),
    /** `fileId` is sent from here on; `otherFileId` is kept beside it. */
    setFiles: (id: string, fileId: number, otherFileId: number | null, sendsOriginal: boolean) =>
      setFiles(fileId, otherFileId, sendsOriginal ? 1 : 0, id),
    /** All files of one text go with another one: a draft was sent, or a command taken back. */
    move: (from: string, to: string) => move(to, from),
    /** The same files once more, for a text that is sent again. */
    copy: (from: string, to: string, newId: () => string) => {
      for (const { id } of of(from)) copy(newId(), to, id);
    },
    /** `now`: ms since 1970. */
    remove: (id: string, now: number) => remove(now, id),
    isRemoved: (id: string): boolean => removed(id) !== null,
    restore: run<[id: string]>(
      'UPDATE attachment SET removedAt = NULL WHERE id = ? AND removedAt IS NOT NULL',
    ),
    delete: run<[id: string]>('DELETE FROM attachment WHERE id = ?'),
    /** Deletes those of a text whose bytes never came to an end. */
    dropUnfinished: run<[owner: string]>(
      'DELETE FROM attachment WHERE owner = ? AND fileId IN (SELECT id FROM file WHERE sha256 IS NULL)',
    ),
    /** Deletes those thrown away before `time`, ms since 1970, and those whose text is gone. */
    forgetRemoved: (time: number) => {
      forgetRemoved(time);
      forgetOrphans();
    },
    /** Deletes those of commands accepted before `answered` (ISO): the central service has the files. */
    forgetDelivered: run<[answered: string]>(`DELETE FROM attachment WHERE ${OF_DELIVERED}`),
    /** Lets go of the copies that were not sent, of commands accepted before `answered` (ISO). */
    forgetOriginals: run<[answered: string]>(`
      UPDATE attachment SET otherFileId = NULL WHERE otherFileId IS NOT NULL AND ${OF_DELIVERED}`),
  };
}

function attachmentOf(row: AttachmentRow): StoredAttachment {
  return { ...row, sendsOriginal: row.sendsOriginal === 1 };
}
