import type { Stores } from './stores.ts';

/**
 * Complaints of another agency than the officer's leave this PC at once; the officer's own are pulled anew.
 */
export function keepOnlyOwnAgency({ cache, officer }: Stores): void {
  const agencyId = officer().agency?.id ?? null;
  const feed = cache.feed();
  if (feed.agencyId === agencyId) return;
  cache.write((writer) => {
    if (feed.agencyId !== null) writer.clear();
    writer.setFeed({
      agencyId,
      epoch: '',
      cursor: '',
      seq: 0,
      loading: 0,
      generation: 1,
      lastSyncedAt: null,
      repairedAt: null,
    });
  });
}
