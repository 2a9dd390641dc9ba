import * as z from 'zod';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '../domain/attachment.ts';
import { COMMAND_KINDS, REFUSAL_CODES } from '../domain/command.ts';
import { CLASSIFICATIONS, ENTRY_KINDS } from '../domain/complaint.ts';
import { RULE_LIMITS, RULE_SUBJECTS } from '../domain/deadline-rules.ts';
import { ROLES } from '../domain/roles.ts';

/**
 * The domain's data as schemas, for both contracts. Objects that travel from the centre are loose: a field
 * that this version does not know is kept, not refused.
 */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instant = z.iso.datetime({ offset: true });
const text = z.string();

export const agency = z.looseObject({ id: text, name: text });

export const officer = z.looseObject({
  id: text,
  name: text,
  role: z.enum(ROLES),
  agency: agency.nullable(),
});

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const attachment = z.looseObject({
  sha256,
  name: text,
  type: z.enum(ATTACHMENT_TYPES),
  size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
});

export const timelineEntry = z.looseObject({
  id: text,
  kind: z.enum(ENTRY_KINDS),
  at: text,
  revision: z.int(),
  author: z.looseObject({
    officerId: text.nullable(),
    name: text,
    role: z.enum([...ROLES, 'reporter', 'system']),
    agencyId: text.nullable(),
  }),
  text,
  /** Since version 2. */
  attachments: z.array(attachment).default([]),
  visibility: z.enum(['public', 'agency']),
  receipt: text.nullable(),
});

export const complaint = z.looseObject({
  id: text,
  trackingId: z.string().regex(/^\d{1,15}$/),
  revision: z.int(),
  title: text,
  originalText: text,
  finalText: text,
  classification: z.enum(CLASSIFICATIONS),
  oversight: z.boolean(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  reporterName: text.nullable(),
  categoryId: text.nullable(),
  categoryPath: z.array(text),
  parentAgency: text.nullable(),
  agency: agency.nullable(),
  rawStatus: text,
  statusReason: text.nullable(),
  province: text.nullable(),
  regency: text.nullable(),
  district: text.nullable(),
  village: text.nullable(),
  channel: text,
  rating: z.number().nullable(),
  receivedAt: text,
  dispositionedAt: text.nullable(),
  timeline: z.array(timelineEntry),
  readBy: z.array(z.looseObject({ officerId: text, revision: z.int() })),
  extra: z.record(text, text),
});

const envelope = {
  id: z.uuid(),
  complaintId: text,
  trunkRevision: z.int().min(0),
  after: z.uuid().nullable(),
  attachments: z.array(attachment),
  composedAt: instant,
};

/** What a command says, without its envelope. */
export const commandBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('follow_up'), payload: z.object({ text }) }),
  z.object({ kind: z.literal('internal_note'), payload: z.object({ text }) }),
  z.object({
    kind: z.literal('return'),
    payload: z.object({ reason: text, suggestedAgency: text.nullable() }),
  }),
  z.object({ kind: z.literal('mark_read'), payload: z.object({}) }),
]);

export const command = z.discriminatedUnion('kind', [
  z.looseObject({ ...envelope, ...commandBody.options[0].shape }),
  z.looseObject({ ...envelope, ...commandBody.options[1].shape }),
  z.looseObject({ ...envelope, ...commandBody.options[2].shape }),
  z.looseObject({ ...envelope, ...commandBody.options[3].shape }),
]);

/**
 * A command that this version cannot read: from a newer client, or with a damaged body. Its envelope is enough to
 * refuse it alone, and not the whole request.
 */
export const unreadableCommand = z.looseObject({ ...envelope, kind: text, payload: z.unknown() });

export const commandKind = z.enum(COMMAND_KINDS);
/** A later service may have reasons that this version does not know: the text is kept all the same. */
export const refusalCode = z.enum(REFUSAL_CODES).catch('other');

export const deadlineRule = z.looseObject({
  id: text,
  limit: z.enum(RULE_LIMITS),
  subject: z.enum(RULE_SUBJECTS),
  workingDays: z.int().min(1).max(1000),
  startEvent: z.enum(['received', 'dispositioned', 'followed_up']),
  validFrom: day,
  strength: z.enum(['sure', 'practice']),
  source: text,
});

export const holidayTable = z.looseObject({
  version: z.int(),
  years: z.array(
    z.looseObject({
      year: z.int(),
      source: text,
      holidays: z.array(z.looseObject({ day, name: text, collectiveLeave: z.boolean() })),
    }),
  ),
});

/** Data that every office needs and the centre keeps: replaced whole, by name. */
export const reference = z.discriminatedUnion('name', [
  z.looseObject({ name: z.literal('holidays'), value: holidayTable }),
  z.looseObject({ name: z.literal('rules'), value: z.array(deadlineRule) }),
  z.looseObject({ name: z.literal('agencies'), value: z.array(agency) }),
]);
export type Reference = z.infer<typeof reference>;
