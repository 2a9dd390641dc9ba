import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import {
  agency,
  commandBody,
  commandKind,
  complaint,
  day,
  deadlineRule,
  holidayTable,
  officer,
  refusalCode,
} from './schemas.ts';

/** The queue's views that one statement over the cache answers. */
export const QUEUE_VIEWS = [
  'today',
  'late',
  'first_answer',
  'in_process',
  'replied',
  'drafts',
  'done',
  'all',
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const DELIVERY_STATES = ['held', 'queued', 'sending', 'unsure', 'accepted', 'refused'] as const;
/**
 * Where a command is. `held`: within the time of undo; `unsure`: sent, and the answer was lost;
 * `accepted` and `refused` are the centre's word.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const delivery = z.object({
  state: z.enum(DELIVERY_STATES),
  /** While `held`: until when it can be undone. */
  heldUntil: z.string().nullable(),
  receipt: z.string().nullable(),
  code: refusalCode.nullable(),
});
export type Delivery = z.infer<typeof delivery>;

export const queueRow = z.object({
  id: z.string(),
  trackingId: z.string(),
  title: z.string(),
  district: z.string().nullable(),
  /** The last, most precise part of the category path. */
  category: z.string().nullable(),
  rawStatus: z.string(),
  bucket: z.enum(['belum_terverifikasi', 'belum_ditindaklanjuti', 'proses', 'selesai', 'tunda', 'arsip']),
  statusKnown: z.boolean(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  receivedAt: z.string(),
  due: z
    .object({ day, clock: z.enum(['first_answer', 'completion']), estimateYear: z.int().nullable() })
    .nullable(),
  unread: z.boolean(),
  /** The officer's last command on the report that the centre has not answered with "accepted". */
  pending: z.object({ kind: commandKind, state: z.enum(DELIVERY_STATES) }).nullable(),
  hasDraft: z.boolean(),
});
export type QueueRow = z.infer<typeof queueRow>;

const urgency = z.enum(['late', 'soon', 'week', 'later', 'none']);

export const queuePage = z.object({
  rows: z.array(queueRow),
  /** Pass it as `after` for the next page; null at the end. */
  next: z.string().nullable(),
  total: z.int(),
  /** How many rows of the view stand under each heading. */
  groups: z.array(z.object({ urgency, count: z.int() })),
});
export type QueuePage = z.infer<typeof queuePage>;

/** `ranges`: pairs [start, end) in UTF-16 units of `text` to mark. */
const marked = z.object({ text: z.string(), ranges: z.array(z.tuple([z.int(), z.int()])) });
export const searchHit = queueRow.extend({ titleMarks: marked, snippet: marked });
export type SearchHit = z.infer<typeof searchHit>;

export const DRAFT_KINDS = ['follow_up', 'internal_note', 'return'] as const;
export const draft = z.object({
  complaintId: z.string(),
  kind: z.enum(DRAFT_KINDS),
  text: z.string(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof draft>;

/** A report as the officer sees it: what the centre said, with their own pending commands applied. */
export const caseView = z.object({
  complaint,
  /** False: it has left the OPD's queue; shown from what is still known. */
  ours: z.boolean(),
  /** The officer's own commands by id (= timeline entry id), refused ones too. */
  deliveries: z.record(z.string(), delivery),
  drafts: z.array(draft),
});
export type CaseView = z.infer<typeof caseView>;

export const outboxItem = z.object({
  id: z.string(),
  complaintId: z.string(),
  trackingId: z.string(),
  title: z.string(),
  kind: commandKind,
  text: z.string(),
  composedAt: z.string(),
  delivery,
});
export type OutboxItem = z.infer<typeof outboxItem>;

export const NOTICE_CODES = ['journal_repaired', 'journal_restored', 'journal_begun'] as const;
/**
 * What happened to the officer's own work on this computer. The damaged file is kept in every case.
 * `journal_repaired`: everything in it could be read and is there; `journal_restored`: the last copy, with what
 * could be read since; `journal_begun`: there was no copy, only what could be read is there.
 */
export const notice = z.object({ code: z.enum(NOTICE_CODES), at: z.string() });
export type Notice = z.infer<typeof notice>;

export const session = z.object({
  officer: officer.nullable(),
  centralUrl: z.string().nullable(),
  /** Invented data: the window says so. */
  demo: z.boolean(),
  /** To be shown until the officer has acknowledged them; absent when there are none. */
  notices: z.array(notice).optional(),
});
export type Session = z.infer<typeof session>;

/** The connection as it is, never as hoped. */
export const syncStatus = z.object({
  phase: z.enum(['idle', 'pushing', 'pulling', 'transferring', 'waiting']),
  online: z.boolean(),
  signInNeeded: z.boolean(),
  /** Commands without the centre's answer. */
  undelivered: z.int(),
  refused: z.int(),
  /** The last time the journal was empty and the feed at its end. */
  lastSyncedAt: z.string().nullable(),
  /** Reports received so far in the first load; null when it is over. */
  firstLoad: z.int().nullable(),
  /** Difference of this PC's clock to the centre's in ms, when over five minutes. */
  clockOffMs: z.number().nullable(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

export const settings = z.object({
  language: z.enum(['id', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
});
export type Settings = z.infer<typeof settings>;

/** What may have changed; a screen that shows it asks again. */
export const deskEvent = z.object({
  topics: z.array(z.enum(['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings'])),
  /** The reports concerned; null: possibly all. */
  complaintIds: z.array(z.string()).nullable(),
});
export type DeskEvent = z.infer<typeof deskEvent>;

const accepted = z.object({ ok: z.literal(true), id: z.string(), heldUntil: z.string().nullable() });
const refused = z.object({ ok: z.literal(false), code: refusalCode });
/** `ok: false`: the domain already knows it cannot be; nothing was written and the draft stays. */
export const submitted = z.discriminatedUnion('ok', [accepted, refused]);

const ENROL_FAILURES = ['unreachable', 'bad_code', 'not_central', 'other_officer'] as const;
export const enrolled = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), officer }),
  z.object({ ok: z.literal(false), code: z.enum(ENROL_FAILURES) }),
]);

export const STORAGE_PROBLEMS = ['storage_full', 'storage_read_only'] as const;
/**
 * Nothing was written, and what was there before is as it was. `storage_full`: the disk has no room;
 * `storage_read_only`: it takes no change (write protection, rights, a disk that is failing).
 */
export type StorageProblem = (typeof STORAGE_PROBLEMS)[number];
/** HTTP's "insufficient storage". */
export const STORAGE_STATUS = 507;
const writing = oc.errors({
  storage_full: { status: STORAGE_STATUS },
  storage_read_only: { status: STORAGE_STATUS },
});

/** What the window asks of its backend; the same over a message port and a web socket. */
export const deskContract = {
  session: {
    get: oc.output(session),
    enrol: writing
      .input(z.object({ centralUrl: z.url(), code: z.string().min(1), name: z.string().max(200) }))
      .output(enrolled),
    /** The officer has acknowledged a notice. */
    dismissNotice: writing.input(z.object({ code: z.enum(NOTICE_CODES) })).output(z.object({})),
  },
  reference: {
    get: oc.output(
      z.object({
        holidays: holidayTable,
        rules: z.array(deadlineRule),
        agencies: z.array(agency),
        today: day,
      }),
    ),
  },
  queue: {
    page: oc
      .input(
        z.object({ view: z.enum(QUEUE_VIEWS), after: z.string().nullable(), limit: z.int().min(1).max(200) }),
      )
      .output(queuePage),
    counts: oc.output(z.record(z.enum([...QUEUE_VIEWS, 'outbox', 'attention']), z.int())),
    search: oc
      .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(200) }))
      .output(z.object({ hits: z.array(searchHit), more: z.boolean() })),
  },
  case: {
    get: oc.input(z.object({ id: z.string() })).output(caseView.nullable()),
  },
  draft: {
    /** An empty text removes the draft. */
    save: writing
      .input(z.object({ complaintId: z.string(), kind: z.enum(DRAFT_KINDS), text: z.string() }))
      .output(z.object({ updatedAt: z.string() })),
  },
  command: {
    /** Durable when it answers; removes the draft of the same report and kind in the same transaction. */
    submit: writing.input(z.object({ complaintId: z.string(), body: commandBody })).output(submitted),
    /** Undo: takes back a command that has not left the journal and puts its text back as a draft. */
    withdraw: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
    /** A refused command: keep its text as a draft of the same report and take it off the list. */
    reopen: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
  },
  outbox: {
    /** Undelivered and refused first, then the delivered ones of the last days; newest first. */
    list: oc.output(z.array(outboxItem)),
  },
  sync: {
    status: oc.output(syncStatus),
    now: oc.output(z.object({})),
  },
  settings: {
    get: oc.output(settings),
    set: writing.input(settings.partial()).output(settings),
  },
  events: oc.output(eventIterator(deskEvent)),
};
