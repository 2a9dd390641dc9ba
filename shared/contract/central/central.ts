import { oc } from '@orpc/contract';
import * as z from 'zod';
import { command, unreadableCommand } from '../../domain/commands/command.ts';
import { MAX_ATTACHMENTS, sha256 } from '../../domain/complaint/attachment.ts';
import { complaint } from '../../domain/complaint/fields.ts';
import { officeReceipt } from '../../domain/complaint/recorded.ts';
import { officer } from '../../domain/people/roles.ts';
import { id, isModest, line, oneLine, time } from '../../domain/schema.ts';
import { reference, refusalCode } from '../schemas.ts';

/** Most commands in one request. */
export const MAX_COMMANDS = 100;

/** Most changes in one answer. */
export const MAX_PAGE = 2_000;

/** Longest wait of a `changes` request, ms: proxies end a quiet one after a minute, each costs 700 bytes. */
export const MAX_WAIT_MS = 55_000;

export const commandResult = z.discriminatedUnion('outcome', [
  z.looseObject({
    outcome: z.literal('accepted'),
    id,
    receipt: id,
    /** The place in the agency's feed that holds the effect. */
    feedSeq: z.int(),
    at: time,
    /** Opaque; the newest one goes along with every request, in the header `penghubung-accepted`. */
    proof: z
      .string()
      .max(200)
      .regex(/^[\w.-]*$/)
      .optional(),
  }),
  z.looseObject({
    outcome: z.literal('refused'),
    id,
    code: refusalCode,
    /** The complaint as it stands, where it is still the officer's to see. */
    current: complaint.nullable(),
  }),
  /** Not decided: send it again after `retryAfterMs`. `missing`: files that must be uploaded first. */
  z.looseObject({
    outcome: z.literal('later'),
    id,
    retryAfterMs: z.int(),
    missing: z
      .array(sha256)
      .max(10 * MAX_ATTACHMENTS)
      .default([]),
  }),
]);
export type CommandResult = z.infer<typeof commandResult>;

/**
 * Of an item of the feed: drawn by lot each time it is written, so that two items with one mark say the same.
 * 0: nobody compares.
 */
const mark = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

export const change = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('upsert'), seq: z.int(), mark, complaint }),
  z.looseObject({ type: z.literal('removal'), seq: z.int(), complaintId: id }),
  z.looseObject({ type: z.literal('reference'), seq: z.int(), mark, reference }),
]);
export type Change = z.infer<typeof change>;

/** A change that this version cannot read: nothing is left of it but its place (`isReadable`). */
const unreadableChange = z.object({ seq: z.int() });
export const isReadable = (one: Change): boolean => 'type' in one;

/** A colleague of the same agency has this complaint open right now. */
export const presence = z.looseObject({ officerId: id, name: line, complaintId: id });

/**
 * Tells whether two sides hold the same: how many complaints and kinds of reference data, and the sum of
 * their marks, mod 2³²: against accidents, not against anybody.
 */
export const feedDigest = z.looseObject({ items: z.int(), sum: z.int() });
export type FeedDigest = z.infer<typeof feedDigest>;

export const changesPage = z.looseObject({
  /** Another value than before: the history is not a continuation, pull again from the start. */
  epoch: id,
  /** Opaque; pass it as `after`. */
  cursor: id,
  /** False: the end of the feed was reached. */
  more: z.boolean(),
  serverTime: time,
  changes: z.array(z.union([change, unreadableChange])).max(MAX_PAGE) as unknown as z.ZodType<Change[]>,
  /** Of the whole feed, at its end; null: not reached, or there is no other side. */
  digest: feedDigest.nullable(),
  /** Who else of the agency has which complaint open: all of them, at every answer. */
  presence: z.array(presence).max(10_000),
});
export type ChangesPage = z.infer<typeof changesPage>;

/** Most commands that a joining office hands over in one request. */
export const MAX_BROUGHT = 100;

