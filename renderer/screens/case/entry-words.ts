import type { Day } from '#shared/domain/calendar/day.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { mediumDay } from '../../words/format.ts';
import type { DatedWords } from '../../words/i18n.ts';

/** What happened, as the heading of its entry. */
export function headingOf(
  entry: TimelineEntry,
  complaint: Complaint,
  { t, language, today }: DatedWords,
): string {
  const { kind, detail } = entry;
  const onDay = (day: Day) => mediumDay(day, today, language);
  switch (kind) {
    case 'disposition': {
      const agency = complaint.agency?.name;
      if (agency !== undefined) return t('entry.disposition', { agency });
      // On its way back it belongs to no OPD; the entry itself still says where it had been sent.
      return entry.text.trim() === '' ? t('entry.disposition_unknown') : entry.text.trim();
    }
    case 'forward':
      return t('entry.forward', { name: detail?.assignee?.name ?? '' });
    case 'priority':
      return t('entry.priority', {
        priority: t(`casework.priorities.${detail?.priority ?? 'normal'}`),
      });
    case 'plan': {
      const day = detail?.plannedDay ?? null;
      return day === null ? t('entry.plan_none') : t('entry.plan', { day: onDay(day) });
    }
    case 'snooze': {
      const day = detail?.until ?? null;
      return day === null ? t('entry.snooze_none') : t('entry.snooze', { day: onDay(day) });
    }
    case 'link':
      return t('entry.link', { id: detail?.trackingId ?? '' });
    case 'proposal':
      return t('entry.proposal', { kind: t(`command.${detail?.proposes ?? 'follow_up'}.name`) });
    default:
      return t(`entry.${kind}`);
  }
}

/** What its heading does not say yet, in a few words; null: nothing. */
export function detailWords(
  { kind, detail }: TimelineEntry,
  { t, language, today }: DatedWords,
): string | null {
  if (detail === null) return null;
  if (detail.approvedBy !== undefined) {
    const { name } = detail.approvedBy;
    return t(detail.edited === true ? 'timeline.approved_edited' : 'timeline.approved_by', { name });
  }
  if (kind === 'labels' && detail.labels !== undefined) {
    const { add, remove } = detail.labels;
    return [...add.map((label) => `+ ${label}`), ...remove.map((label) => `− ${label}`)].join(', ');
  }
  if (kind === 'postponement' && detail.until !== undefined && detail.until !== null)
    return t('timeline.until', { day: mediumDay(detail.until, today, language) });
  if (kind === 'archive_proposal' && detail.duplicateOf !== undefined && detail.duplicateOf !== null)
    return t('timeline.duplicate_of', { id: detail.duplicateOf });
  return null;
}
