import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { BUILT_IN_REFERENCE, basisOf } from '../projection/deadline-data.ts';
import { queueFacts } from '../projection/queue-facts.ts';
import { type CacheStore, openCache } from '../store/cache/cache-store.ts';
import { RINA } from './samples.ts';
import { temporaryFolder } from './test-backend.ts';

/** A cache with these complaints, all of them in the full-text index. */
export function filledCache(complaints: readonly Complaint[]): CacheStore {
  const opened = openCache(join(temporaryFolder(), 'cache.db'), randomBytes(32));
  if (!opened.ok) throw new Error(opened.code);
  const { cache } = opened;
  const basis = basisOf(BUILT_IN_REFERENCE);
  cache.write((writer) => {
    for (const complaint of complaints) {
      const facts = queueFacts(complaint, basis, RINA.id);
      writer.complaints.insert(complaint, facts, { generation: 1, ours: true, hasDraft: false });
    }
    while (writer.index.grow(2)) {
      // In small slices, as it is done beside the officer's work.
    }
  });
  return cache;
}
