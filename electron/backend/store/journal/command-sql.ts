import { OFFICE_KINDS } from '#shared/domain/commands/command.ts';
import { COMMAND_COLUMNS } from './command-rows.ts';

const SELECT = `SELECT ${COMMAND_COLUMNS} FROM command`;
const UNANSWERED = "state IN ('queued', 'sending')";
const PENDING = `(${UNANSWERED} OR (state = 'accepted' AND passed = 0))`;
/** These stand at the top of the outbox; each has a partial index of its own. */
const REFUSED = "state = 'refused' AND settled = 0";
const ABOUT_TEMPLATES = `kind IN (${OFFICE_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * What is asked of the commands. The partial indexes serve a statement that names their condition as the
 * schema does.
 */
export const COMMAND_SQL = {
  byId: `${SELECT} WHERE id = ?`,
  ofComplaint: `${SELECT} WHERE complaint_id = ? ORDER BY seq`,
  toSend: `${SELECT} WHERE ${UNANSWERED} OR resend = 1 ORDER BY seq`,
  pendingOf: `${SELECT} INDEXED BY command_visible WHERE complaint_id = ? AND ${PENDING} ORDER BY seq`,
  pendingIds: `SELECT DISTINCT complaint_id FROM command WHERE ${PENDING}`,
  pendingTemplates: `${SELECT} WHERE ${ABOUT_TEMPLATES} AND ${PENDING} ORDER BY seq`,
  openSubjects: `
    SELECT complaint_id, max(tracking_id) AS tracking_id, max(title) AS title FROM (
      SELECT complaint_id, tracking_id, title FROM draft
        WHERE removed_at IS NULL AND kind <> 'record' AND choices ->> '$.joint' IS NULL
      UNION ALL SELECT complaint_id, tracking_id, title FROM command WHERE ${UNANSWERED} AND NOT ${ABOUT_TEMPLATES}
      UNION ALL SELECT complaint_id, tracking_id, title FROM command WHERE ${REFUSED} AND NOT ${ABOUT_TEMPLATES}
    ) GROUP BY complaint_id`,
  unaccepted: `
    ${SELECT} WHERE complaint_id IN (SELECT value FROM json_each(?)) AND kind <> 'mark_read'
      AND (${UNANSWERED} OR (${REFUSED})) ORDER BY seq`,
  open: `
    ${SELECT} WHERE (${UNANSWERED} OR resend = 1) AND kind <> 'mark_read' AND state <> 'accepted'
    UNION ALL ${SELECT} WHERE ${REFUSED} ORDER BY composed_at DESC LIMIT ?`,
  delivered: `
    ${SELECT} WHERE state = 'accepted' AND answered_at >= ? AND kind <> 'mark_read'
    ORDER BY answered_at DESC LIMIT ?`,
  counts: `
    SELECT
      (SELECT count(*) FROM command WHERE ${UNANSWERED} AND kind <> 'mark_read') AS undelivered,
      (SELECT count(*) FROM command WHERE ${UNANSWERED} OR resend = 1) AS anything,
      (SELECT count(*) FROM command WHERE ${REFUSED} AND kind <> 'mark_read') AS refused`,
  followers: `${SELECT} WHERE after_id = ? AND ${REFUSED} AND refusal = 'after_refused' ORDER BY seq`,

  insert: `
    INSERT INTO command (id, complaint_id, kind, text, choices, trunk_revision, after_id, composed_at,
      tracking_id, title, state, held_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
  unchain: 'UPDATE command SET after_id = ? WHERE after_id = ?',
  remove: 'DELETE FROM command WHERE id = ?',
  settle: 'UPDATE command SET settled = 1 WHERE id = ?',
  discard: 'UPDATE command SET settled = 2 WHERE id = ?',
  unsettle: 'UPDATE command SET settled = 0 WHERE id = ? AND settled = 2',
  setSending: "UPDATE command SET state = 'sending' WHERE id = ? AND state = 'queued'",
  setUnanswered:
    "UPDATE command SET state = 'queued', unsure = max(unsure, ?) WHERE id = ? AND state = 'sending'",
  setNotBefore: 'UPDATE command SET not_before = ? WHERE id = ?',
  accept: `
    UPDATE command SET state = 'accepted', unsure = 0, resend = 0, passed = 0, receipt = ?, feed_seq = ?,
      answered_at = ?
    WHERE id = ?`,
  refuse: `
    UPDATE command SET state = 'refused', unsure = 0, resend = 0, refusal = ?, answered_at = ? WHERE id = ?`,
  /** What waits for a refused one, directly or through others, is refused with it. */
  refuseFollowers: `
    WITH RECURSIVE fallen (id) AS (
      SELECT id FROM command WHERE state = 'refused'
      UNION SELECT command.id FROM command JOIN fallen ON fallen.id = after_id WHERE ${UNANSWERED})
    UPDATE command SET state = 'refused', unsure = 0, refusal = 'after_refused', answered_at = ?
    WHERE ${UNANSWERED} AND id IN (SELECT id FROM fallen)
    RETURNING complaint_id`,
  pass: `
    UPDATE command SET passed = 1 WHERE state = 'accepted' AND passed = 0 AND resend = 0 AND feed_seq <= ?
    RETURNING complaint_id`,
  unpass:
    "UPDATE command SET passed = 0 WHERE state = 'accepted' AND passed = 1 AND feed_seq > ? AND answered_at >= ?",
  resend: "UPDATE command SET resend = 1 WHERE state = 'accepted' AND answered_at >= ?",
} as const;
