import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { WindowRouter } from '../../electron/backend/api/router.ts';
import { readOrCreateKey } from '../../electron/backend/keys/key-file.ts';
import { openBackend } from '../../electron/backend/process/backend.ts';
import { INDEXED_AT_ONCE, MERGED_AT_ONCE } from '../../electron/backend/process/background-indexing.ts';
import { applyPage } from '../../electron/backend/projection/apply-page.ts';
import { deriveSlice, storesOf } from '../../electron/backend/projection/stores.ts';
import { openCache } from '../../electron/backend/store/cache/cache-store.ts';
import { openJournal } from '../../electron/backend/store/journal/journal-store.ts';
import { AGENCY, inventedComplaint } from './invented.ts';

export type BackendSide = {
  readonly client: RouterClient<WindowRouter>;
  readonly close: () => Promise<void>;
};

export async function openBackendSide(dataDir: string): Promise<BackendSide> {
  const backend = await openBackend({ dataDir });
  return { client: createRouterClient(backend.router), close: backend.close };
}

function openStores(dataDir: string) {
  const key = readOrCreateKey(dataDir);
  if (!key.ok) throw new Error(key.code);
  const cache = openCache(join(dataDir, 'cache.db'), key.key);
  const journal = openJournal(join(dataDir, 'journal.db'), key.key);
  if (!cache.ok || !journal.ok) throw new Error('the stores cannot be opened');
  return { cache: cache.cache, journal: journal.journal };
}

/** Looks beside a running backend whether every complaint is in the full-text index. */
export function searchWatch(dataDir: string): {
  readonly complete: () => boolean;
  readonly close: () => void;
} {
  const { cache, journal } = openStores(dataDir);
  journal.close();
  return { complete: () => cache.feed().indexedFrom === 0 && cache.feed().termsComplete, close: cache.close };
}

/**
 * A data folder as a first load of `count` complaints leaves it, by the backend's own code for a page of the
 * feed, for an officer whose central service cannot be reached.
 */
export function fillBackend(
  dataDir: string,
  count: number,
  now: number,
  complaintOf: (number: number, now: number) => Complaint = inventedComplaint,
): void {
  const { cache, journal } = openStores(dataDir);
  const officer = { id: 'officer-bench', name: 'Rina', role: 'penghubung' as const, agency: AGENCY };
  journal.session.saveSession({ centralUrl: 'http://127.0.0.1:9', token: 'none', officer });
  cache.write((writer) => writer.setFeed({ agencyId: AGENCY.id }));
  const stores = storesOf(cache, journal);
  deriveSlice(stores, -1);
  const size = 1_000;
  for (let first = 0; first < count; first += size) {
    const changes = Array.from({ length: Math.min(size, count - first) }, (_, n) => ({
      type: 'upsert' as const,
      seq: first + n + 1,
      mark: first + n + 1,
      complaint: complaintOf(first + n, now) as never,
    }));
    applyPage(
      stores,
      {
        epoch: 'bench',
        cursor: String(first),
        more: first + size < count,
        serverTime: new Date(now).toISOString(),
        changes,
        digest: null,
        presence: [],
      },
      now,
    );
  }
  while (cache.write((writer) => writer.index.grow(INDEXED_AT_ONCE))) {
    // In the slices in which the backend does it.
  }
  while (cache.write((writer) => writer.index.join(MERGED_AT_ONCE))) {
    // As it does when nobody waits.
  }
  cache.close();
  journal.close();
}
