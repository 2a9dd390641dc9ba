import type * as z from 'zod';
import type { manySubmitted, previewed, withdrawnMany } from '#shared/contract/window/writing.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { Desk } from './context.ts';
import { draftOf, restoreJoint } from './drafts.ts';
import { changed, inJournal, keep, prepare, UNDO_MS } from './writing.ts';

/** What a command would do to each of several reports, in their order: done, or the reason why not. Nothing is written. */
export function previewMany(
  desk: Desk,
  complaintIds: readonly string[],
  body: CommandBody,
): z.infer<typeof previewed> {
  return complaintIds.map((id) => {
    const prepared = prepare(desk, id, body, null, []);
    const known = desk.reports.cache.complaints.get(id)?.complaint;
    const trackingId = known?.trackingId ?? trackingIdOf(id) ?? '';
    return { id, trackingId, title: known?.title ?? '', code: prepared.ok ? null : prepared.code };
  });
}

/** The same command for each report that allows it, all in one transaction; each goes to the centre and is followed by itself. */
export function submitMany(
  desk: Desk,
  complaintIds: readonly string[],
  body: CommandBody,
): z.infer<typeof manySubmitted> {
  const { journal } = desk.reports;
  const heldUntil = desk.clock.now() + UNDO_MS;
  const done = new Map<string, string>();
  journal.write(() => {
    for (const complaintId of new Set(complaintIds)) {
      const prepared = prepare(desk, complaintId, body, null, []);
      if (!prepared.ok) continue;
      keep(desk, prepared.command, prepared.trunk, heldUntil);
      done.set(complaintId, prepared.command.id);
    }
  });
  inJournal(desk, [...done.keys()], heldUntil);
  return { ids: [...done.values()], heldUntil: new Date(heldUntil).toISOString() };
}

/**
 * Undo of all of them at once: those that surely never reached the centre. What they said, if it was written as one, is the
 * draft `draftId` again, for their reports alone.
 */
export function withdrawMany(
  desk: Desk,
  ids: readonly string[],
  draftId?: string,
): z.infer<typeof withdrawnMany> {
  const { journal } = desk.reports;
  const touched: string[] = [];
  journal.write(() => {
    for (const id of ids) {
      const stored = journal.commands.get(id);
      if (stored === null || stored.state !== 'queued' || stored.unsure) continue;
      const { subject: complaintId } = stored;
      journal.commands.remove(id);
      journal.log(desk.clock.now(), { event: 'withdrawn', complaintId, commandId: id });
      touched.push(complaintId);
    }
    if (draftId !== undefined && touched.length > 0) restoreJoint(journal, draftId, touched);
  });
  changed(desk, touched);
  const draft = draftId === undefined ? null : journal.drafts.get(draftId);
  return { withdrawn: touched.length, ...(draft === null ? {} : { draft: draftOf(journal, draft) }) };
}
