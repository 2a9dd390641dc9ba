import type * as z from 'zod';
import type { manySubmitted, previewed } from '#shared/contract/desk-writing.ts';
import type { CommandBody } from '#shared/domain/command.ts';
import { trackingIdOf } from '#shared/domain/complaint.ts';
import type { Desk } from './desk.ts';
import { changed, keep, prepare, UNDO_MS } from './writing.ts';

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
  changed(desk, [...done.keys()]);
  desk.engine.send({ type: 'wake', at: heldUntil });
  // Without a connection nothing else would tell that the time of undo is over.
  desk.clock.alarm(heldUntil, () => desk.hub.publish(['queue', 'case', 'outbox'], [...done.keys()]));
  return { ids: [...done.values()], heldUntil: new Date(heldUntil).toISOString() };
}

/** Undo of all of them at once: those that surely never reached the centre. They said nothing that would be a draft. */
export function withdrawMany(desk: Desk, ids: readonly string[]): { readonly withdrawn: number } {
  const { journal } = desk.reports;
  const touched: string[] = [];
  journal.write(() => {
    for (const id of ids) {
      const stored = journal.commands.get(id);
      if (stored === null || stored.state !== 'queued' || stored.unsure) continue;
      const { complaintId } = stored.command;
      journal.commands.remove(id);
      journal.log(desk.clock.now(), { event: 'withdrawn', complaintId, commandId: id });
      touched.push(complaintId);
    }
  });
  changed(desk, touched);
  return { withdrawn: touched.length };
}
