import { type Random, seededRandom } from '../../demo/random.ts';
import type { Store } from './commits.ts';
import { type Hindrance, PARTITIONS, STRANGERS } from './hindrance.ts';

/** Those that the central service knows at first. */
export const COMPLAINTS = 7;

/** What is damaged while the app does not run. */
export const DAMAGED = {
  log: 'journal.db-wal',
  journal: 'journal.db',
  cache: 'cache.db',
  cache_log: 'cache.db-wal',
  count: 'journal.db.count',
  schema: 'journal.db.schema',
} as const;

/** Where a PC is killed, counted in commits of a database or changes of files by name. */
export type KillPoint = {
  readonly store: Store | 'files';
  readonly nth: number;
  readonly at: 'before' | 'half' | 'after';
  readonly power: boolean;
};

/** What rarely happens, and then with all that belongs to it: each is a small story of its own. */
export type Trouble =
  /** Somebody or nobody answers on the line of a PC for a while; it tries so many times meanwhile. */
  | { readonly do: 'hinder'; client: number; by: Hindrance; tries: number; ms: number }
  /** Killed, and again while it starts, as often as there are points. */
  | { readonly do: 'storm'; client: number; kills: readonly KillPoint[] }
  /** The process of the central service is killed while it decides, so many times in a row. */
  | { readonly do: 'central_killed'; client: number; times: number }
  /** A file of the PC is damaged while the app does not run: closed, or killed. */
  | {
      readonly do: 'damage';
      client: number;
      file: keyof typeof DAMAGED;
      peaceful: boolean;
      kills: readonly KillPoint[];
    }
  /** Its folder is copied while it runs; `put_back`: it, or the journal's file alone, is that copy again. */
  | { readonly do: 'copy_folder'; client: number }
  | { readonly do: 'put_back'; client: number; whole: boolean }
  /** The central service is put back to its last backup, and nobody says so; this PC asks first. */
  | { readonly do: 'backup' }
  | { readonly do: 'restore_unsaid'; client: number }
  /** Another PC begins with that copy, and both work from then on. */
  | { readonly do: 'clone'; client: number }
  /**
   * The PC of this officer begins anew, in an office that no central service decides for; it imports a
   * complaint of its own export and answers it; it joins, and brings what it has done; while it does it thinks
   * better of it, and joins with another code.
   */
  | { readonly do: 'alone' | 'join' | 'join_anew'; client: number }
  | { readonly do: 'own_export'; client: number; complaint: number; status: number };

/** One trouble for so many steps of a life. */
const STEPS_PER_TROUBLE = 15;
/** A folder comes back, or begins to live on another PC, after at most so many steps. */
const COPY_KEPT_STEPS = 25;

/** The steps of a life with troubles between them. */
export function troubled<T>(seed: number, life: readonly T[], clients: number): readonly (T | Trouble)[] {
  const random = seededRandom(seed * 7 + 3);
  const places = life.map((step): (T | Trouble)[] => [step]);
  const put = (at: number, trouble: Trouble): void => {
    places[Math.min(at, places.length - 1)]?.unshift(trouble);
  };
  for (let left = Math.ceil(life.length / STEPS_PER_TROUBLE); left > 0; left--) {
    const at = random.between(0, life.length - 1);
    const client = random.between(0, clients - 1);
    if (random.chance(0.3)) {
      const [first, second] = random.pick(PAIRS)(client, random);
      put(at + random.between(1, COPY_KEPT_STEPS), second);
      put(at, first);
    } else put(at, troubleOf(random, client));
  }
  beginAlone(seededRandom(seed * 11 + 5), life.length, put);
  return places.flat();
}

/** In some lives an office is alone at first. */
function beginAlone(random: Random, length: number, put: (at: number, trouble: Trouble) => void): void {
  if (!random.chance(ALONE_AT_FIRST)) return;
  const { client, complaints } = ALONE;
  const joins = random.between(1, length - 1);
  put(joins, { do: 'join', client });
  const again = random.pick(complaints);
  put(random.between(1, length - 1), {
    do: 'own_export',
    client,
    complaint: again,
    status: random.between(0, 3),
  });
  for (const complaint of complaints) put(0, { do: 'own_export', client, complaint, status: 0 });
  put(0, { do: 'alone', client });
  if (random.chance(ANOTHER_CODE))
    put(joins + random.between(1, JOINS_FOR_STEPS), { do: 'join_anew', client });
}
const ALONE_AT_FIRST = 0.25;
/** In some of those it takes another code, after at most so many steps. */
const ANOTHER_CODE = 0.4;
const JOINS_FOR_STEPS = 20;
/** `unknown`: the complaint of which the central service knows nothing yet. */
export const ALONE = { client: 2, complaints: [5, 6, COMPLAINTS], unknown: COMPLAINTS } as const;

/** What is copied, and what becomes of the copy some time later. */
const PAIRS: readonly ((client: number, random: Random) => readonly [Trouble, Trouble])[] = [
  (client, random) => [
    { do: 'copy_folder', client },
    { do: 'put_back', client, whole: random.chance(0.7) },
  ],
  (client) => [
    { do: 'copy_folder', client },
    { do: 'clone', client },
  ],
  (client) => [{ do: 'backup' }, { do: 'restore_unsaid', client }],
];

function troubleOf(random: Random, client: number): Trouble {
  const makers: readonly (() => Trouble)[] = [
    () => ({ do: 'hinder', client, by: random.pick(PARTITIONS), ...whileHindered(random) }),
    () => ({ do: 'hinder', client, by: random.pick(STRANGERS), ...whileHindered(random) }),
    () => ({ do: 'storm', client, kills: killsOf(random, random.between(2, 4)) }),
    () => ({ do: 'central_killed', client, times: random.between(1, 2) }),
    () => ({
      do: 'damage',
      client,
      file: random.pick(FILES),
      peaceful: random.chance(0.4),
      kills: killsOf(random, random.between(0, 3)),
    }),
  ];
  return random.pick(makers)();
}

const FILES = ['log', 'log', 'journal', 'journal', 'cache', 'cache_log', 'count', 'schema'] as const;

const whileHindered = (random: Random) => ({
  tries: random.between(1, 4),
  ms: random.pick([5_000, 60_000, 900_000]),
});

function killsOf(random: Random, count: number): readonly KillPoint[] {
  return Array.from({ length: count }, () => ({
    store: random.pick(['journal', 'cache', 'files'] as const),
    nth: random.between(1, 4),
    at: random.pick(['before', 'half', 'after'] as const),
    power: random.chance(0.3),
  }));
}
