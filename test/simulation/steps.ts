import { DRAFT_KINDS, isDraftKind, isOfficeKind, isSilent } from '#shared/domain/commands/command.ts';
import {
  COMMAND_KINDS,
  type CommandKind,
  type DraftKind,
  type OfficeKind,
  type SilentKind,
} from '#shared/domain/commands/registry.ts';
import { seededRandom } from '../../demo/random.ts';
import type { Store } from './commits.ts';
import { COMPLAINTS, type Trouble } from './troubles.ts';

/** What the way to the central service does to one request. */
export const FAULTS = [
  /** Nobody listens. */
  'refused',
  'lose_request',
  /** The central service decides, and then the answer is lost. */
  'lose_answer',
  'duplicate',
  /** The central service decides, and the answer is under way for a while. */
  'slow',
  /** Given up by the PC, and it arrives all the same, after later ones. */
  'late',
  'cut_body',
  /** Half of what is sent arrives, a piece of a file for example. */
  'cut_request',
  /** A captive portal, or another server in between. */
  'html',
  /** From here on the central service itself answers. */
  'unauthorized',
  'too_large',
  'rate_limited',
  'server_error',
] as const;
export type Fault = (typeof FAULTS)[number] | 'none';

export type KillAt = 'before' | 'half' | 'after';
/** Which databases find no room. */
export type Full = Store | 'both';

/** Texts on a complaint of the list. Recording is a step of its own, and so is judging a proposal. */
export type WrittenKind = Exclude<DraftKind, 'record' | 'approve' | 'send_back'> | 'propose';
export const WRITTEN_KINDS: readonly WrittenKind[] = [
  ...DRAFT_KINDS.filter((kind) => kind !== 'record' && kind !== 'approve' && kind !== 'send_back'),
  /** A follow-up that a colleague must approve. */
  'propose',
];

/** What needs no words. */
export type Arrangement = Exclude<CommandKind, DraftKind | SilentKind | OfficeKind | 'propose'>;
const ARRANGEMENTS = COMMAND_KINDS.filter(
  (kind): kind is Arrangement =>
    !isDraftKind(kind) && !isSilent(kind) && !isOfficeKind(kind) && kind !== 'propose',
);

/** One thing that happens. `client` and `complaint` are numbers, so that a line can be replayed by itself. */
export type Step =
  | Trouble
  /** `another`: a new draft beside what is begun already. */
  | {
      readonly do: 'draft' | 'submit';
      client: number;
      complaint: number;
      kind: WrittenKind;
      another?: boolean;
    }
  /**
   * A complaint from elsewhere becomes a complaint, with a file, for the own agency or another; `noted`: and
   * a note on it at once.
   */
  | { readonly do: 'record'; client: number; ours: boolean; noted: boolean }
  /** One of two texts is shared with the whole agency, again and again under its name, or withdrawn. */
  | { readonly do: 'share'; client: number; template: number; withdraws: boolean }
  /**
   * One answer, with a file, for those of these complaints that the PC has; `undone`: all of them taken back
   * at once.
   */
  | { readonly do: 'joint'; client: number; complaints: readonly number[]; undone: boolean }
  /**
   * A file of so many bytes goes with the draft that was begun last; without one, a sentence is begun first.
   */
  | { readonly do: 'attach'; client: number; complaint: number; kind: WrittenKind; bytes: number }
  /** The officer deletes every letter of a draft, or throws it away. */
  | { readonly do: 'empty' | 'throw_away'; client: number; complaint: number; kind: WrittenKind }
  | { readonly do: 'read'; client: number; complaint: number }
  | { readonly do: 'arrange'; client: number; complaint: number; kind: Arrangement }
  /** The first text of a colleague that waits for approval is let out, or sent back. */
  | { readonly do: 'judge'; client: number; complaint: number; approves: boolean }
  /**
   * Of those that can be: the n-th is taken back, opened again, sent all the same, or taken off the list. The
   * last two bring back the n-th that was thrown away, or taken off the list.
   */
  | {
      readonly do: 'withdraw' | 'reopen' | 'resend' | 'give_up' | 'fetch_back' | 'relist';
      client: number;
      nth: number;
    }
  /** The request that waits on the line of this client goes on its way. */
  | { readonly do: 'deliver'; client: number; fault: Fault }
  | { readonly do: 'stray' }
  | { readonly do: 'time'; ms: number }
  | { readonly do: 'sync_now'; client: number }
  /**
   * `arrives`: the central service got what was on its way; `power`: what was not on the disk is gone too.
   */
  | { readonly do: 'kill'; client: number; arrives: boolean; power: boolean }
  /**
   * The same at a commit: the n-th from now of that database, before it, in the middle of writing it, or
   * after it.
   */
  | {
      readonly do: 'kill_at';
      client: number;
      store: Store;
      nth: number;
      at: KillAt;
      arrives: boolean;
      power: boolean;
    }
  /** From now on the disk of this PC has no room for these databases; null: it has room again. */
  | { readonly do: 'disk'; client: number; full: Full | null }
  /** The app is closed and opened again. */
  | { readonly do: 'restart'; client: number }
  /** The app is closed, something writes over its cache, and it is started again. */
  | { readonly do: 'noise'; client: number; whole: boolean }
  /** The app is closed and an older version had its folder: what is started is an update. */
  | { readonly do: 'update'; client: number }
  | { readonly do: 'clock'; client: number; ms: number }
  | { readonly do: 'import'; complaint: number; status: number; agency: number }
  /**
   * Two imports at once in the feed of one agency, the first of which commits last, and everybody reads
   * between.
   */
  | { readonly do: 'overlap'; complaints: readonly [number, number] }
  | { readonly do: 'backup' | 'restore' | 'new_epoch' };

