import * as z from 'zod';
import { COMMAND_KINDS, REFUSAL_CODES } from '../domain/commands/command.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '../domain/complaint/attachment.ts';
import { CLASSIFICATIONS } from '../domain/complaint/classification.ts';
import { ENTRY_KINDS } from '../domain/complaint/complaint.ts';
import { PRIORITIES, PROPOSAL_KINDS } from '../domain/complaint/entry-detail.ts';
import { INTAKE_CHANNELS, PLATFORMS } from '../domain/complaint/recorded.ts';
import { RULE_LIMITS, RULE_SUBJECTS, STOPS } from '../domain/deadlines/deadline-rules.ts';
import { PAUSE_CAUSES } from '../domain/deadlines/pauses.ts';
import { ROLES } from '../domain/people/roles.ts';

/**
 * The domain's data as schemas, for both contracts. Objects that travel from the centre are loose: a field
 * that this version does not know is kept, not refused.
 */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instant = z.iso.datetime({ offset: true });
const text = z.string();

export const agency = z.looseObject({ id: text, name: text, approval: z.boolean().optional() });

export const officer = z.looseObject({
  id: text,
  name: text,
  role: z.enum(ROLES),
  agency: agency.nullable(),
});

export const colleague = z.looseObject({ id: text, name: text, role: z.enum(ROLES) });

/** `everywhere`: of every OPD, not only of the one whose feed it is. */
export const officeTemplate = z.looseObject({ id: text, name: text, text, everywhere: z.boolean() });

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const attachment = z.looseObject({
  sha256,
  name: text,
  type: z.enum(ATTACHMENT_TYPES),
  size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
});

export const assignee = z.looseObject({ officerId: text.nullable(), name: text });

const recordedReporter = z.object({ name: text, phone: text, email: text });
const recordedSource = z.object({
  platform: z.enum(PLATFORMS).nullable(),
  author: text,
  link: text,
  at: text,
});

/** What an officer records of a complaint that came beside LAPOR!; the domain says whether it can be sent. */
export const recorded = z.object({
  title: text,
  classification: z.enum(CLASSIFICATIONS),
  channel: z.enum(INTAKE_CHANNELS),
  district: text,
  village: text,
  location: text,
  receivedAt: text,
  ours: z.boolean(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  reporter: recordedReporter,
  source: recordedSource,
});

export const entryDetail = z.looseObject({
  about: text.optional(),
  approvedBy: z.looseObject({ officerId: text, name: text }).optional(),
  edited: z.boolean().optional(),
  proposes: z.enum(PROPOSAL_KINDS).optional(),
  assignee: assignee.optional(),
  until: day.nullable().optional(),
  duplicateOf: text.nullable().optional(),
  priority: z.enum(PRIORITIES).optional(),
  labels: z.looseObject({ add: z.array(text), remove: z.array(text) }).optional(),
  plannedDay: day.nullable().optional(),
  trackingId: text.optional(),
  mentions: z.array(text).optional(),
  alone: z.boolean().optional(),
  recorded: z.looseObject({ reporter: recordedReporter, source: recordedSource }).optional(),
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
  attachments: z.array(attachment),
  visibility: z.enum(['public', 'agency']),
  receipt: text.nullable(),
  detail: entryDetail.nullable(),
});

export const complaint = z.looseObject({
  id: text,
  /** The number in LAPOR!, or the receipt ("K-20931") of a complaint that an office recorded; empty while it has none. */
  trackingId: z.string().regex(/^(\d{1,15}|K-\d{1,15})?$/),
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
  returns: z.int(),
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

const said = z.object({ text });

/** What a command says, without its envelope. */
const bodies = [
  z.object({ kind: z.literal('follow_up'), payload: said }),
  z.object({ kind: z.literal('ask_reporter'), payload: said }),
  z.object({
    kind: z.literal('internal_note'),
    payload: z.object({ text, mentions: z.array(text).max(50).readonly().optional() }),
  }),
  z.object({ kind: z.literal('forward'), payload: z.object({ to: assignee, text }) }),
  z.object({ kind: z.literal('take_back'), payload: said }),
  z.object({
    kind: z.literal('return'),
    payload: z.object({ reason: text, suggestedAgency: text.nullable() }),
  }),
  z.object({ kind: z.literal('postpone'), payload: z.object({ reason: text, until: day.nullable() }) }),
  z.object({ kind: z.literal('finish'), payload: said }),
  z.object({
    kind: z.literal('propose_archive'),
    payload: z.object({ reason: text, duplicateOf: text.nullable() }),
  }),
  z.object({ kind: z.literal('set_priority'), payload: z.object({ priority: z.enum(PRIORITIES) }) }),
  z.object({
    kind: z.literal('set_labels'),
    payload: z.object({ add: z.array(text).readonly(), remove: z.array(text).readonly() }),
  }),
  z.object({ kind: z.literal('plan'), payload: z.object({ day: day.nullable() }) }),
  z.object({ kind: z.literal('snooze'), payload: z.object({ until: day.nullable() }) }),
  z.object({ kind: z.literal('link'), payload: z.object({ trackingId: text }) }),
  z.object({ kind: z.literal('propose'), payload: z.object({ as: z.enum(PROPOSAL_KINDS), text }) }),
  z.object({ kind: z.literal('approve'), payload: z.object({ entryId: text, text }) }),
  z.object({ kind: z.literal('send_back'), payload: z.object({ entryId: text, text }) }),
  z.object({ kind: z.literal('publish'), payload: z.object({ entryId: text }) }),
  z.object({ kind: z.literal('mark_read'), payload: z.object({}) }),
  z.object({ kind: z.literal('record'), payload: z.object({ report: recorded, text }) }),
  z.object({ kind: z.literal('share_template'), payload: z.object({ name: text, text }) }),
  z.object({ kind: z.literal('withdraw_template'), payload: z.object({ name: text }) }),
] as const;

export const commandBody = z.discriminatedUnion('kind', bodies);

/** Of an answer to several reports. `revision`: of the report when the officer began to write; null: not known. */
const jointAnswer = z.object({
  as: z.enum(PROPOSAL_KINDS),
  reports: z.array(z.object({ id: text, revision: z.int().nullable() })).readonly(),
});

/** Of a draft: what its command will say besides the words, as far as it is chosen. */
export const choices = z
  .object({
    suggestedAgency: text.nullable(),
    mentions: z.array(text).readonly(),
    to: assignee,
    until: day.nullable(),
    duplicateOf: text.nullable(),
    entryId: text,
    report: recorded,
    joint: jointAnswer,
  })
  .partial();

export const command = z.intersection(z.looseObject(envelope), commandBody);

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
  /** A later service may have causes that this version does not know: its clocks are then the stricter ones. */
  stoppedBy: z.enum(STOPS).optional().catch(undefined),
  pausedBy: z.array(z.enum(PAUSE_CAUSES)).optional().catch(undefined),
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
  /** The officers of the OPD whose feed it is. */
  z.looseObject({ name: z.literal('colleagues'), value: z.array(colleague) }),
  /** The templates of the OPD whose feed it is, and those of every OPD. */
  z.looseObject({ name: z.literal('templates'), value: z.array(officeTemplate) }),
]);
export type Reference = z.infer<typeof reference>;
