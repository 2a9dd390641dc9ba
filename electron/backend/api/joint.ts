import { type JointReading, readingOf } from '#shared/domain/answers/joint-answer.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { sentAs } from '#shared/domain/commands/proposing.ts';
import { type Complaint, trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { ProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import { clocksOrNone, nearestDue } from '#shared/domain/deadlines/clocks.ts';
import { keptBefore } from './bulk.ts';
import { composed, keep, prepare, UNDO_MS } from './commands.ts';
import { type BackendContext, centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

function bodyOf({ officer }: BackendContext, as: ProposalKind, text: string): CommandBody {
  return sentAs({ kind: as, payload: { text } }, officer());
}

/** Of a complaint that is not known here. */
const NO_READING: JointReading = { text: '', checks: [], personal: [] };

function read(context: BackendContext, trunk: Complaint, as: ProposalKind, text: string): JointReading {
  const complaint = context.project(trunk);
  const basis = context.basis();
  const dueDay = nearestDue(clocksOrNone(complaint, basis))?.dueDay ?? null;
  const today = dayOfMs(centralNow(context));
  return readingOf(complaint, { as, text }, context.officer(), today, basis.calendar, dueDay);
}

export function jointHandlers(os: WindowApi['command'], context: BackendContext) {
  const { cache, clock, journal } = context;
  const { attachments, drafts, write } = journal;
  return {
    /** What each reporter would read of one answer, or why it may not go there. Nothing is written. */
    previewJoint: os.previewJoint.handler(({ input: { as, text, complaints } }) =>
      complaints.map(({ id, revision }) => {
        const known = cache.complaints.get(id)?.complaint;
        const reading = known === undefined ? NO_READING : read(context, known, as, text);
        // What the complaint allows is told before anything is written.
        const prepared = prepare(context, id, bodyOf(context, as, reading.text.trim() || '…'), revision, []);
        return {
          id,
          trackingId: known?.trackingId ?? trackingIdOf(id) ?? '',
          title: known?.title ?? '',
          revision: known?.revision ?? null,
          code: prepared.ok ? null : prepared.code,
          ...reading,
        };
      }),
    ),
    /** Sends all answers or none, each as a command of its own; the draft is put aside in the same step. */
    submitJoint: os.submitJoint.handler(({ input: { draftId, as, answers, ids: asked = [] } }) => {
      const before = keptBefore(journal, asked);
      if (before !== null) return { outcome: 'kept', ...before };
      if (drafts.get(draftId) === null) return { outcome: 'gone' };
      const files = attachments.sentWith(draftId);
      const prepared = answers.map(({ complaintId, revision, text }, place) => ({
        complaintId,
        ...prepare(context, complaintId, bodyOf(context, as, text), revision, files, asked[place]),
      }));
      const refused = prepared.filter(({ ok }) => !ok).map(({ complaintId }) => complaintId);
      if (refused.length > 0) return { outcome: 'refused', refused };
      const built = prepared.filter((answer) => answer.ok);
      const now = clock.now();
      const heldUntil = now + UNDO_MS;
      write(() => {
        attachments.dropUnfinished(draftId);
        for (const answer of built) {
          keep(context, answer, heldUntil);
          attachments.copy(draftId, answer.command.id, context.newId);
        }
        drafts.remove(draftId, now);
      });
      const complaintIds = built.map(({ complaintId }) => complaintId);
      composed(context, complaintIds, heldUntil);
      const ids = built.map(({ command }) => command.id);
      return { outcome: 'kept', ids, heldUntil: new Date(heldUntil).toISOString() };
    }),
  };
}
