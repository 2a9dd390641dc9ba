import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';

/**
 * What the officer sees: what the central service said with the officer's own pending commands applied, in
 * the order of composing. A command that the domain no longer allows is left out: the central service will
 * decide it.
 */
export function projectComplaint(
  trunk: Complaint,
  pending: readonly Pick<StoredCommand, 'command' | 'answeredAt' | 'receipt'>[],
  officer: Officer,
): Complaint {
  return pending.reduce((complaint, { command, answeredAt, receipt }) => {
    // The feed brought the effect already; only the mark that it did is missing.
    if (complaint.timeline.some((entry) => entry.id === command.id)) return complaint;
    const applied = applyCommand(complaint, command, {
      officer,
      at: answeredAt ?? command.composedAt,
      receipt,
    });
    return applied.ok ? applied.complaint : complaint;
  }, trunk);
}
