import type { DeliveryState } from '#shared/contract/window/outbox.ts';
import { type Command, isOfficeKind } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { UploadProgress } from './attachment-table.ts';

/** A command as the journal keeps it. Times are ms since 1970. */
export type StoredCommand = {
  readonly command: Command;
  /** What the command is about (`subjectOf`): commands about one thing keep their order. */
  readonly subject: string;
  readonly trackingId: string;
  readonly title: string;
  readonly state: 'queued' | 'sending' | 'accepted' | 'refused';
  /** An attempt to send was made and its answer lost: it stays so until the central service has answered. */
  readonly unsure: boolean;
  /** Not sent before; until then it can be undone. */
  readonly heldUntil: number | null;
  /** The central service asked for patience, or the command was set aside. */
  readonly notBefore: number;
  /** No answer comes to it while others are answered: it is tried again in a request of its own. */
  readonly aside: boolean;
  readonly receipt: string | null;
  readonly answeredAt: string | null;
  readonly refusal: RefusalCode | null;
  /** A refused command that the officer took off the list: it became another text, or was thrown away. */
  readonly settled: boolean;
  /** Bytes of its files that the central service has; null when it need not wait for any. */
  readonly upload: UploadProgress | null;
};

type CommandColumns = Omit<Command, 'kind' | 'payload' | 'attachments' | 'complaintId'> &
  Omit<StoredCommand, 'command' | 'upload' | 'unsure' | 'aside' | 'settled'>;
/** A row of `command`: `payload` is JSON, flags are numbers. */
export type CommandRow = CommandColumns & {
  readonly kind: Command['kind'];
  readonly payload: string;
  readonly unsure: number;
  readonly aside: number;
  readonly settled: number;
};

export function storedOf(
  row: CommandRow,
  attachments: readonly Attachment[],
  upload: UploadProgress | null,
): StoredCommand {
  const { id, kind, payload, trunkRevision, after, composedAt, ...rest } = row;
  const complaintId = isOfficeKind(kind) ? null : row.subject;
  const envelope = { id, complaintId, trunkRevision, after, attachments, composedAt };
  return {
    ...rest,
    // It was checked when it was composed, and each page of the journal proves that it is as it was written.
    command: { ...envelope, kind, payload: JSON.parse(payload) } as Command,
    unsure: row.unsure === 1,
    aside: row.aside === 1,
    settled: row.settled !== 0,
    upload,
  };
}

/** Where a command is, as the officer is told it at `now`. */
export function deliveryStateOf(stored: StoredCommand, now: number): DeliveryState {
  if (stored.state !== 'queued') return stored.state;
  if (stored.aside) return 'aside';
  if (stored.unsure) return 'unsure';
  return stored.heldUntil !== null && stored.heldUntil > now ? 'held' : 'queued';
}
