import { type Promised, promisesIn } from '../answers/promise.ts';
import { type Day, dayOf } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { caseworkOf } from '../complaint/casework.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { isAnswer, type TimelineEntry } from '../complaint/entry.ts';
import { bucketOf, isClosed } from '../complaint/status.ts';
import type { Officer } from '../people/roles.ts';
import { mayDo } from './registry.ts';

export type Kept = Promised & { readonly entry: TimelineEntry };

/** The next promised day of the last answer, else its last one. Null: nothing promised, or finished. */
export function lastPromise(
  { timeline }: Pick<Complaint, 'timeline'>,
  today: Day,
  calendar: WorkingCalendar,
): Kept | null {
  const entry = timeline.findLast(isAnswer);
  if (entry === undefined || entry.kind !== 'follow_up' || entry.author.officerId === null) return null;
  const promises = promisesIn(entry.text, dayOf(entry.at), calendar);
  const next = promises.find(({ day }) => day >= today) ?? promises.at(-1);
  return next === undefined ? null : { ...next, entry };
}

/** The promise whose day this officer may plan the complaint for, and that it is not planned for yet. */
export function promiseToPlan(
  complaint: Complaint,
  officer: Officer,
  today: Day,
  calendar: WorkingCalendar,
): Kept | null {
  if (!mayDo(officer.role, 'plan') || complaint.agency?.id !== officer.agency?.id) return null;
  if (isClosed(bucketOf(complaint.rawStatus).bucket)) return null;
  const kept = lastPromise(complaint, today, calendar);
  if (kept === null || kept.day < today || kept.entry.author.officerId !== officer.id) return null;
  return caseworkOf(complaint).plannedDay === kept.day ? null : kept;
}
