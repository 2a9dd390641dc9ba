import type { SyncEvent, SyncStatus } from '#shared/contract/window/sync.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { BackendContext } from './context.ts';
import { silent, type WindowApi } from './implement.ts';

/** The connection as it is. */
function syncStatus({ cache, journal, sync }: BackendContext): SyncStatus {
  const state = sync.state();
  const feed = cache.feed();
  const counts = journal.commands.counts();
  const enrolled = journal.session.session() !== null;
  // Beside the long poll, or while reading rests: what goes on then is the file.
  const atRest = state.phase === 'waiting' || (state.phase === 'idle' && state.online);
  return {
    phase: atRest && sync.transferring() ? 'transferring' : state.phase,
    online: state.online,
    signInNeeded: state.signInNeeded,
    undelivered: counts.undelivered,
    refused: counts.refused,
    lastSyncedAt: feed.lastSyncedAt,
    // A later pull from the start goes on behind a queue that is already full.
    firstLoad: enrolled && feed.generation === 1 ? feed.loading : null,
    clockOffMs: feed.clockOffMs === 0 ? null : feed.clockOffMs,
    outdated: state.outdated,
    upload: sync.uploading(),
  };
}

/** Lines that a person looks through. */
const SHOWN = 200;

/** What happened between this computer and the central service, newest first. */
function lastSyncEvents({ journal }: BackendContext): SyncEvent[] {
  return journal.lastLines(SHOWN).map(({ at, event, detail, complaintId }) => ({
    at,
    event,
    detail,
    trackingId: complaintId === null ? null : trackingIdOf(complaintId),
  }));
}

export function syncHandlers(os: WindowApi['sync'], context: BackendContext) {
  return {
    status: os.status.handler(() => syncStatus(context)),
    log: os.log.handler(() => lastSyncEvents(context)),
    now: os.now.handler(silent(() => context.sync.send({ type: 'kick' }))),
  };
}
