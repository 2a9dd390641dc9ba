import type { Breakage } from './breakages.ts';
import type { Step } from './steps.ts';

const DAY_MS = 86_400_000;
const answer = (client: number, complaint: number): Step => ({
  do: 'submit',
  client,
  complaint,
  kind: 'follow_up',
});
const deliver = (client: number): Step => ({ do: 'deliver', client, fault: 'none' });

/** Written, and accepted. */
const sentBy = (client: number, complaint: number): readonly Step[] => [
  deliver(client),
  answer(client, complaint),
  { do: 'time', ms: 11_000 },
  deliver(client),
  deliver(client),
];
const restoredAfterPowerCut: readonly Step[] = [
  ...sentBy(0, 2),
  { do: 'kill', client: 0, arrives: false, power: true },
  { do: 'restore' },
];

/** What comes in after the restore takes the number in the feed that the lost one had, and its revision. */
const writtenAgain: readonly Step[] = [
  deliver(0),
  deliver(0),
  { do: 'backup' },
  { do: 'import', complaint: 2, status: 1, agency: 0 },
  deliver(0),
  deliver(0),
  { do: 'restore_unsaid', client: 2 },
  { do: 'import', complaint: 2, status: 2, agency: 0 },
];

/** Where a breakage shows by itself; the others are left to the first seeds. */
export const SCENES: Partial<Record<Breakage, readonly Step[]>> = {
  feed_lock: [{ do: 'overlap', complaints: [0, 2] }],
  no_sending_again: restoredAfterPowerCut,
  strangers_believed: [{ do: 'hinder', client: 0, by: 'sign_in', tries: 1, ms: 5_000 }],
  central_forgets: [...sentBy(0, 2), { do: 'central_killed', client: 1, times: 1 }],
  damage_untold: [
    { do: 'draft', client: 0, complaint: 2, kind: 'follow_up' },
    ...Array.from(
      { length: 12 },
      (): Step => ({ do: 'damage', client: 0, file: 'journal', peaceful: true, kills: [] }),
    ),
  ],
  receipts_again: [...sentBy(0, 2), { do: 'restore' }, ...sentBy(2, 6)],
  // What comes in meanwhile takes the numbers that the PC has seen: its cursor tells of nothing.
  proof_unshown: [
    { do: 'backup' },
    ...sentBy(0, 2),
    { do: 'restore_unsaid', client: 2 },
    ...[0, 1, 3].map((complaint): Step => ({ do: 'import', complaint, status: 1, agency: 0 })),
  ],
  marks_kept: writtenAgain,
  brought_renamed: [
    { do: 'alone', client: 2 },
    { do: 'own_export', client: 2, complaint: 5, status: 0 },
    { do: 'time', ms: 11_000 },
    { do: 'join', client: 2 },
  ],
  clone_renames: [answer(0, 2), { do: 'copy_folder', client: 0 }, { do: 'clone', client: 0 }],
};

/** Other troubles by themselves, each with something broken that it must bring to light. */
export const TROUBLE_SCENES: Readonly<
  Record<string, { readonly breakage: Breakage; readonly steps: readonly Step[] }>
> = {
  'a partition': {
    breakage: 'cursor_before_page',
    steps: [
      { do: 'import', complaint: 2, status: 1, agency: 0 },
      { do: 'hinder', client: 0, by: 'out', tries: 1, ms: 5_000 },
    ],
  },
  'a storm of kills': {
    breakage: 'durability',
    steps: [
      { do: 'draft', client: 0, complaint: 2, kind: 'follow_up' },
      { do: 'storm', client: 0, kills: [{ store: 'journal', nth: 1, at: 'after', power: true }] },
    ],
  },
  'a folder that is put back': {
    breakage: 'cursor_before_page',
    steps: [
      { do: 'copy_folder', client: 0 },
      { do: 'import', complaint: 2, status: 1, agency: 0 },
      deliver(0),
      { do: 'put_back', client: 0, whole: true },
    ],
  },
};

/** Cases that a seed has found, short enough to read: each failed before it was mended. */
export const STORIES: Readonly<Record<string, readonly Step[]>> = {
  'an office whose history arrived joins with another code: all of it is there once': [
    { do: 'alone', client: 2 },
    { do: 'own_export', client: 2, complaint: 5, status: 0 },
    { do: 'own_export', client: 2, complaint: 7, status: 0 },
    { do: 'time', ms: 11_000 },
    { do: 'join', client: 2 },
    { do: 'deliver', client: 2, fault: 'lose_answer' },
    { do: 'join_anew', client: 2 },
  ],
  'a central service does not know an office that joins for a moment: it joins with the access that it has': [
    { do: 'alone', client: 2 },
    { do: 'own_export', client: 2, complaint: 5, status: 0 },
    { do: 'time', ms: 11_000 },
    { do: 'join', client: 2 },
    { do: 'deliver', client: 2, fault: 'lose_answer' },
    { do: 'time', ms: 60_000 },
    { do: 'deliver', client: 2, fault: 'unauthorized' },
  ],
  'an office joins while its cache takes nothing': [
    { do: 'alone', client: 2 },
    { do: 'own_export', client: 2, complaint: 5, status: 0 },
    { do: 'time', ms: 11_000 },
    { do: 'disk', client: 2, full: 'cache' },
    { do: 'join', client: 2 },
    deliver(2),
    { do: 'time', ms: 1_000 },
    deliver(2),
  ],
  'an answer composed while the clock was a day ahead leaves when the clock is put right': [
    deliver(0),
    { do: 'clock', client: 0, ms: DAY_MS },
    answer(0, 2),
    { do: 'clock', client: 0, ms: 0 },
    { do: 'time', ms: 11_000 },
  ],
  'a rest asked for while the clock was a day ahead is over when the clock is put right': [
    { do: 'clock', client: 2, ms: DAY_MS },
    answer(2, 6),
    { do: 'time', ms: 11_000 },
    { do: 'deliver', client: 2, fault: 'rate_limited' },
    { do: 'clock', client: 2, ms: 0 },
  ],
  'a power cut takes the cache, the central service is restored: what it had accepted comes back':
    restoredAfterPowerCut,
  'a complaint is written again under the number and the revision that a restore took back': writtenAgain,
  'a full disk left the queue behind: an app that was closed meanwhile touches nothing any more': [
    { do: 'disk', client: 0, full: 'cache' },
    answer(0, 2),
    { do: 'disk', client: 0, full: null },
    { do: 'update', client: 0 },
    { do: 'time', ms: 60_000 },
  ],
  'the app is started while the disk is full: when there is room the list follows, without another start': [
    deliver(0),
    { do: 'disk', client: 0, full: 'cache' },
    { do: 'draft', client: 0, complaint: 2, kind: 'internal_note' },
    { do: 'kill', client: 0, arrives: false, power: false },
    { do: 'disk', client: 0, full: null },
  ],
  'a power cut brings back a cache that knows of a draft which the officer has emptied since': [
    deliver(0),
    { do: 'draft', client: 0, complaint: 2, kind: 'internal_note' },
    { do: 'restart', client: 0 },
    { do: 'empty', client: 0, complaint: 2, kind: 'internal_note' },
    { do: 'kill', client: 0, arrives: false, power: true },
  ],
};
