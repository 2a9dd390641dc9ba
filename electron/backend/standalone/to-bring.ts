import type { BroughtCommand } from '#shared/contract/central/central.ts';
import { bodyOfEntry } from '#shared/domain/commands/body-of-entry.ts';
import type { ComplaintBody, ComplaintCommand } from '#shared/domain/commands/command.ts';
import { isUnread } from '#shared/domain/complaint/complaint.ts';
import type { Stores } from '../projection/stores.ts';
import type { PlacedComplaint } from '../store/journal/standalone-table.ts';
import { standaloneComplaint } from './decide.ts';

/** A command of the standalone time, as it is handed over and as the outbox would name it. */
export type ToBring = {
  readonly brought: BroughtCommand & { readonly command: ComplaintCommand };
  readonly trackingId: string;
  readonly title: string;
};

/**
 * What the officer did to a complaint, read back from its timeline: each command under its own id, with the
 * time at which it was decided. What others did is not theirs to hand over.
 * @param at ISO instant
 */
export function commandsToBring(
  { report: kept }: PlacedComplaint,
  { officer }: Stores,
  { newId, at }: { readonly newId: () => string; readonly at: string },
): readonly ToBring[] {
  const { id: officerId } = officer();
  const complaint = standaloneComplaint(kept, officer());
  const { id: complaintId, trackingId, title } = complaint;
  const envelope = { complaintId, trunkRevision: 0, after: null };
  const bring = (
    body: ComplaintBody,
    own: Pick<ComplaintCommand, 'id' | 'composedAt' | 'attachments'>,
    receipt: string | null,
  ): ToBring => {
    const command: ComplaintCommand = { ...envelope, ...own, ...body };
    return { brought: { command, receipt, laporStatus: kept.lapor?.rawStatus ?? null }, trackingId, title };
  };
  const written = complaint.timeline.flatMap((entry) => {
    const body = entry.author.officerId === officerId ? bodyOfEntry(complaint, entry) : null;
    if (body === null) return [];
    const { id, at: composedAt, attachments } = entry;
    return [bring(body, { id, composedAt, attachments }, entry.receipt)];
  });
  if (complaint.agency === null || isUnread(complaint, officerId)) return written;
  const mark = { id: newId(), composedAt: at, attachments: [] };
  return [...written, bring({ kind: 'mark_read', payload: {} }, mark, null)];
}

/**
 * A file that the central service does not take, or of which a damaged disk has taken bytes, cannot be
 * brought: the text with it must not wait for ever.
 */
export function withoutRefused(one: ToBring, { files }: Stores['journal']): ToBring {
  const { command } = one.brought;
  const attachments = command.attachments.filter(({ sha256 }) => files.held(sha256) !== null);
  return { ...one, brought: { ...one.brought, command: { ...command, attachments } } };
}