export const CLIENTS = 3;
const DAY_MS = 86_400_000;

/** The steps of a seed: everything random about a run is in them. */
export function stepsOf(seed: number, length: number): readonly Step[] {
  const random = seededRandom(seed);
  const client = (): number => random.between(0, CLIENTS - 1);
  const complaint = (): number => random.between(0, COMPLAINTS - 1);
  const kind = (): WrittenKind =>
    random.chance(0.25)
      ? random.pick(WRITTEN_KINDS)
      : random.pick(['follow_up', 'follow_up', 'follow_up', 'internal_note', 'internal_note', 'return']);
  const deliver = (): Step => ({
    do: 'deliver',
    client: client(),
    fault: random.chance(0.45) ? random.pick(FAULTS) : 'none',
  });
  const makers: readonly (readonly [weight: number, make: () => Step])[] = [
    [34, deliver],
    [
      14,
      () => ({
        do: 'submit',
        client: client(),
        complaint: complaint(),
        kind: kind(),
        another: random.chance(0.3),
      }),
    ],
    [
      5,
      () => ({
        do: 'draft',
        client: client(),
        complaint: complaint(),
        kind: kind(),
        another: random.chance(0.3),
      }),
    ],
    [
      6,
      () => ({
        do: 'attach',
        client: client(),
        complaint: complaint(),
        kind: random.pick(['follow_up', 'follow_up', 'internal_note']),
        bytes: random.pick([900, 5_000, 70_000]),
      }),
    ],
    [3, () => ({ do: 'record', client: client(), ours: random.chance(0.7), noted: random.chance(0.5) })],
    [
      3,
      () => ({
        do: 'share',
        client: client(),
        template: random.between(0, 1),
        withdraws: random.chance(0.3),
      }),
    ],
    [
      4,
      () => ({
        do: 'joint',
        client: client(),
        complaints: [...new Set([complaint(), complaint(), complaint()])],
        undone: random.chance(0.3),
      }),
    ],
    [2, () => ({ do: 'empty', client: client(), complaint: complaint(), kind: kind() })],
    [2, () => ({ do: 'throw_away', client: client(), complaint: complaint(), kind: kind() })],
    [2, () => ({ do: 'fetch_back', client: client(), nth: random.between(0, 2) })],
    [5, () => ({ do: 'read', client: client(), complaint: complaint() })],
    [3, () => ({ do: 'arrange', client: client(), complaint: complaint(), kind: random.pick(ARRANGEMENTS) })],
    [3, () => ({ do: 'judge', client: client(), complaint: complaint(), approves: random.chance(0.7) })],
    [3, () => ({ do: 'withdraw', client: client(), nth: random.between(0, 2) })],
    [2, () => ({ do: 'reopen', client: client(), nth: random.between(0, 2) })],
    [3, () => ({ do: 'resend', client: client(), nth: random.between(0, 2) })],
    [1, () => ({ do: 'give_up', client: client(), nth: random.between(0, 2) })],
    [1, () => ({ do: 'relist', client: client(), nth: random.between(0, 2) })],
    [10, () => ({ do: 'time', ms: random.pick([500, 3_000, 11_000, 11_000, 60_000, 400_000]) })],
    [4, () => ({ do: 'sync_now', client: client() })],
    [5, () => ({ do: 'kill', client: client(), arrives: random.chance(0.5), power: random.chance(0.5) })],
    [
      5,
      () => ({
        do: 'kill_at',
        client: client(),
        store: random.pick(['journal', 'cache']),
        nth: random.between(1, 6),
        at: random.pick(['before', 'half', 'after']),
        arrives: random.chance(0.5),
        power: random.chance(0.3),
      }),
    ],
    [3, () => ({ do: 'disk', client: client(), full: random.pick(['journal', 'cache', 'both']) })],
    [3, () => ({ do: 'disk', client: client(), full: null })],
    [2, () => ({ do: 'restart', client: client() })],
    [1, () => ({ do: 'noise', client: client(), whole: random.chance(0.5) })],
    [1, () => ({ do: 'update', client: client() })],
    [2, () => ({ do: 'clock', client: client(), ms: random.pick([-DAY_MS, 0, DAY_MS]) })],
    [
      4,
      () => ({
        do: 'import',
        complaint: complaint(),
        status: random.between(0, 3),
        agency: random.chance(0.5) ? 0 : 1,
      }),
    ],
    [4, () => ({ do: 'overlap', complaints: [complaint(), complaint()] })],
    [3, () => ({ do: 'stray' })],
    [1, () => ({ do: 'backup' })],
    [1, () => ({ do: 'restore' })],
    [1, () => ({ do: 'new_epoch' })],
  ];
  const total = makers.reduce((sum, [weight]) => sum + weight, 0);
  const one = (): Step => {
    let at = random.between(0, total - 1);
    for (const [weight, make] of makers) {
      if (at < weight) return make();
      at -= weight;
    }
    return deliver();
  };
  return Array.from({ length }, one);
}
