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

const restoredAfterPowerCut: readonly Step[] = [
  deliver(0),
  answer(0, 2),
  { do: 'time', ms: 11_000 },
  deliver(0),
  deliver(0),
  { do: 'kill', client: 0, arrives: false, power: true },
  { do: 'restore' },
];

/** Where a breakage shows by itself; the others are left to the first seeds. */
export const SCENES: Partial<Record<Breakage, readonly Step[]>> = {
  feed_lock: [{ do: 'overlap', complaints: [0, 2] }],
  no_sending_again: restoredAfterPowerCut,
};

/** Cases that a seed has found, short enough to read: each failed before it was mended. */
export const STORIES: Readonly<Record<string, readonly Step[]>> = {
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
