import type { SyncEvent } from '#shared/contract/window/sync.ts';
import { type Day, dayOf } from '#shared/domain/calendar/day.ts';
import { COMMAND_KINDS } from '#shared/domain/commands/registry.ts';
import { REFUSAL_CODES } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { bytesWords } from '../../words/bytes.ts';
import type { Translate } from '../../words/i18n.ts';

type Context = { readonly t: Translate; readonly language: Language };

/** Why a connection or an upload ended, as far as there are words for it. */
const REASONS = [
  'unreachable',
  'cut',
  'timeout',
  'not_an_answer',
  'server_error',
  'rate_limited',
  'too_large',
  'bad_request',
  'local_error',
  'type_not_taken',
  'program',
  'empty_file',
  'bad_attachment',
] as const;

const PROBLEMS: readonly SyncEvent['event'][] = [
  'refused',
  'history_changed',
  'offline',
  'sign_in_needed',
  'outdated',
  'upload_refused',
  'cache_rebuilt',
];

/** Did something not go as it should? */
export function isProblem({ event }: SyncEvent): boolean {
  return PROBLEMS.includes(event);
}

/** One event as a sentence. A reason that has no words yet is shown by its code: a technician may know it. */
export function eventWords({ event, detail }: SyncEvent, { t, language }: Context): string {
  if (detail === null) return t(`log.event.${event}`);
  switch (event) {
    case 'composed': {
      const kind = COMMAND_KINDS.find((known) => known === detail);
      return kind === undefined
        ? t('log.event.composed')
        : t('log.detailed.composed', { kind: t(`command.${kind}.name`) });
    }
    case 'accepted':
      return t('log.detailed.accepted', { receipt: detail });
    case 'refused': {
      const code = REFUSAL_CODES.find((known) => known === detail);
      return t('log.detailed.refused', {
        reason: code === undefined ? detail : firstSentence(t(`refusal.${code}`)),
      });
    }
    case 'uploaded':
      return /^\d+$/.test(detail)
        ? t('log.detailed.uploaded', { size: bytesWords(Number(detail), language) })
        : t('log.event.uploaded');
    case 'offline':
    case 'upload_refused': {
      const reason = REASONS.find((known) => known === detail);
      return t(`log.detailed.${event}`, {
        reason: reason === undefined ? detail : t(`log.reason.${reason}`),
      });
    }
    default:
      return t(`log.event.${event}`);
  }
}

/** What follows says that the text is kept, which a log need not repeat. */
function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

/** The events by their day in WIB, in the order given. */
export function byDay(events: readonly SyncEvent[]): readonly { day: Day; events: readonly SyncEvent[] }[] {
  const days: { day: Day; events: SyncEvent[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.at);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
