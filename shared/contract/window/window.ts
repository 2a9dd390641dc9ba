import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { holidayTable } from '../../domain/calendar/working-days.ts';
import { commandBody, draftKind } from '../../domain/commands/command.ts';
import { draftChoices } from '../../domain/commands/draft-choices.ts';
import { officeTemplate } from '../../domain/commands/spec/office-templates.ts';
import { sha256 } from '../../domain/complaint/attachment.ts';
import { complaint } from '../../domain/complaint/fields.ts';
import { deadlineRule } from '../../domain/deadlines/deadline-rules.ts';
import { agency, colleague } from '../../domain/people/roles.ts';
import { day, instant, list } from '../../domain/schema.ts';
import { VALUE_FIELDS } from '../../domain/text/search-query.ts';
import { movedDeadlines } from './deadlines.ts';
import { jointAnswers, jointPreview, jointSubmitted, jointText } from './joint.ts';
import {
  LIST_ORDERS,
  linkedReport,
  pastAnswer,
  QUEUE_VIEWS,
  queuePage,
  searchAnswer,
  similarReport,
} from './queue.ts';
import { enrolled, NOTICE_CODES, session } from './session.ts';
import { exportLaid } from './standalone.ts';
import { ownTemplates, template } from './templates.ts';
import { morning, savedViews, viewCount } from './views.ts';
import {
  attached,
  backToDraft,
  begun,
  delivery,
  draft,
  draftAttachment,
  fileState,
  listedDraft,
  MOST_TOGETHER,
  manySubmitted,
  outboxItem,
  PIECE_BYTES,
  piece,
  previewed,
  submitted,
  withdrawnMany,
} from './writing.ts';

