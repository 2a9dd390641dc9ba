import { isPlainHttp } from '#shared/contract/central/address.ts';
import type { SyncStatus } from '#shared/contract/window/sync.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import { type FailureCode, isObstacle, isOfStorage } from '../sync/http/failure.ts';
import type { BackendContext } from './context.ts';
import { silent, type WindowApi } from './implement.ts';

/** Lines of the log that a person looks through. */
const SHOWN = 200;

export function syncHandlers(os: WindowApi['sync'], { cache, journal, sync }: BackendContext) {
  return {
    status: os.status.handler(() => {
      const { phase, online, obstacle, signInNeeded, outdated } = sync.state();
      const { generation, loading, lastSyncedAt, repairedAt, clockOffMs } = cache.feed();
      const { undelivered, refused, aside, asideTrackingId } = journal.commands.counts();
      const session = journal.session.session();
      // Beside the long poll, or while reading rests: what goes on then is the file.
      const atRest = phase === 'waiting' || (phase === 'idle' && online);
      return {
        phase: atRest && sync.transferring() ? 'transferring' : phase,
        online,
        obstacle: obstacleOf(obstacle),
        plainHttp: isPlainHttp(session?.centralUrl ?? ''),
        signInNeeded,
        undelivered,
        refused,
        aside: aside === 0 ? null : { count: aside, trackingId: asideTrackingId ?? '' },
        lastSyncedAt,
        differs: repairedAt !== null,
        // A later pull from the start goes on behind a queue that is already full.
        firstLoad: session !== null && generation === 1 ? loading : null,
        clockOffMs: clockOffMs === 0 ? null : clockOffMs,
        outdated,
        upload: sync.uploading(),
        saving: sync.saving(),
      };
    }),
    /** What happened between this computer and the central service, newest first. */
    log: os.log.handler(() =>
      journal.lastLines(SHOWN).map(({ complaintId, ...line }) => ({
        ...line,
        trackingId: complaintId === null ? null : trackingIdOf(complaintId),
      })),
    ),
    power: os.power.handler(silent(({ input }) => sync.power(input.onBattery))),
    now: os.now.handler(silent(() => sync.send({ type: 'kick' }))),
  };
}

/** What the officer can do something about. */
function obstacleOf(code: FailureCode | null): SyncStatus['obstacle'] {
  if (code === 'not_an_answer') return 'stranger';
  if (code === null) return null;
  return isObstacle(code) || isOfStorage(code) ? code : null;
}
