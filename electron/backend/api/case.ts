import type { CaseView } from '#shared/contract/window/window.ts';
import type { OutboxItem } from '#shared/contract/window/writing.ts';
import { isSilent } from '#shared/domain/commands/command.ts';
import type { Desk } from './context.ts';
import { deliveryOf, outboxItemOf } from './delivery.ts';
import { draftOf } from './drafts.ts';
import { fileStates } from './files.ts';

/** A report as the officer sees it, with the fate of their own commands; null: not known here. */
export function caseView(desk: Desk, id: string): CaseView | null {
  const { cache, journal } = desk.reports;
  const cached = cache.complaints.get(id);
  if (cached === null) return null;
  const own = journal.commands.of(id).filter(({ command, settled }) => !isSilent(command.kind) && !settled);
  const now = desk.clock.now();
  const complaint = desk.reports.visible(cached.complaint);
  return {
    // The contract's arrays are mutable, the domain's are not; nobody writes to this copy.
    complaint: complaint as CaseView['complaint'],
    ours: cached.ours,
    deliveries: Object.fromEntries(own.map((stored) => [stored.command.id, deliveryOf(stored, now)])),
    drafts: journal.drafts.of(id).map((draft) => draftOf(journal, draft)),
    at: new Date(now).toISOString(),
    viewers: desk.presence.viewers(id),
    files: fileStates(desk, complaint),
  };
}

const DELIVERED_SHOWN_MS = 7 * 86_400_000;
const MOST_SHOWN = 500;

/** Undelivered and refused commands, then those delivered in the last seven days. */
export function outbox({ reports, clock }: Desk): OutboxItem[] {
  const now = clock.now();
  const since = new Date(now - DELIVERED_SHOWN_MS).toISOString();
  return reports.journal.commands.outbox(since, MOST_SHOWN).map((stored) => outboxItemOf(stored, now));
}