/** A report as the officer sees it: what the centre said, with their own pending commands applied. */
export const caseView = z.object({
  complaint,
  /** False: it has left the OPD's queue; shown from what is still known. */
  ours: z.boolean(),
  /** The officer's own commands by id (= timeline entry id), refused ones too. */
  deliveries: z.record(z.string(), delivery),
  /** All of them at `at`. */
  drafts: z.array(draft),
  /** When it was so, by the clock of the drafts' `updatedAt`. */
  at: z.string(),
  /** Names of colleagues who have the report open right now. */
  viewers: z.array(z.string()),
  /** Of each file in the timeline, by its SHA-256. */
  files: z.record(z.string(), fileState),
});
export type CaseView = z.infer<typeof caseView>;

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
  /** The centre no longer serves this version: what is written still leaves, nothing new comes in. */
  outdated: z.boolean(),
  /** Bytes of files on their way up; null when none are. */
  upload: z.object({ sent: z.int(), total: z.int() }).nullable(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

export const settings = z.object({
  language: z.enum(['id', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** `auto`: files of open reports are fetched ahead; `on_demand`: the link costs by the byte. */
  downloads: z.enum(['auto', 'on_demand']),
});
export type Settings = z.infer<typeof settings>;

/** What happened between this computer and the centre. No texts, no names: it can be shown to a technician. */
export const SYNC_EVENTS = [
  'enrolled',
  'composed',
  'withdrawn',
  'accepted',
  'refused',
  'reopened',
  'resent',
  'discarded',
  'history_changed',
  'online',
  /** `detail`: why, by code. */
  'offline',
  'sign_in_needed',
  'outdated',
  'synced',
  'uploaded',
  'upload_refused',
  'cache_rebuilt',
] as const;
export const syncEvent = z.object({
  at: z.string(),
  event: z.enum(SYNC_EVENTS),
  /** A receipt, a code, a kind or a number of bytes. */
  detail: z.string().nullable(),
  trackingId: z.string().nullable(),
});
export type SyncEvent = z.infer<typeof syncEvent>;

/** What may have changed; a screen that shows it asks again. */
export const deskEvent = z.object({
  topics: z.array(z.enum(['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings', 'log'])),
  /** The reports concerned; null: possibly all. */
  complaintIds: z.array(z.string()).nullable(),
});
export type DeskEvent = z.infer<typeof deskEvent>;

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

const many = z.object({
  complaintIds: z.array(z.string()).min(1).max(MOST_TOGETHER),
  body: commandBody,
});

/** How the export writes the officer's own OPD, where it writes it otherwise; null: as before. */
const ourNames = z.array(z.string().max(300)).max(20).nullable();

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
  /** Working without a central service. */
  alone: {
    /** Begins it. `ok: false`: somebody works here already. */
    begin: writing
      .input(z.object({ name: z.string().min(1).max(200), agency: z.string().min(1).max(200) }))
      .output(z.object({ ok: z.boolean() })),
    /** An export of LAPOR! comes in pieces; it stays in memory. `ok: false`: too large. */
    beginExport: oc.input(z.object({ size: z.int().min(0) })).output(z.object({ ok: z.boolean() })),
    appendExport: oc.input(z.object({ offset: z.int().min(0), bytes: piece })).output(z.object({})),
    previewExport: oc.input(z.object({ ours: ourNames })).output(exportLaid),
    /** All good rows in one transaction. */
    applyExport: writing.input(z.object({ ours: ourNames })).output(exportLaid),
    /** Asks a central service for access; then the office's reports are brought there. */
    join: writing
      .input(z.object({ centralUrl: z.url(), code: z.string().min(1), name: z.string().max(200) }))
      .output(enrolled),
    /** The office goes on alone, and nothing is lost. */
    cancelJoin: writing.output(z.object({})),
  },
  reference: {
    get: oc.output(
      z.object({
        holidays: holidayTable,
        rules: list(deadlineRule),
        agencies: list(agency),
        /** The officers of the own OPD. */
        colleagues: list(colleague),
        today: day,
      }),
    ),
  },
  deadlines: {
    /** What new holidays or rules have moved last; null: nothing yet. */
    moved: oc.output(movedDeadlines.nullable()),
    /** The days of a span on which this computer had no connection, as far as its log goes. */
    offlineDays: oc.input(z.object({ from: day, to: day })).output(z.array(day)),
  },
  queue: {
    page: oc
      .input(
        z.object({ view: z.enum(QUEUE_VIEWS), after: z.string().nullable(), limit: z.int().min(1).max(200) }),
      )
      .output(queuePage),
    counts: oc.output(z.record(z.enum([...QUEUE_VIEWS, 'outbox', 'attention']), z.int())),
    /** Values in use that the typed words begin, the most frequent first: offered while a filter is typed. */
    filterValues: oc
      .input(z.object({ field: z.enum(VALUE_FIELDS), typed: z.string().max(200) }))
      .output(z.array(z.string())),
    /** Words and filters: see `parseSearch`. Without an order words give the newest first, filters alone the nearest due day. */
    search: oc
      .input(
        z.object({
          text: z.string().max(200),
          limit: z.int().min(1).max(200),
          order: z.enum(LIST_ORDERS).optional(),
        }),
      )
      .output(searchAnswer),
  },
  case: {
    get: oc.input(z.object({ id: z.string() })).output(caseView.nullable()),
  },
  /** The first look of the day. */
  morning: {
    get: oc.output(morning),
    /** The officer looks at the window: it does not come by itself again today, and what comes later is new. */
    seen: writing.output(z.object({})),
  },
  /** The officer's own views: searches kept under a name. */
  views: {
    list: oc.output(savedViews),
    /** All of them, in their order: what is left out is gone. */
    save: writing.input(savedViews).output(z.object({})),
    counts: oc.output(z.record(z.string(), viewCount)),
  },
  /** Reports of the queue within three months about the same matter at the same place, the likeliest first, ten at most. */
  similar: {
    of: oc.input(z.object({ id: z.string() })).output(z.array(similarReport)),
    /** Reports of the queue that were linked to this one: its group. */
    group: oc.input(z.object({ id: z.string() })).output(z.array(linkedReport)),
    /** What the own OPD answered to such reports, five at most; also of those that only speak of the same. */
    answers: oc.input(z.object({ id: z.string() })).output(z.array(pastAnswer)),
    /** To a text that is no report yet; `exceptId`: a report that is not to be among them. */
    toText: oc
      .input(
        z.object({
          title: z.string().max(1_000),
          text: z.string().max(50_000),
          district: z.string().nullable(),
          village: z.string().nullable(),
          at: instant,
          categoryPath: z.array(z.string()),
          exceptId: z.string().nullable().default(null),
        }),
      )
      .output(z.array(similarReport)),
  },
  draft: {
    /**
     * Without `id`: the last written draft of this kind on the report, else a new one. Without text, files and
     * choices it is removed.
     */
    save: writing
      .input(
        z.object({
          id: z.uuid().optional(),
          complaintId: z.string(),
          kind: draftKind,
          text: z.string(),
          choices: draftChoices.default({}),
        }),
      )
      .output(z.object({ id: z.string(), updatedAt: z.string() })),
    /** Everything that is begun, the last written first. */
    list: oc.output(z.array(listedDraft)),
    /** Thrown away by the officer; `restore` brings it back. */
    remove: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
    restore: writing.input(z.object({ id: z.string() })).output(backToDraft),
    /** The officer has read what colleagues answered up to this revision, and writes on. */
    rebase: writing
      .input(z.object({ id: z.string(), trunkRevision: z.int() }))
      .output(z.object({ ok: z.boolean() })),
  },
  /** The officer's own templates, on this computer. */
  template: {
    list: oc.output(ownTemplates),
    /** Those of the whole OPD and of every OPD, as the centre last sent them. */
    office: oc.output(z.array(officeTemplate)),
    /** Without `id` a new one. `ok: false`: there are too many. */
    save: writing.input(template.partial({ id: true })).output(z.object({ ok: z.boolean() })),
    remove: writing.input(z.object({ id: z.string() })).output(z.object({})),
  },
  attachment: {
    /** Begins to take a file into a draft, which is made when it does not exist. `reducedFrom`: this is a smaller copy of that one. */
    begin: writing
      .input(
        z.object({
          draftId: z.uuid(),
          complaintId: z.string(),
          kind: draftKind,
          name: z.string().max(1_000),
          size: z.int().min(0),
          reducedFrom: z.string().nullable(),
        }),
      )
      .output(begun),
    /** The next piece, at `offset` bytes; the same piece again changes nothing. */
    append: writing
      .input(z.object({ id: z.string(), offset: z.int().min(0), bytes: piece }))
      .output(z.object({ received: z.int() })),
    /** All bytes are here: looks at the content, takes the position out of a photo, makes the name safe. */
    finish: writing.input(z.object({ id: z.string() })).output(attached),
    /** Which of the two is sent, where a smaller copy was made. */
    choose: writing
      .input(z.object({ id: z.string(), original: z.boolean() }))
      .output(draftAttachment.nullable()),
    remove: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
    restore: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
    /** Bytes of a file that is on this computer, the officer's own or a fetched one; null: it is not here. */
    read: oc
      .input(z.object({ sha256, offset: z.int().min(0), length: z.int().min(1).max(PIECE_BYTES) }))
      .output(z.object({ bytes: piece, size: z.int() }).nullable()),
    /** Fetches a file of the report from the centre now; its state is in the report. */
    fetch: writing.input(z.object({ complaintId: z.string(), sha256 })).output(z.object({})),
  },
  command: {
    /**
     * Durable when it answers; the draft becomes the command, with its files, in the same transaction. Without `draftId`: the
     * last written draft of this kind on the report.
     */
    submit: writing
      .input(
        z.object({ complaintId: z.string().nullable(), body: commandBody, draftId: z.string().optional() }),
      )
      .output(submitted),
    /** What a command would do to each of these reports; nothing is written. */
    previewMany: oc.input(many).output(previewed),
    /** Durable when it answers: one command for each report that allows it, in one transaction. */
    submitMany: writing.input(many).output(manySubmitted),
    /** What each reporter would read of one answer, and what speaks against sending it; nothing is written. */
    previewJoint: oc.input(jointText).output(jointPreview),
    /** Durable when it answers: a command for each of these reports, all of them or none, in one transaction. */
    submitJoint: writing.input(jointAnswers).output(jointSubmitted),
    /**
     * Undo of all of them at once, as far as they have not left the journal. `draftId`: they were written as one; it is a draft
     * again, for those that came back.
     */
    withdrawMany: writing
      .input(z.object({ ids: z.array(z.string()).max(MOST_TOGETHER), draftId: z.string().optional() }))
      .output(withdrawnMany),
    /** Undo: takes back a command that has not left the journal; it is a draft of its own again, with its files. */
    withdraw: writing.input(z.object({ id: z.string() })).output(backToDraft),
    /** A refused command becomes a draft of the same report and leaves the list. */
    reopen: writing.input(z.object({ id: z.string() })).output(backToDraft),
    /**
     * "Kirim juga": a refused text goes out as it is, on top of everything up to `trunkRevision`, which the officer has read.
     * What was refused only because it followed it goes along.
     */
    resend: writing.input(z.object({ id: z.string(), trunkRevision: z.int() })).output(submitted),
    /** "Buang": the officer wants nothing more of a refused text. It leaves the list; `restore` brings it back. */
    discard: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
    restore: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
  },
  outbox: {
    /** Undelivered and refused first, then the delivered ones of the last days; newest first. */
    list: oc.output(z.array(outboxItem)),
  },
  presence: {
    /** The report that the officer looks at, for the colleagues' screens; null: none. */
    viewing: oc.input(z.object({ complaintId: z.string().nullable() })).output(z.object({})),
  },
  sync: {
    status: oc.output(syncStatus),
    /** The last 200 events, newest first. */
    log: oc.output(z.array(syncEvent)),
    now: oc.output(z.object({})),
  },
  settings: {
    get: oc.output(settings),
    set: writing.input(settings.partial()).output(settings),
  },
  events: oc.output(eventIterator(deskEvent)),
};

/** What a window is served: the officer's own desk, and beside it one to practise on. */
export const windowContract = { ...deskContract, rehearsal: deskContract };
