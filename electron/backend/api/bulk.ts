import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { changed, composed, isUnsent, keep, prepare, UNDO_MS } from './commands.ts';
import type { BackendContext } from './context.ts';
import { draftOf, restoreJoint } from './drafts.ts';
import type { WindowApi } from './implement.ts';

/** What was kept of these commands when they were asked for before; null: nothing was. */
export function keptBefore({ commands }: JournalStore, ids: readonly string[]) {
  const there = ids.flatMap((id) => commands.get(id) ?? []);
  const [first] = there;
  if (first === undefined) return null;
  const heldUntil = new Date(first.heldUntil ?? 0).toISOString();
  return { ids: there.map(({ command }) => command.id), heldUntil };
}

export function bulkHandlers(os: WindowApi['command'], context: BackendContext) {
  const { cache, journal, clock } = context;
  return {
    /** What a command would do to each of several complaints, in their order: nothing is written. */
    previewMany: os.previewMany.handler(({ input: { complaintIds, body } }) =>
      complaintIds.map((id) => {
        const prepared = prepare(context, id, body, null, []);
        const { trackingId = trackingIdOf(id) ?? '', title = '' } = cache.complaints.get(id)?.complaint ?? {};
        return { id, trackingId, title, code: prepared.ok ? null : prepared.code };
      }),
    ),
    /** One command for each complaint that allows it, in one transaction; each then goes its own way. */
    submitMany: os.submitMany.handler(({ input: { complaintIds, body, ids = [] } }) => {
      const before = keptBefore(journal, ids);
      if (before !== null) return before;
      const heldUntil = clock.now() + UNDO_MS;
      const done = new Map<string, string>();
      journal.write(() => {
        for (const [place, complaintId] of complaintIds.entries()) {
          if (done.has(complaintId)) continue;
          const prepared = prepare(context, complaintId, body, null, [], ids[place]);
          if (!prepared.ok) continue;
          keep(context, prepared, heldUntil);
          done.set(complaintId, prepared.command.id);
        }
      });
      composed(context, [...done.keys()], heldUntil);
      return { ids: [...done.values()], heldUntil: new Date(heldUntil).toISOString() };
    }),
    /** Undo of those that surely never left. Written as one answer, they are its draft `draftId` again. */
    withdrawMany: os.withdrawMany.handler(({ input: { ids, draftId } }) => {
      const { commands, drafts } = journal;
      const unsent = [...new Set(ids)].map((id) => commands.get(id)).filter(isUnsent);
      // The window has lost the answer and asks again.
      const before = ids.filter(
        (id) => commands.get(id) === null && journal.logged(id, 'withdrawn') !== null,
      );
      const complaintIds = unsent.map(({ subject }) => subject);
      journal.write(() => {
        for (const { command, subject } of unsent) {
          commands.remove(command.id);
          const event = { event: 'withdrawn', complaintId: subject, commandId: command.id } as const;
          journal.log(clock.now(), event);
        }
        if (draftId !== undefined && unsent.length > 0) restoreJoint(journal, draftId, complaintIds);
      });
      changed(context, complaintIds);
      const draft = draftId === undefined ? null : drafts.get(draftId);
      return {
        withdrawn: unsent.length || before.length,
        ...(draft === null ? {} : { draft: draftOf(journal, draft) }),
      };
    }),
  };
}
