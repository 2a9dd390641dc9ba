import { isSilent } from '#shared/domain/commands/command.ts';
import { type BackendContext, isoNow } from './context.ts';
import { draftOf } from './drafts.ts';
import { fileStates } from './files.ts';
import type { WindowApi } from './implement.ts';
import { deliveryOf } from './outbox.ts';

export function caseHandlers(os: WindowApi['case'], context: BackendContext) {
  const { cache, journal, presence, clock } = context;
  return {
    get: os.get.handler(({ input: { id } }) => {
      const cached = cache.complaints.get(id);
      if (cached === null) return null;
      const own = journal.commands
        .of(id)
        .filter((stored) => !isSilent(stored.command.kind) && !stored.settled);
      const complaint = context.project(cached.complaint);
      return {
        complaint,
        ours: cached.ours,
        deliveries: Object.fromEntries(
          own.map((stored) => [stored.command.id, deliveryOf(stored, clock.now())]),
        ),
        drafts: journal.drafts.of(id).map((draft) => draftOf(journal, draft)),
        at: isoNow(context),
        viewers: presence.viewers(id),
        files: fileStates(context, complaint),
      };
    }),
  };
}
