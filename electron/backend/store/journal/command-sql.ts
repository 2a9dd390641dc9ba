import { OFFICE_KINDS } from '#shared/domain/commands/command.ts';

/** Of a row, all that is read. `CommandRow` is its type. */
const COLUMNS = `
  id, subject, kind, payload, trunkRevision, after, composedAt, trackingId, title,
  state, unsure, heldUntil, notBefore, receipt, answeredAt, refusal, settled`;
const SELECT = `SELECT ${COLUMNS} FROM command`;
export const UNANSWERED = "state IN ('queued', 'sending')";
const PENDING = `(${UNANSWERED} OR (state = 'accepted' AND passed = 0))`;
/** These stand at the top of the outbox; each has a partial index of its own. */
const REFUSED = "state = 'refused' AND settled = 0";
const ABOUT_TEMPLATES = `kind IN (${OFFICE_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** The questions about commands. A partial index serves one that names its condition as the schema does. */
export const COMMAND_SQL = {
  byId: `${SELECT} WHERE id = ?`,
  ofSubject: `${SELECT} WHERE subject = ? ORDER BY seq`,
  toSend: `${SELECT} WHERE ${UNANSWERED} OR resend = 1 ORDER BY seq`,
  pendingOf: `${SELECT} INDEXED BY command_visible WHERE subject = ? AND ${PENDING} ORDER BY seq`,
  pendingIds: `SELECT DISTINCT subject FROM command WHERE ${PENDING}`,
  pendingTemplates: `${SELECT} WHERE ${ABOUT_TEMPLATES} AND ${PENDING} ORDER BY seq`,
  openSubjects: `
    SELECT complaintId, max(trackingId) AS trackingId, max(title) AS title FROM (
      SELECT complaintId, trackingId, title FROM draft
        WHERE removedAt IS NULL AND kind <> 'record' AND choices ->> '$.joint' IS NULL
      UNION ALL SELECT subject, trackingId, title FROM command WHERE ${UNANSWERED} AND NOT ${ABOUT_TEMPLATES}
      UNION ALL SELECT subject, trackingId, title FROM command WHERE ${REFUSED} AND NOT ${ABOUT_TEMPLATES}
    ) GROUP BY complaintId`,
  unaccepted: `
    ${SELECT} WHERE subject IN (SELECT value FROM json_each(?)) AND kind <> 'mark_read'
      AND (${UNANSWERED} OR (${REFUSED})) ORDER BY seq`,
  open: `
    ${SELECT} WHERE ${UNANSWERED} AND kind <> 'mark_read'
    UNION ALL ${SELECT} WHERE ${REFUSED} ORDER BY composedAt DESC LIMIT ?`,
  delivered: `
    ${SELECT} WHERE state = 'accepted' AND answeredAt >= ? AND kind <> 'mark_read'
    ORDER BY answeredAt DESC LIMIT ?`,
  counts: `
    SELECT
      (SELECT count(*) FROM command WHERE ${UNANSWERED} AND kind <> 'mark_read') AS undelivered,
      (SELECT count(*) FROM command WHERE ${UNANSWERED} OR resend = 1) AS anything,
      (SELECT count(*) FROM command WHERE ${REFUSED} AND kind <> 'mark_read') AS refused`,
  followers: `${SELECT} WHERE after = ? AND ${REFUSED} AND refusal = 'after_refused' ORDER BY seq`,
} as const;

/** The words of a command and what it says besides, as a draft has them. */
export const COMMAND_TEXT = "coalesce(command.payload ->> '$.text', command.payload ->> '$.reason', '')";
export const COMMAND_CHOICES = "json_remove(command.payload, '$.text', '$.reason')";
