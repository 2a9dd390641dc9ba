import { join } from 'node:path';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Subject } from '#shared/domain/text/likeness.ts';
import { readOrCreateKey } from '../../../electron/backend/keys/key-file.ts';
import { type CacheStore, openCache } from '../../../electron/backend/store/cache/cache-store.ts';
import { fillBackend } from '../backend-side.ts';
import { type Figure, figure, progress } from '../figures.ts';
import { inventedComplaint } from '../invented.ts';
import { percentile } from '../statistics.ts';
import { type Planted, plantedSet } from './planted.ts';

/** The weights were fitted on another one. */
const SEED = 2;
const PLANTED = 2_000;
const ASKED = 500;
/** As many as the window is given. */
const MOST_SHOWN = 10;

/** How well similar complaints are found, and how long one question takes at `load` complaints. */
export function measureSimilar(
  smallDir: string,
  largeDir: string,
  load: number,
  now: number,
): readonly Figure[] {
  const planted = plantedSet(SEED, PLANTED, now);
  const complaints = planted.map(({ complaint }) => complaint);
  const complaintOf = (number: number): Complaint => complaints[number] ?? inventedComplaint(number, now);
  fillBackend(smallDir, PLANTED, now, complaintOf);
  const small = cacheOf(smallDir);
  const { precision, recall } = agreement(small, planted);
  small.close();
  progress('looked for the similar complaints of 2,000');

  fillBackend(largeDir, load, now, complaintOf);
  const large = cacheOf(largeDir);
  const step = Math.max(1, Math.floor((load - PLANTED) / ASKED));
  const others = Array.from({ length: ASKED }, (_, n) => complaintOf(PLANTED + n * step));
  const samples = [...complaints.slice(0, ASKED), ...others].map((complaint) => {
    const start = performance.now();
    large.similarTo(subjectOf(complaint), complaint.id, MOST_SHOWN);
    return performance.now() - start;
  });
  large.close();
  progress('measured questions for similar complaints');
  const groups = `150 groups planted among ${PLANTED.toLocaleString('en')} complaints`;
  return [
    figure('similar.precision', precision, '', `of all suggestions, those of the same group; ${groups}`, 3),
    figure('similar.recall', recall, '', 'of all pairs of a group, those that were suggested', 3),
    figure(
      'similar.p95Ms',
      percentile(samples, 0.95),
      'ms',
      `the similar complaints of one, ${load.toLocaleString('en')} complaints`,
      1,
    ),
  ];
}

/** Over the pairs of every complaint and each one suggested to it. */
function agreement(cache: CacheStore, planted: readonly Planted[]) {
  const groupOf = new Map(planted.map(({ complaint, group }) => [complaint.id, group]));
  let suggested = 0;
  let right = 0;
  let pairs = 0;
  for (const { complaint, group } of planted) {
    const similar = cache.similarTo(subjectOf(complaint), complaint.id, MOST_SHOWN);
    suggested += similar.length;
    if (group === null) continue;
    right += similar.filter(({ id }) => groupOf.get(id) === group).length;
    pairs += planted.filter((other) => other.group === group).length - 1;
  }
  return { precision: right / suggested, recall: right / pairs };
}

function subjectOf(complaint: Complaint): Subject {
  const { title, finalText: text, district, village, receivedAt: at, categoryPath } = complaint;
  return { title, text, district, village, at, categoryPath };
}

function cacheOf(dataDir: string): CacheStore {
  const key = readOrCreateKey(dataDir);
  if (!key.ok) throw new Error(key.code);
  const opened = openCache(join(dataDir, 'cache.db'), key.key);
  if (!opened.ok) throw new Error(opened.code);
  return opened.cache;
}