/** A command as it comes; one of an unknown kind or with a damaged payload is refused alone. */
const sentCommand = z.union([command, unreadableCommand]).refine(isModest, 'too deep or too large');

/**
 * What an office decided alone and brings when it joins. All else that the central service must know of it
 * (who wrote it, when at the earliest, what it does to the complaint) it says itself.
 */
export const broughtCommand = z.looseObject({
  /** Its `composedAt` is the time at which the office decided it. */
  command: sentCommand,
  /** The receipt that the office gave: of a recorded complaint the number that its reporter was told. */
  receipt: officeReceipt.nullable(),
  /** The status in LAPOR! as the office last read it; null: the office recorded the complaint. */
  laporStatus: line.nullable(),
});
export type BroughtCommand = z.infer<typeof broughtCommand>;

export const broughtResult = z.discriminatedUnion('outcome', [
  ...commandResult.options,
  /** The complaint is not known here: it takes effect when an import says that it is the office's. */
  z.looseObject({ outcome: z.literal('waiting'), id }),
]);
export type BroughtResult = z.infer<typeof broughtResult>;

export const me = z.looseObject({ officer, contractVersions: z.array(z.int()).max(10) });

const base = oc.errors({
  UNAUTHORIZED: { status: 401 },
  /** Of joining, without a credential for it. */
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  /** Too much at once of this device or address; `Retry-After` says when there is room. */
  TOO_MANY_REQUESTS: { status: 429 },
  /** Of this address there were too many wrong codes; `Retry-After` says when one is looked at again. */
  TOO_MANY_CODES: { status: 429 },
  /** The client's version is older than those served: it may send, but not read. */
  UPGRADE_REQUIRED: { status: 426 },
});

/** What the kabupaten's central service answers over HTTP; the OpenAPI document comes from here. */
export const centralContract = {
  health: base
    .route({
      method: 'GET',
      path: '/v1/health',
      summary: 'Is the service up, and whose history does it hold?',
    })
    .output(z.looseObject({ ok: z.literal(true), epoch: id, serverTime: time })),

  enrol: base
    .route({ method: 'POST', path: '/v1/enrolments', summary: 'Exchange a one-time code for a token' })
    .input(
      z.looseObject({
        code: z.string().min(1).max(64),
        name: oneLine(200),
        device: oneLine(200),
        /** Of an office that hands over what it did alone: the code must have been made for that. */
        joining: z.boolean().default(false),
      }),
    )
    .output(z.looseObject({ token: id, officer })),

  me: base
    .route({ method: 'GET', path: '/v1/me', summary: 'Who am I, and which contract versions are served?' })
    .output(me),

  changes: base
    .route({ method: 'GET', path: '/v1/changes', summary: "The OPD's feed, in commit order" })
    .input(
      z.object({
        after: id.max(200).default(''),
        limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(500),
        /** ms to hold the request while there is nothing new; the service may answer sooner. */
        wait: z.coerce.number().int().min(0).max(600_000).default(0),
        /** The complaint that the officer has open, while the request is held and a little longer. */
        viewing: oneLine(64).optional(),
      }),
    )
    .output(changesPage),

  commands: base
    .route({ method: 'POST', path: '/v1/commands', summary: 'Decide commands; one result each, in order' })
    .input(
      z.looseObject({
        commands: z.array(sentCommand).min(1).max(MAX_COMMANDS),
      }),
    )
    .output(z.looseObject({ results: z.array(commandResult).max(MAX_COMMANDS) })),

  bring: base
    .route({
      method: 'POST',
      path: '/v1/reports',
      summary:
        'Takes what an office decided alone, by a credential for joining; the same ones again change nothing',
    })
    .input(z.looseObject({ commands: z.array(broughtCommand).min(1).max(MAX_BROUGHT) }))
    .output(z.looseObject({ results: z.array(broughtResult).max(MAX_BROUGHT) })),

  commandResult: base
    .route({ method: 'GET', path: '/v1/commands/{id}', summary: 'The stored result of a command' })
    .input(z.object({ id: z.uuid() }))
    .output(commandResult),
};
