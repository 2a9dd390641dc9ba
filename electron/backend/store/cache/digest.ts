import type { FeedDigest } from '#shared/contract/central/central.ts';

/** Of a complaint that came with an answer and not by the feed: no item of the feed has this mark. */
export const BESIDE_THE_FEED = 0;

/** Read from one small index: 100,000 complaints take some milliseconds. */
export const DIGEST_SQL = `
  SELECT count(mark) AS items, coalesce(sum(mark), 0) % 4294967296 AS sum FROM (
    SELECT mark FROM complaint INDEXED BY complaint_changed WHERE ours = 1
    UNION ALL SELECT mark FROM reference
  )`;

export function isSame(a: FeedDigest, b: FeedDigest): boolean {
  return a.items === b.items && a.sum === b.sum;
}
