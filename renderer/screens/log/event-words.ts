import type { SyncEvent } from '#shared/contract/window/sync.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { messages } from '#shared/i18n/messages.ts';
import { hasWords, type Words } from '../../words/i18n.ts';

const { command, refusal, log } = messages.id.window;

const PROBLEMS: readonly SyncEvent['event'][] = [
  'refused',
  'history_changed',
  'differs',
  'offline',
  'sign_in_needed',
  'outdated',
  'upload_refused',
  'cache_rebuilt',
  'not_stored',
];

export function isProblem({ event }: SyncEvent): boolean {
  return PROBLEMS.includes(event);
}

/** One event as a sentence. A reason that has no words yet is shown by its code: a technician may know it. */
export function eventWords({ event, detail }: SyncEvent, { t, bytesWords }: Words): string {
  if (detail === null) return t(`log.event.${event}`);
  switch (event) {
    case 'composed':
      return hasWords(command, detail)
        ? t('log.detailed.composed', { kind: t(`command.${detail}.name`) })
        : t('log.event.composed');
    case 'accepted':
      return t('log.detailed.accepted', { receipt: detail });
    case 'refused': {
      const reason = hasWords(refusal, detail) ? firstSentence(t(`refusal.${detail}`)) : detail;
      return t('log.detailed.refused', { reason });
    }
    case 'uploaded':
      return /^\d+$/.test(detail)
        ? t('log.detailed.uploaded', { size: bytesWords(Number(detail)) })
        : t('log.event.uploaded');
    case 'offline':
    case 'not_stored':
    case 'upload_refused': {
      const reason = hasWords(log.reason, detail) ? t(`log.reason.${detail}`) : detail;
      return t(`log.detailed.${event}`, { reason });
    }
    default:
      return t(`log.event.${event}`);
  }
}

/** What follows says that the text is kept, which a log need not repeat. */
function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

/** The events under their day in WIB, in the order given. */
export function byDay(events: readonly SyncEvent[]) {
  return [...Map.groupBy(events, ({ at }) => dayOf(at))];
}
