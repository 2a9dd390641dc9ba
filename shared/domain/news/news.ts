import { addDays, type Day, dayOfMs, instantAt } from '../calendar/day.ts';
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts';

/** What is worth a word while the officer does something else, the weightiest first. */
export const NEWS_KINDS = ['refused', 'reply', 'disposition', 'due'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What may stand on a locked screen: never a word of a citizen's or an officer's. */
export type Named = {
  readonly complaintId: string;
  readonly trackingId: string;
  /** Null: there is none, or the complaint is confidential. */
  readonly category: string | null;
};
export type News = Named & { readonly kind: NewsKind };

/** Everything that is new, in one note. `only`: all of it is about this complaint. */
export type Note = {
  readonly counts: Readonly<Record<NewsKind, number>>;
  readonly only: Named | null;
};

/** Office hours in WIB: nothing is told before and after them, nor on a day off. */
const OPENS = '07:30';
const CLOSES = '16:30';

const at = (day: Day, time: string): number => Date.parse(instantAt(day, time));

/** The first moment from `now` on (ms since 1970) at which somebody is at work. */
export function nextOfficeTime(calendar: WorkingCalendar, now: number): number {
  let day = dayOfMs(now);
  if (!isWorkingDay(calendar, day) || now >= at(day, CLOSES)) {
    do day = addDays(day, 1);
    while (!isWorkingDay(calendar, day));
  }
  return Math.max(now, at(day, OPENS));
}

/** The morning after this day's, when what is due is told again. */
export function nextOfficeMorning(calendar: WorkingCalendar, now: number): number {
  return nextOfficeTime(calendar, at(addDays(dayOfMs(now), 1), '00:00'));
}

/** Null: there is nothing to tell. The same thing of the same complaint counts once. */
export function noteOf(news: readonly News[]): Note | null {
  const [first] = news;
  if (first === undefined) return null;
  const counts = NEWS_KINDS.map((kind) => {
    const ids = news.filter((one) => one.kind === kind).map(({ complaintId }) => complaintId);
    return [kind, new Set(ids).size] as const;
  });
  const isOnly = news.every(({ complaintId }) => complaintId === first.complaintId);
  const { complaintId, trackingId, category } = first;
  return {
    counts: Object.fromEntries(counts) as Record<NewsKind, number>,
    only: isOnly ? { complaintId, trackingId, category } : null,
  };
}

/** The complaint as a note may name it. */
export function nameOf({
  id,
  trackingId,
  confidential,
  categoryPath,
}: {
  readonly id: string;
  readonly trackingId: string;
  readonly confidential: boolean;
  readonly categoryPath: readonly string[];
}): Named {
  return { complaintId: id, trackingId, category: confidential ? null : (categoryPath.at(-1) ?? null) };
}
