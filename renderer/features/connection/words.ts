import type { SyncStatus } from '#shared/contract/desk.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { briefMoment, count } from '../../app/format.ts';
import type { Translate } from '../../app/i18n.ts';
import type { ConnectionState } from '../../transport/connection.ts';

/** `ok`: all is delivered; `soon`: something waits; `late`: the officer must act; `busy`: it is being done right now. */
export type ConnectionTone = 'ok' | 'soon' | 'late' | 'busy';

export type ConnectionWords = {
  readonly tone: ConnectionTone;
  /** The first word of the title in bold: online or offline. */
  readonly title: string;
  readonly detail: string | null;
  readonly warning: string | null;
  readonly action: 'sync' | 'sign_in' | null;
};

/**
 * What may be said of the connection. "Tersinkron" only when nothing waits for an answer and the end of the feed has been reached;
 * whatever is not known for certain is not said.
 */
export function connectionWords(
  line: ConnectionState,
  status: SyncStatus | undefined,
  context: { readonly t: Translate; readonly language: Language; readonly today: Day },
): ConnectionWords {
  const { t, language, today } = context;
  if (line === 'lost') return words('busy', t('connection.lost'), t('connection.lost_detail'));
  if (line !== 'open' || status === undefined) {
    return words('busy', t('connection.starting'), t('connection.starting_detail'));
  }
  const minutes = status.clockOffMs === null ? null : Math.round(Math.abs(status.clockOffMs) / 60_000);
  const warning = minutes === null ? null : t('connection.clock_off', { minutes: count(minutes, language) });
  const said = (
    tone: ConnectionTone,
    title: string,
    detail: string | null,
    action: ConnectionWords['action'],
  ) => ({ tone, title, detail, warning, action });

  const waiting = count(status.undelivered, language);
  const last =
    status.lastSyncedAt === null
      ? t('connection.never')
      : t('connection.last_sync', { time: briefMoment(status.lastSyncedAt, today, language) });
  const safe =
    status.lastSyncedAt === null
      ? t('connection.safe_never')
      : t('connection.safe_here', { time: briefMoment(status.lastSyncedAt, today, language) });

  if (status.signInNeeded) {
    return said('late', t('connection.sign_in'), t('connection.sign_in_detail'), 'sign_in');
  }
  if (status.firstLoad !== null) {
    const received = t('connection.first_load', { count: status.firstLoad });
    return status.online
      ? said('busy', received, t('connection.first_load_detail'), null)
      : said('soon', received, t('connection.first_load_offline'), 'sync');
  }
  if (!status.online) {
    return status.undelivered > 0
      ? said('soon', t('connection.offline_undelivered', { count: waiting }), safe, 'sync')
      : said('soon', t('connection.offline'), last, 'sync');
  }
  if (status.phase === 'pushing') {
    return said('busy', t('connection.sending', { count: waiting }), safe, null);
  }
  if (status.undelivered > 0) {
    return said('soon', t('connection.online_undelivered', { count: waiting }), safe, 'sync');
  }
  if (status.phase === 'pulling' || status.phase === 'transferring' || status.lastSyncedAt === null) {
    return said('busy', t('connection.syncing'), last, null);
  }
  const time = briefMoment(status.lastSyncedAt, today, language);
  return said('ok', t('connection.synced', { time }), null, 'sync');
}

function words(tone: ConnectionTone, title: string, detail: string): ConnectionWords {
  return { tone, title, detail, warning: null, action: null };
}
