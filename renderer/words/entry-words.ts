import type { Day } from '#shared/domain/calendar/day.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { entryDetail } from '#shared/domain/complaint/entry-detail.ts';
import { isDay } from '#shared/domain/schema.ts';
import type { DatedWords, Translate } from './i18n.ts';

/** What happened, as the heading of its entry. */
export function headingOf(entry: TimelineEntry, complaint: Complaint, { t, mediumDay }: DatedWords): string {
  const { kind, detail } = entry;
  switch (kind) {
    case 'disposition': {
      const agency = complaint.agency?.name;
      if (agency !== undefined) return t('entry.disposition', { agency });
      // On its way back it belongs to no agency; the entry itself still says where it had been sent.
      return entry.text.trim() === '' ? t('entry.disposition_unknown') : entry.text.trim();
    }
    case 'forward':
      return t('entry.forward', { name: detail?.assignee?.name ?? '' });
    case 'priority':
      return t('entry.priority', {
        priority: t(`casework.priorities.${detail?.priority ?? 'normal'}`),
      });
    case 'link':
      return t('entry.link', { id: detail?.trackingId ?? '' });
    case 'proposal':
      return t('entry.proposal', { kind: t(`command.${detail?.proposes ?? 'follow_up'}.name`) });
    default: {
      const day = dayIn(detail);
      return t([`entry.${kind}`, 'entry.unknown'], {
        day: day === null ? '' : mediumDay(day),
        // "plan_none" of a plan that was taken back; where there are no such words, those of every other.
        ...(takesBack(detail) && { context: 'none' }),
      });
    }
  }
}

/** The day that an entry says besides its text; null: none. */
function dayIn(detail: TimelineEntry['detail']): Day | null {
  const all = Object.entries(detail ?? {});
  const found = all.find(([name, value]) => value !== null && isDay(entryDetail.shape, name));
  return found === undefined ? null : String(found[1]);
}

/** Does an entry say that something is no longer so? */
function takesBack(detail: TimelineEntry['detail']): boolean {
  return Object.values(detail ?? {}).some((value) => value === null || value === false);
}

/** What its heading does not say yet, in a few words; null: nothing. */
export function detailWords({ kind, detail }: TimelineEntry, { t, mediumDay }: DatedWords): string | null {
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
    return t('timeline.until', { day: mediumDay(detail.until) });
  if (kind === 'archive_proposal' && detail.duplicateOf !== undefined && detail.duplicateOf !== null)
    return t('timeline.duplicate_of', { id: detail.duplicateOf });
  return null;
}

/** Who it is by. */
export function authorWords({ author }: TimelineEntry, t: Translate): string {
  if (author.role === 'reporter') return t('case.reporter');
  return author.name === '' ? t('timeline.system') : author.name;
}
