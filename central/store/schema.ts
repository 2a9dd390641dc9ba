import type { Generated } from 'kysely';
import type { BroughtCommand } from '#shared/contract/central/central.ts';
import type { Reference } from '#shared/contract/schemas.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { AttachmentType } from '#shared/domain/complaint/attachment.ts';
import type { Author, TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import type { Role } from '#shared/domain/people/roles.ts';

/**
 * The tables of the central service as code sees them: their columns are snake_case in PostgreSQL and
 * camelCase here, by Kysely's plugin. Instants are ISO strings, bigint is a number.
 */
export type Tables = {
  /** One row. */
  service: {
    onlyRow: Generated<boolean>;
    /** Names this history. */
    epoch: string;
    /** Signs the cursors given out in it. */
    cursorKey: Buffer;
    /** Which database it was last served from. */
    databaseIdentity: Generated<string | null>;
    /** Where receipts were last moved to by a new history, and when; a copy of it says the same. */
    receiptsFrom: Generated<number>;
    receiptsSince: Generated<string>;
  };
  /** All before the one of now, and those that only others remember. */
  endedEpochs: { epoch: string };
  agencies: {
    id: string;
    name: string;
    /** The name without case and spacing, for recognising it in an export. */
    nameKey: string;
    /** What it says to a reporter needs the approval of somebody who did not write it. */
    approval: Generated<boolean>;
  };
  officers: { id: string; name: string; role: Role; agencyId: string | null; createdAt: string };
  tokens: {
    hash: Buffer;
    officerId: string;
    /** The PC's name. */
    device: string;
    createdAt: string;
    revokedAt: string | null;
    /** To the hour; null: never since it enrolled. */
    lastUsedAt: string | null;
    /** May bring what an office did alone. */
    joining: Generated<boolean>;
  };
  enrolmentCodes: {
    hash: Buffer;
    agencyId: string;
    role: Role;
    name: string | null;
    createdAt: string;
    expiresAt: string;
    usedBy: string | null;
    /** For a further device of this officer; null: for somebody new. */
    officerId: string | null;
    /** For an office that hands over what it did alone. */
    joining: Generated<boolean>;
  };
  complaints: ComplaintRow;
  timelineEntries: TimelineEntryTable;
  readMarks: { complaintId: string; officerId: string; agencyId: string; revision: number };
  feeds: { agencyId: string; seq: number };
  feedItems: FeedItemTable;
  referenceData: ReferenceTable;
  commandResults: CommandResultTable;
  /** On complaints that no import has named yet. */
  waitingCommands: WaitingCommandTable;
  audit: {
    id: Generated<number>;
    at: string;
    officerId: string | null;
    action: string;
    subject: string;
    detail: Record<string, unknown>;
  };
  laporMemory: LaporMemory;
  attachments: AttachmentTable;
  /** A chunk of a file from `firstByte` on. */
  attachmentChunks: { attachmentId: string; firstByte: number; bytes: Buffer };
  /** A file of an entry, under the name that the entry gives it. */
  entryAttachments: {
    complaintId: string;
    entryId: string;
    position: number;
    attachmentId: string;
    name: string;
  };
  /** What a device (by the hash of its token) has open. */
  presence: { device: Buffer; officerId: string; agencyId: string; complaintId: string; until: string };
  /** `agencyId` null: of every agency. */
  templates: { id: string; agencyId: string | null; name: string; nameKey: string; text: string };
};

/** An entry with its author in columns of their own; its files are rows. */
export type TimelineEntryTable = Omit<TimelineEntry, 'author' | 'attachments'> & {
  /** Order of writing within a complaint. */
  position: Generated<number>;
  complaintId: string;
  authorOfficerId: Author['officerId'];
  authorName: Author['name'];
  authorRole: Author['role'];
  authorAgencyId: Author['agencyId'];
};

export type FeedItemTable = {
  agencyId: string;
  seq: number;
  kind: 'upsert' | 'removal' | 'reference';
  complaintId: string | null;
  reference: ReferenceTable['name'] | null;
  /** Another one each time the item is written: its part of the feed's digest. 1 to 2³² − 1. */
  mark: number;
};

export type ReferenceTable = { name: Reference['name']; value: unknown };

export type CommandResultTable = {
  id: string;
  officerId: string;
  complaintId: string;
  kind: string;
  outcome: 'accepted' | 'refused';
  code: RefusalCode | null;
  receipt: string | null;
  feedSeq: number | null;
  at: string;
  /** SHA-256 of what an office that joins said under this id; null: it came the usual way. */
  brought: Buffer | null;
};

export type WaitingCommandTable = {
  position: Generated<number>;
  id: string;
  complaintId: string;
  officerId: string;
  cameAt: string;
  /** Length of `brought`. */
  bytes: number;
  brought: BroughtCommand;
};

export type AttachmentTable = {
  /** Of this upload; the bytes are known by `sha256`. */
  id: string;
  sha256: string;
  /** Whose upload it is. */
  agencyId: string;
  officerId: string;
  name: string;
  /** By content; null until the whole file was checked. */
  type: AttachmentType | null;
  size: number;
  /** Bytes here, from the first on. */
  received: Generated<number>;
  /** `duplicate`: the agency had these bytes. `rejected`: not as announced, or of a kind not taken. */
  state: Generated<'receiving' | 'whole' | 'duplicate' | 'rejected'>;
  /** It came once with other bytes than announced, and was begun anew. */
  damaged: Generated<boolean>;
  /** The request that may append; null: none. */
  writer: string | null;
  createdAt: string;
  /** The last byte, or the end of the check. */
  changedAt: string;
};
