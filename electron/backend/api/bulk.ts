import type * as z from 'zod';
import type { manySubmitted, previewed, withdrawnMany } from '#shared/contract/window/bulk.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import { changed, inJournal, keep, prepare, UNDO_MS } from './commands.ts';
import type { BackendContext } from './context.ts';
import { draftOf, restoreJoint } from './drafts.ts';
import type { WindowApi } from './implement.ts';

/** What a command would do to each of several complaints, in their order: nothing is written. */
export function previewMany(
  context: BackendContext,
  complaintIds: readonly string[],
  body: CommandBody,
): z.infer<typeof previewed> {
  return complaintIds.map((id) => {
    const prepared = prepare(context, id, body, null, []);
    const known = context.stores.cache.complaints.get(id)?.complaint;
    const trackingId = known?.trackingId ?? trackingIdOf(id) ?? '';
    return { id, trackingId, title: known?.title ?? '', code: prepared.ok ? null : prepared.code };
  });
}

/**
 * The same command for each complaint that allows it, in one transaction; each goes its own way from there.
 */
export function submitMany(
  context: BackendContext,
  complaintIds: readonly string[],
  body: CommandBody,
): z.infer<typeof manySubmitted> {
  const { journal } = context.stores;
  const heldUntil = context.clock.now() + UNDO_MS;
  const done = new Map<string, string>();
  journal.write(() => {
    for (const complaintId of new Set(complaintIds)) {
      const prepared = prepare(context, complaintId, body, null, []);
      if (!prepared.ok) continue;
      keep(context, prepared.command, prepared.trunk, heldUntil);
      done.set(complaintId, prepared.command.id);
    }
  });
  inJournal(context, [...done.keys()], heldUntil);
  return { ids: [...done.values()], heldUntil: new Date(heldUntil).toISOString() };
}

/**
 * Undo of several commands at once: of those that surely never reached the central service. If they were
 * written as one answer, it is the draft `draftId` again, for their complaints alone.
 */
export function withdrawMany(
  context: BackendContext,
  ids: readonly string[],
  draftId?: string,
): z.infer<typeof withdrawnMany> {
  const { journal } = context.stores;
  const touched: string[] = [];
  journal.write(() => {
    for (const id of ids) {
      const stored = journal.commands.get(id);
      if (stored === null || stored.state !== 'queued' || stored.unsure) continue;
      const { subject: complaintId } = stored;
      journal.commands.remove(id);
      journal.log(context.clock.now(), { event: 'withdrawn', complaintId, commandId: id });
      touched.push(complaintId);
    }
    if (draftId !== undefined && touched.length > 0) restoreJoint(journal, draftId, touched);
  });
  changed(context, touched);
  const draft = draftId === undefined ? null : journal.drafts.get(draftId);
  return { withdrawn: touched.length, ...(draft === null ? {} : { draft: draftOf(journal, draft) }) };
}

export function bulkHandlers(os: WindowApi['command'], context: BackendContext) {
  return {
    previewMany: os.previewMany.handler(({ input }) => previewMany(context, input.complaintIds, input.body)),
    submitMany: os.submitMany.handler(({ input }) => submitMany(context, input.complaintIds, input.body)),
    withdrawMany: os.withdrawMany.handler(({ input }) => withdrawMany(context, input.ids, input.draftId)),
  };
}
