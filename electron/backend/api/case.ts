import type { CaseView } from '#shared/contract/window/case.ts';
import { isSilent } from '#shared/domain/commands/command.ts';
import type { BackendContext } from './context.ts';
import { draftOf } from './drafts.ts';
import { fileStates } from './files.ts';
import type { WindowApi } from './implement.ts';
import { deliveryOf } from './outbox.ts';

/** A complaint as the officer sees it, with the fate of their own commands; null: not known here. */
export function caseView(context: BackendContext, id: string): CaseView | null {
  const { cache, journal } = context.stores;
  const cached = cache.complaints.get(id);
  if (cached === null) return null;
  const own = journal.commands.of(id).filter(({ command, settled }) => !isSilent(command.kind) && !settled);
  const now = context.clock.now();
  const complaint = context.stores.visible(cached.complaint);
  return {
    complaint,
    ours: cached.ours,
    deliveries: Object.fromEntries(own.map((stored) => [stored.command.id, deliveryOf(stored, now)])),
    drafts: journal.drafts.of(id).map((draft) => draftOf(journal, draft)),
    at: new Date(now).toISOString(),
    viewers: context.presence.viewers(id),
    files: fileStates(context, complaint),
  };
}

export function caseHandlers(os: WindowApi['case'], context: BackendContext) {
  return { get: os.get.handler(({ input }) => caseView(context, input.id)) };
}
