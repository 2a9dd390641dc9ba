import type { Generated } from 'kysely';
import type { Reference } from '#shared/contract/schemas.ts';
import type { CommandKind } from '#shared/domain/commands/registry.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { AttachmentType } from '#shared/domain/complaint/attachment.ts';
import type { EntryKind } from '#shared/domain/complaint/entry.ts';
import type { EntryDetail } from '#shared/domain/complaint/entry-detail.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import type { Role } from '#shared/domain/people/roles.ts';

/**
 * The tables of the central service as code sees them: their columns are snake_case in PostgreSQL and
 * camelCase here, by Kysely's plugin. Instants are ISO strings, bigint is a number.
 */
export type Tables = {
  service: ServiceTable;
  agencies: AgencyTable;
  officers: OfficerTable;
  tokens: TokenTable;
  enrolmentCodes: EnrolmentCodeTable;
  complaints: ComplaintRow;
  timelineEntries: TimelineEntryTable;
  readMarks: ReadMarkTable;
  feeds: FeedTable;
  feedItems: FeedItemTable;
  referenceData: ReferenceTable;
  commandResults: CommandResultTable;
  audit: AuditTable;
  laporMemory: LaporMemory;
  attachments: AttachmentTable;
  attachmentChunks: AttachmentChunkTable;
  entryAttachments: EntryAttachmentTable;
  presence: PresenceTable;
  templates: TemplateTable;
};

/**
 * One row. `epoch`: names this history; `cursorKey`: signs the cursors given out in it; `databaseIdentity`:
 * which database it was last served from.
 */
export type ServiceTable = {
  onlyRow: Generated<boolean>;
  epoch: string;
  cursorKey: Buffer;
  databaseIdentity: Generated<string | null>;
};

/**
 * `nameKey`: the name without case and spacing, for recognising it in an export. `approval`: what it says to
 * a reporter needs the approval of somebody who did not write it.
 */
export type AgencyTable = { id: string; name: string; nameKey: string; approval: Generated<boolean> };

export type OfficerTable = {
  id: string;
  name: string;
  role: Role;
  agencyId: string | null;
  createdAt: string;
};

export type TokenTable = {
  hash: Buffer;
  officerId: string;
  device: string;
  createdAt: string;
  revokedAt: string | null;
};

export type EnrolmentCodeTable = {
  hash: Buffer;
  agencyId: string;
  role: Role;
  name: string | null;
  createdAt: string;
  expiresAt: string;
  usedBy: string | null;
  /** For a further device of this officer; null: for somebody new. */
  officerId: string | null;
};

export type TimelineEntryTable = {
  /** Order of writing within a complaint. */
  position: Generated<number>;
  id: string;
  complaintId: string;
  kind: EntryKind;
  at: string;
  revision: number;
  authorOfficerId: string | null;
  authorName: string;
  authorRole: Role | 'reporter' | 'system';
  authorAgencyId: string | null;
  text: string;
  visibility: 'public' | 'agency';
  receipt: string | null;
  detail: EntryDetail | null;
};

export type ReadMarkTable = {
  complaintId: string;
  officerId: string;
  agencyId: string;
  revision: number;
};

export type FeedTable = { agencyId: string; seq: number };

export type FeedItemTable = {
  agencyId: string;
  seq: number;
  kind: 'upsert' | 'removal' | 'reference';
  complaintId: string | null;
  reference: ReferenceTable['name'] | null;
};

export type ReferenceTable = { name: Reference['name']; value: unknown };

export type CommandResultTable = {
  id: string;
  officerId: string;
  complaintId: string;
  kind: CommandKind | string;
  outcome: 'accepted' | 'refused';
  code: RefusalCode | null;
  receipt: string | null;
  feedSeq: number | null;
  at: string;
};

export type AuditTable = {
  id: Generated<number>;
  at: string;
  officerId: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
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

/** A chunk of a file from `firstByte` on. */
export type AttachmentChunkTable = { attachmentId: string; firstByte: number; bytes: Buffer };

/** A file of an entry, under the name that the entry gives it. */
export type EntryAttachmentTable = {
  complaintId: string;
  entryId: string;
  position: number;
  attachmentId: string;
  name: string;
};

/** What a device (by the hash of its token) has open. */
export type PresenceTable = {
  device: Buffer;
  officerId: string;
  agencyId: string;
  complaintId: string;
  until: string;
};

/** `agencyId` null: of every agency. `nameKey`: the name without case and spacing. */
export type TemplateTable = {
  id: string;
  agencyId: string | null;
  name: string;
  nameKey: string;
  text: string;
};
