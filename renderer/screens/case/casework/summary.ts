import type { Casework } from '#shared/domain/complaint/casework.ts';
import { mediumDay } from '../../../words/format.ts';
import type { DatedWords } from '../../../words/i18n.ts';

/** What is arranged, in a line: "Budi · mendesak · drainase · rencana Sen, 30 Nov". Empty: nothing is. */
export function summaryOf(
  { assignee, priority, labels, plannedDay, links, snoozed }: Casework,
  officerId: string,
  { t, language, today }: DatedWords,
): string {
  const snoozedUntil = snoozed.get(officerId) ?? null;
  return [
    ...(assignee === null ? [] : [assignee.name]),
    ...(priority === 'normal' ? [] : [t(`casework.priorities.${priority}`)]),
    ...labels,
    ...(plannedDay === null ? [] : [t('casework.planned', { day: mediumDay(plannedDay, today, language) })]),
    ...(snoozedUntil === null || snoozedUntil <= today
      ? []
      : [t('casework.snoozed', { day: mediumDay(snoozedUntil, today, language) })]),
    ...links,
  ].join(' · ');
}
