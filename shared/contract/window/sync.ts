import { oc } from '@orpc/contract';
import * as z from 'zod';
import { id, line, list, time } from '../../domain/schema.ts';
import { STORAGE_PROBLEMS } from './storage.ts';

/**
 * Why there is no connection, where somebody can do something about it. `stranger`: another server answers,
 * such as the sign-in page of a Wi-Fi network. `intercepted`: the certificate is not the central service's.
 * `unknown_authority`: nobody whom this PC knows vouches for it. `certificate_date`: it is out of date by
 * this PC's clock. `proxy_password`: the network's proxy asks for one. There may well be a connection where
 * this PC's disk takes nothing.
 */
const OBSTACLES = [
  'stranger',
  'intercepted',
  'unknown_authority',
  'certificate_date',
  'proxy_password',
  ...STORAGE_PROBLEMS,
] as const;

/** Why work that can wait does wait. `power`: this PC runs on its battery; `quota`: the line is metered. */
const saving = z.enum(['power', 'quota']);
export type Saving = z.infer<typeof saving>;

/** The connection as it is, never as hoped. */
export const syncStatus = z.object({
  phase: z.enum(['idle', 'pushing', 'pulling', 'transferring', 'waiting']),
  online: z.boolean(),
  /** Null while all goes well, or when there is nothing to be done. */
  obstacle: z.enum(OBSTACLES).nullable(),
  /** A network carries what is said to the central service in plain. */
  plainHttp: z.boolean(),
  signInNeeded: z.boolean(),
  /** Commands without the central service's answer. */
  undelivered: z.int(),
  refused: z.int(),
  /** Commands that do not come through while others do, and the complaint of the first; null: none. */
  aside: z.object({ count: z.int(), trackingId: id }).nullable(),
  /** The last time this PC and the central service were the same, and nothing waited here. */
  lastSyncedAt: time.nullable(),
  /** They are not the same, although the end of the feed was reached: all is pulled anew. */
  differs: z.boolean(),
  /** Complaints received so far in the first load; null when it is over. */
  firstLoad: z.int().nullable(),
  /** Difference of this PC's clock to the central service's in ms, when over five minutes. */
  clockOffMs: z.number().nullable(),
  /** The central service no longer serves this version: texts still leave, nothing new comes in. */
  outdated: z.boolean(),
  /** Bytes of files on their way up; null when none are. */
  upload: z.object({ sent: z.int(), total: z.int() }).nullable(),
  /** Files that nobody has asked for wait, and why; null: they come by themselves. */
  saving: saving.nullable(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

/** The sync log. No texts, no names: it can be shown to a technician. */
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
  /** This PC did not hold what the central service holds: all is pulled anew. */
  'differs',
  'online',
  /** `detail`: why, by code. */
  'offline',
  'sign_in_needed',
  'outdated',
  'synced',
  'uploaded',
  'upload_refused',
  'cache_rebuilt',
  /** The disk took nothing of what came. `detail`: why, by code. */
  'not_stored',
] as const;
export const syncEvent = z.object({
  at: time,
  event: z.enum(SYNC_EVENTS),
  /** A receipt, a code, a kind or a number of bytes. */
  detail: line.nullable(),
  trackingId: id.nullable(),
});
export type SyncEvent = z.infer<typeof syncEvent>;

/** A detail that names nobody: a code, a kind, a number of bytes. A receipt or an id does name somebody. */
const CODE = /^(?:[a-z][a-z_]*|\d+)$/;

/** An event for a technician: no tracking id, no name, no receipt, no text. */
export function plainLine({ at, event, detail }: Omit<SyncEvent, 'trackingId'>): string {
  return [at, event, ...(detail !== null && CODE.test(detail) ? [detail] : [])].join(' ');
}

export const syncContract = {
  status: oc.output(syncStatus),
  /** The last 200 events, newest first. */
  log: oc.output(list(syncEvent)),
  now: oc.output(z.object({})),
  /** What this PC runs on, as the page's browser knows it. */
  power: oc.input(z.object({ onBattery: z.boolean() })).output(z.object({})),
};
