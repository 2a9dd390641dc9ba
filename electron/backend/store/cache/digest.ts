import { hash } from 'node:crypto';
import type { FeedDigest } from '#shared/contract/central/central.ts';

/** A complaint's part of the digest, as the central service's database computes it. */
export function markOf(id: string, revision: number): number {
  return Number.parseInt(hash('md5', `${id}:${revision}`).slice(0, 8), 16);
}

/** Read from one small index: 100,000 complaints take some milliseconds. */
export const DIGEST_SQL = `
  SELECT count(mark) AS complaints, coalesce(sum(mark), 0) % 4294967296 AS sum
  FROM complaint INDEXED BY complaint_changed WHERE ours = 1`;

export function isSame(a: FeedDigest, b: FeedDigest): boolean {
  return a.complaints === b.complaints && a.sum === b.sum;
}
