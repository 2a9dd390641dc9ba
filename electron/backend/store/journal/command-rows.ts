import type { DeliveryState } from '#shared/contract/window/writing.ts';
import type { Command, CommandBody } from '#shared/domain/commands/command.ts';
import { commandBody } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/refusal-codes.ts';
import type { CommandKind } from '#shared/domain/commands/registry.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';

/** A command as the journal keeps it. Times are ms since 1970. */
export type StoredCommand = {
  readonly command: Command;
  readonly trackingId: string;
  readonly title: string;
  readonly state: 'queued' | 'sending' | 'accepted' | 'refused';
  /** An attempt was made and its answer lost. */
  readonly unsure: boolean;
  readonly heldUntil: number | null;
  readonly notBefore: number;
  readonly receipt: string | null;
  readonly answeredAt: string | null;
  readonly refusal: RefusalCode | null;
  /** A refused command that the officer took off the list: it became another text, or was thrown away. */
  readonly settled: boolean;
  /** Bytes of its files that the centre has; null when it need not wait for any. */
  readonly upload: { readonly sent: number; readonly total: number } | null;
};

/** What the journal knows of a command beside its row. */
export type CommandFiles = {
  readonly attachments: readonly Attachment[];
  readonly upload: StoredCommand['upload'];
};

export type CommandRow = {
  id: string;
  complaint_id: string;
  kind: CommandKind;
  text: string;
  choices: string;
  trunk_revision: number;
  after_id: string | null;
  composed_at: string;
  tracking_id: string;
  title: string;
  state: StoredCommand['state'];
  unsure: number;
  held_until: number | null;
  not_before: number;
  receipt: string | null;
  answered_at: string | null;
  refusal: RefusalCode | null;
  settled: number;
};

export const COMMAND_COLUMNS = `
  id, complaint_id, kind, text, choices, trunk_revision, after_id, composed_at, tracking_id, title,
  state, unsure, held_until, not_before, receipt, answered_at, refusal, settled`;

export function storedOf(row: CommandRow, { attachments, upload }: CommandFiles): StoredCommand {
  return {
    command: {
      id: row.id,
      complaintId: row.complaint_id,
      trunkRevision: row.trunk_revision,
      after: row.after_id,
      attachments,
      composedAt: row.composed_at,
      ...bodyOf(row),
    },
    trackingId: row.tracking_id,
    title: row.title,
    state: row.state,
    unsure: row.unsure === 1,
    heldUntil: row.held_until,
    notBefore: row.not_before,
    receipt: row.receipt,
    answeredAt: row.answered_at,
    refusal: row.refusal,
    settled: row.settled !== 0,
    upload,
  };
}

/**
 * The words under both names that a payload may have for them; the schema of its kind takes what belongs to
 * it.
 */
function bodyOf({ kind, text, choices }: CommandRow): CommandBody {
  return commandBody.parse({ kind, payload: { ...JSON.parse(choices), text, reason: text } });
}

/** Where a command is, as the officer is told it at `now`. */
export function deliveryStateOf(stored: StoredCommand, now: number): DeliveryState {
  if (stored.state !== 'queued') return stored.state;
  if (stored.unsure) return 'unsure';
  return stored.heldUntil !== null && stored.heldUntil > now ? 'held' : 'queued';
}
