import type { SyncStatus } from '#shared/contract/window/sync.ts';
import type { ConnectionState } from '../../core/transport/connection.ts';
import { percentOf } from '../../words/format.ts';
import type { DatedWords } from '../../words/i18n.ts';
import { numberOf } from '../../words/text.ts';

export type ConnectionWords = {
  /** `ok`: all is delivered; `soon`: something waits; `late`: the officer must act; `busy`: under way. */
  readonly tone: 'ok' | 'soon' | 'late' | 'busy';
  /** The first word of the title in bold: online or offline. */
  readonly title: string;
  readonly detail: string | null;
  /** True beside whatever else is said. */
  readonly warnings: readonly string[];
  /** Why something waits that the officer does not wait for. */
  readonly saving: string | null;
  readonly action: 'sync' | 'sign_in' | null;
};

/**
 * What may be said of the connection; whatever is not known for certain is not said. "Sama dengan pusat":
 * nothing waits for an answer, and both sides were compared at the end of the feed.
 */
export function connectionWords(
  line: ConnectionState,
  status: SyncStatus | undefined,
  context: DatedWords,
): ConnectionWords {
  const { t } = context;
  if (line === 'lost') return words('busy', t('connection.lost'), t('connection.lost_detail'));
  if (line === 'unproven') return words('late', t('connection.unproven'), t('connection.unproven_detail'));
  if (line !== 'open' || status === undefined) {
    return words('busy', t('connection.starting'), t('connection.starting_detail'));
  }
  const saving = status.saving === null ? null : t(`connection.saving.${status.saving}`);
  return { ...stateWords(status, context), warnings: warningsOf(status, context), saving };
}

function stateWords(status: SyncStatus, context: DatedWords): ConnectionWords {
  const { t, count, bytesWords, briefMoment } = context;
  const undelivered = count(status.undelivered);
  const any = status.undelivered > 0;
  const waiting = any ? ` · ${t('connection.undelivered', { count: undelivered })}` : '';
  const time = status.lastSyncedAt === null ? null : briefMoment(status.lastSyncedAt);
  const last = time === null ? t('connection.never') : t('connection.last_sync', { time });
  const safe = time === null ? t('connection.safe_never') : t('connection.safe_here', { time });
  const talking = status.phase === 'pushing' || status.phase === 'pulling';
  const trying = talking || status.phase === 'transferring';

  if (status.signInNeeded) {
    return words('late', t('connection.sign_in') + waiting, t('connection.sign_in_detail'), 'sign_in');
  }
  // A line that is whole brings nothing that this computer could keep.
  if (status.obstacle === 'storage_full' || status.obstacle === 'storage_read_only') {
    return words('late', t(`connection.${status.obstacle}`) + waiting, any ? safe : last, 'sync');
  }
  if (status.firstLoad !== null) {
    const received = t('connection.first_load', { count: status.firstLoad });
    return status.online || trying
      ? words('busy', received, t('connection.first_load_detail'))
      : words('soon', received, t('connection.first_load_offline'), 'sync');
  }
  if (!status.online) {
    return trying
      ? words('busy', t('connection.connecting') + waiting, any ? safe : last)
      : words('soon', t('connection.offline') + waiting, any ? safe : last, 'sync');
  }
  // Files have a lane of their own: they are on their way in every phase.
  if (status.upload !== null) {
    const { sent, total } = status.upload;
    return words(
      'busy',
      t('connection.uploading', { percent: percentOf(status.upload) }) + waiting,
      t('connection.uploading_detail', {
        sent: bytesWords(sent),
        total: bytesWords(total),
      }),
    );
  }
  if (status.phase === 'pushing' && any) {
    return words('busy', t('connection.sending', { count: undelivered }), safe);
  }
  if (any) return words('soon', t('connection.online') + waiting, safe, 'sync');
  // Nothing new comes in, so what is shown grows old: that is never "sama dengan pusat".
  if (status.outdated) return words('soon', t('connection.outdated'), last);
  // Files that only come down are read ahead: everything is delivered and read, and stays so meanwhile.
  if (talking || time === null) return words('busy', t('connection.syncing'), last);
  if (status.differs) return words('soon', t('connection.differs'), t('connection.differs_detail'), 'sync');
  return words('ok', t('connection.synced', { time }), null, 'sync');
}

function warningsOf(status: SyncStatus, { t, count }: DatedWords): readonly string[] {
  const warnings: string[] = [];
  if (status.obstacle !== null) warnings.push(t(`connection.obstacle.${status.obstacle}`));
  if (status.aside !== null) {
    const number = numberOf(status.aside.trackingId, t);
    const others = status.aside.count;
    warnings.push(
      others > 1
        ? t('connection.asides', { count: count(others), number })
        : t('connection.aside', { number }),
    );
  }
  if (status.plainHttp) warnings.push(t('connection.plain_http'));
  if (status.outdated) warnings.push(t('connection.outdated_warning'));
  if (status.clockOffMs !== null) {
    const minutes = Math.round(Math.abs(status.clockOffMs) / 60_000);
    warnings.push(t('connection.clock_off', { minutes: count(minutes) }));
  }
  return warnings;
}

function words(
  tone: ConnectionWords['tone'],
  title: string,
  detail: string | null,
  action: ConnectionWords['action'] = null,
): ConnectionWords {
  return { tone, title, detail, warnings: [], saving: null, action };
}
