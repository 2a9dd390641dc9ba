import type * as z from 'zod';
import type { JointPreview, jointAnswers, jointSubmitted, jointText } from '#shared/contract/window/joint.ts';
import { type JointReading, readingOf } from '#shared/domain/answers/joint-answer.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { sentAs } from '#shared/domain/commands/proposing.ts';
import { type Complaint, trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { ProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import { nearestDue } from '#shared/domain/deadlines/clocks.ts';
import { clocksOrNone } from '../projection/queue-facts.ts';
import { inJournal, keep, prepare, UNDO_MS } from './commands.ts';
import { type BackendContext, centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

/**
 * What each reporter would read of one answer, or why it may not go to that complaint. Nothing is written.
 */
export function previewJoint(
  context: BackendContext,
  { as, text, complaints }: z.infer<typeof jointText>,
): JointPreview {
  return complaints.map(({ id, revision }) => {
    const known = context.stores.cache.complaints.get(id)?.complaint;
    const reading = known === undefined ? NO_READING : read(context, known, as, text);
    // What the complaint allows is told before anything is written.
    const prepared = prepare(context, id, said(context, as, reading.text.trim() || '…'), revision, []);
    return {
      id,
      trackingId: known?.trackingId ?? trackingIdOf(id) ?? '',
      title: known?.title ?? '',
      revision: known?.revision ?? null,
      code: prepared.ok ? null : prepared.code,
      ...reading,
    };
  });
}

/**
 * Sends all answers or none, each as a command of its own; the draft is put aside in the same transaction.
 */
export function submitJoint(
  context: BackendContext,
  { draftId, as, answers }: z.infer<typeof jointAnswers>,
): z.infer<typeof jointSubmitted> {
  const { journal } = context.stores;
  if (journal.drafts.get(draftId) === null) return { outcome: 'gone' };
  const attachments = journal.attachments.sentWith(draftId);
  const prepared = answers.map(({ complaintId, revision, text }) => ({
    complaintId,
    answer: prepare(context, complaintId, said(context, as, text), revision, attachments),
  }));
  const refused = prepared.filter(({ answer }) => !answer.ok).map(({ complaintId }) => complaintId);
  if (refused.length > 0) return { outcome: 'refused', refused };
  const now = context.clock.now();
  const heldUntil = now + UNDO_MS;
  const ids: string[] = [];
  journal.write(() => {
    journal.attachments.dropUnfinished(draftId);
    for (const { answer } of prepared) {
      if (!answer.ok) continue;
      keep(context, answer.command, answer.trunk, heldUntil);
      journal.attachments.copy(draftId, answer.command.id, context.newId);
      ids.push(answer.command.id);
    }
    journal.drafts.remove(draftId, now);
  });
  inJournal(
    context,
    prepared.map(({ complaintId }) => complaintId),
    heldUntil,
  );
  return { outcome: 'kept', ids, heldUntil: new Date(heldUntil).toISOString() };
}

function said(context: BackendContext, as: ProposalKind, text: string): CommandBody {
  return sentAs({ kind: as, payload: { text } }, context.stores.officer());
}

/** Of a complaint that is not known here. */
const NO_READING: JointReading = { text: '', checks: [], personal: [] };

function read(context: BackendContext, trunk: Complaint, as: ProposalKind, text: string): JointReading {
  const { basis, officer, visible: project } = context.stores;
  const complaint = project(trunk);
  const dueDay = nearestDue(clocksOrNone(complaint, basis()))?.dueDay ?? null;
  return readingOf(
    complaint,
    { as, text },
    officer(),
    dayOfMs(centralNow(context)),
    basis().calendar,
    dueDay,
  );
}

export function jointHandlers(os: WindowApi['command'], context: BackendContext) {
  return {
    previewJoint: os.previewJoint.handler(({ input }) => previewJoint(context, input)),
    submitJoint: os.submitJoint.handler(({ input }) => submitJoint(context, input)),
  };
}
