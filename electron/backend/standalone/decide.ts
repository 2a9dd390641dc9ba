import type { CommandResult } from '#shared/contract/central/central.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import { applyOfficeCommand } from '#shared/domain/commands/apply-office-command.ts';
import type { Command } from '#shared/domain/commands/command.ts';
import { isOfficeCommand } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import { complaintOfRow, rowOf } from '#shared/domain/complaint/row.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import type { PlacedComplaint, StandaloneComplaint } from '../store/journal/standalone-table.ts';

/** A complaint of a standalone office, as its officer may see it. */
export function standaloneComplaint(
  { row, timeline, readBy }: StandaloneComplaint,
  { agency }: Officer,
): Complaint {
  const name = row.agencyId === agency?.id ? (agency?.name ?? null) : null;
  return complaintOfRow({ ...row, agencyName: name }, timeline, readBy);
}

/**
 * Decides a command where there is no central service, by the same function; to be called within a
 * transaction. An entry is found again under the id of its command, so deciding a command twice changes
 * nothing.
 */
export function decide(
  { standalone, commands }: Pick<JournalStore, 'standalone' | 'commands'>,
  officer: Officer,
  command: Command,
  at: string,
): CommandResult {
  const subject = command.complaintId ?? '';
  const placed = standalone.get(subject);
  const written = placed?.report.timeline.find(({ id }) => id === command.id);
  if (placed !== null && written !== undefined) {
    return accepted(command.id, written.receipt ?? '', placed.seq, written.at);
  }
  const current = placed === null ? null : standaloneComplaint(placed.report, officer);
  const refuse = (code: RefusalCode): CommandResult => ({
    outcome: 'refused',
    id: command.id,
    code,
    current: current === null || current.agency === null ? null : current,
  });
  if (command.after !== null && commands.get(command.after)?.state === 'refused')
    return refuse('after_refused');
  if (isOfficeCommand(command)) {
    const changed = applyOfficeCommand(standalone.names().templates, command, officer);
    if (!changed.ok) return refuse(changed.code);
    standalone.setNames({ templates: changed.templates });
    return accepted(command.id, standalone.nextReceipt(dayOf(at)), standalone.head(), at);
  }
  const complaint = current ?? (command.kind === 'record' ? unrecorded(subject) : null);
  if (complaint === null) return refuse('unknown_complaint');
  const trial = applyCommand(complaint, command, { officer, at, receipt: null });
  if (!trial.ok) return refuse(trial.code);
  const receipt = standalone.nextReceipt(dayOf(at));
  const applied = applyCommand(complaint, command, { officer, at, receipt });
  if (!applied.ok) throw new Error(`the domain changed its mind: ${applied.code}`);
  const seq = standalone.put(keptAs(applied.complaint, placed));
  return accepted(command.id, receipt, seq, at);
}

/** The name of an anonymous reporter is not in what the officer sees, and stays where it is. */
function keptAs(complaint: Complaint, before: PlacedComplaint | null): StandaloneComplaint {
  const { timeline, readBy } = complaint;
  const row = rowOf(complaint);
  if (before === null) return { row, timeline, readBy, lapor: null };
  const { lapor } = before.report;
  return { row: { ...row, reporterName: before.report.row.reporterName }, timeline, readBy, lapor };
}

function accepted(id: string, receipt: string, feedSeq: number, at: string): CommandResult {
  return { outcome: 'accepted', id, receipt, feedSeq, at };
}
