import type { Generated } from 'kysely';
import type { Reference } from '#shared/contract/schemas.ts';
import type { CommandKind } from '#shared/domain/commands/registry.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { AttachmentType } from '#shared/domain/complaint/attachment.ts';
import type { EntryKind } from '#shared/domain/complaint/entry.ts';
import type { EntryDetail } from '#shared/domain/complaint/entry-detail.ts';
import type { Role } from '#shared/domain/people/roles.ts';
import type { LaporMemory, ReportRow } from '../../lapor/complaint-row.ts';

/** The tables of the central service as code sees them. Instants are ISO strings, bigint is a number. */
export type Tables = {
  service: ServiceTable;
  agencies: AgencyTable;
  officers: OfficerTable;
  tokens: TokenTable;
  enrolment_codes: EnrolmentCodeTable;
  complaints: ComplaintTable;
  timeline_entries: TimelineEntryTable;
  read_marks: ReadMarkTable;
  feeds: FeedTable;
  feed_items: FeedItemTable;
  reference_data: ReferenceTable;
  command_results: CommandResultTable;
  audit: AuditTable;
  lapor_memory: LaporMemoryTable;
  attachments: AttachmentTable;
  attachment_chunks: AttachmentChunkTable;
  entry_attachments: EntryAttachmentTable;
  presence: PresenceTable;
  templates: TemplateTable;
};

/**
 * One row. `epoch`: names this history; `cursor_key`: signs the cursors given out in it; `database_identity`: which
 * database it was last served from.
 */
export type ServiceTable = {
  only_row: Generated<boolean>;
  epoch: string;
  cursor_key: Buffer;
  database_identity: Generated<string | null>;
};

/**
 * `name_key`: the name without case and spacing, for recognising it in an export. `approval`: what it says to a reporter
 * needs the approval of somebody who did not write it.
 */
export type AgencyTable = { id: string; name: string; name_key: string; approval: Generated<boolean> };

export type OfficerTable = {
  id: string;
  name: string;
  role: Role;
  agency_id: string | null;
  created_at: string;
};

export type TokenTable = {
  hash: Buffer;
  officer_id: string;
  device: string;
  created_at: string;
  revoked_at: string | null;
};

export type EnrolmentCodeTable = {
  hash: Buffer;
  agency_id: string;
  role: Role;
  name: string | null;
  created_at: string;
  expires_at: string;
  used_by: string | null;
  /** For a further device of this officer; null: for somebody new. */
  officer_id: string | null;
};

export type ComplaintTable = ReportRow;

export type TimelineEntryTable = {
  /** Order of writing within a report. */
  position: Generated<number>;
  id: string;
  complaint_id: string;
  kind: EntryKind;
  at: string;
  revision: number;
  author_officer_id: string | null;
  author_name: string;
  author_role: Role | 'reporter' | 'system';
  author_agency_id: string | null;
  text: string;
  visibility: 'public' | 'agency';
  receipt: string | null;
  detail: EntryDetail | null;
};

export type ReadMarkTable = {
  complaint_id: string;
  officer_id: string;
  agency_id: string;
  revision: number;
  /** The report's revision that this mark made: the order of marks. */
};

export type FeedTable = { agency_id: string; seq: number };

export type FeedItemTable = {
  agency_id: string;
  seq: number;
  kind: 'upsert' | 'removal' | 'reference';
  complaint_id: string | null;
  reference: ReferenceTable['name'] | null;
};

export type ReferenceTable = { name: Reference['name']; value: unknown };

export type CommandResultTable = {
  id: string;
  officer_id: string;
  complaint_id: string;
  kind: CommandKind | string;
  outcome: 'accepted' | 'refused';
  code: RefusalCode | null;
  receipt: string | null;
  feed_seq: number | null;
  at: string;
};

export type AuditTable = {
  id: Generated<number>;
  at: string;
  officer_id: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

export type LaporMemoryTable = LaporMemory;

export type AttachmentTable = {
  /** Of this upload; the bytes are known by `sha256`. */
  id: string;
  sha256: string;
  /** Whose upload it is. */
  agency_id: string;
  officer_id: string;
  name: string;
  /** By content; null until the whole file was checked. */
  type: AttachmentType | null;
  size: number;
  /** Bytes here, from the first on. */
  received: Generated<number>;
  /** `duplicate`: the OPD had these bytes already. `rejected`: not what was announced, or of a kind that is not taken. */
  state: Generated<'receiving' | 'whole' | 'duplicate' | 'rejected'>;
  /** It came once with other bytes than announced, and was begun anew. */
  damaged: Generated<boolean>;
  /** The request that may append; null: none. */
  writer: string | null;
  created_at: string;
  /** The last byte, or the end of the check. */
  changed_at: string;
};

/** A piece of a file from `first_byte` on. */
export type AttachmentChunkTable = { attachment_id: string; first_byte: number; bytes: Buffer };

/** A file of an entry, under the name that the entry gives it. */
export type EntryAttachmentTable = {
  complaint_id: string;
  entry_id: string;
  position: number;
  attachment_id: string;
  name: string;
};

/** What a device (by the hash of its token) has open. */
export type PresenceTable = {
  device: Buffer;
  officer_id: string;
  agency_id: string;
  complaint_id: string;
  until: string;
};

/** `agency_id` null: of every OPD. `name_key`: the name without case and spacing. */
export type TemplateTable = {
  id: string;
  agency_id: string | null;
  name: string;
  name_key: string;
  text: string;
};
