import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import { changed, composed, isUnsent, keep, prepare, UNDO_MS } from './commands.ts';
import type { BackendContext } from './context.ts';
import { draftOf, restoreJoint } from './drafts.ts';
import type { WindowApi } from './implement.ts';

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
    submitMany: os.submitMany.handler(({ input: { complaintIds, body } }) => {
      const heldUntil = clock.now() + UNDO_MS;
      const done = new Map<string, string>();
      journal.write(() => {
        for (const complaintId of new Set(complaintIds)) {
          const prepared = prepare(context, complaintId, body, null, []);
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
      return { withdrawn: unsent.length, ...(draft === null ? {} : { draft: draftOf(journal, draft) }) };
    }),
  };
}
