import type { SyncStatus } from '#shared/contract/window/window.ts';
import type { Desk } from './context.ts';

/** The connection as it is. */
export function syncStatus({ reports: { cache, journal }, engine }: Desk): SyncStatus {
  const state = engine.state();
  const feed = cache.feed();
  const counts = journal.commands.counts();
  const enrolled = journal.session.session() !== null;
  // Beside the long poll, or while reading rests: what goes on then is the file.
  const atRest = state.phase === 'waiting' || (state.phase === 'idle' && state.online);
  return {
    phase: atRest && engine.transferring() ? 'transferring' : state.phase,
    online: state.online,
    signInNeeded: state.signInNeeded,
    undelivered: counts.undelivered,
    refused: counts.refused,
    lastSyncedAt: feed.lastSyncedAt,
    // A later pull from the start goes on behind a queue that is already full.
    firstLoad: enrolled && feed.generation === 1 ? feed.loading : null,
    clockOffMs: feed.clockOffMs === 0 ? null : feed.clockOffMs,
    outdated: state.outdated,
    upload: engine.uploading(),
  };
}
