import type { ToldByBackend } from '#shared/contract/process/backend-process.ts';
import { addDays, dayNumber, dayOfMs } from '#shared/domain/calendar/day.ts';
import { isUnread } from '#shared/domain/complaint/complaint.ts';
import { urgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { type News, nameOf, nextOfficeMorning, nextOfficeTime, noteOf } from '#shared/domain/news/news.ts';
import { type BackendContext, centralNow } from './context.ts';
import { queueReader } from './queue.ts';

/** What comes closely after each other is one note, ms. */
const GATHER_MS = 10_000;
/** The counts are told at most so often, ms. */
const COUNT_MS = 1_000;
/** Rows that are looked at for what is due. */
const MOST_DUE = 200;
/** After every `receivedNo` of a day. */
const LAST_OF_DAY = '9999999999999999';

export type NewsTeller = { readonly take: (news: readonly News[]) => void };

/**
 * Tells the shell what is new, in office hours alone and many things as one, and how much is unsent and due.
 * Alarms of a backend that is closing ring no more.
 */
export function createNewsTeller(context: BackendContext, tell: (told: ToldByBackend) => void): NewsTeller {
  const { cache, clock, hub, journal, officer } = context;
  const calendar = () => context.basis().calendar;
  let gathered: readonly News[] = [];
  let isWaiting = false;

  /** Looks again when it is time: a PC that slept may wake up in the night. */
  const inOfficeTime = (from: number, then: () => void): void => {
    const at = nextOfficeTime(calendar(), Math.max(from, clock.now()));
    if (at <= clock.now()) then();
    else clock.alarm(at, () => inOfficeTime(from, then));
  };
  /** Somebody may have read it meanwhile, also on another PC. */
  const isStillNew = ({ kind, complaintId }: News): boolean => {
    if (kind === 'refused' || kind === 'due') return true;
    const known = cache.complaints.get(complaintId);
    return known !== null && isUnread(known.complaint, officer().id);
  };
  const tellGathered = (): void => {
    isWaiting = false;
    const note = noteOf(gathered.filter(isStillNew));
    gathered = [];
    if (note !== null) tell({ type: 'news', note });
  };
  const take = (news: readonly News[]): void => {
    if (news.length === 0) return;
    gathered = [...gathered, ...news];
    if (isWaiting) return;
    isWaiting = true;
    inOfficeTime(clock.now() + GATHER_MS, tellGathered);
  };

  const dueNext = (): readonly News[] => {
    const limits = urgencyLimits(calendar(), dayOfMs(centralNow(context)));
    const after = `${dayNumber(addDays(limits.soonUntil, -1))}.${LAST_OF_DAY}`;
    return cache.queue
      .page('today', after, MOST_DUE, limits)
      .rows.filter(({ due }) => due?.day === limits.soonUntil)
      .map(({ category, ...row }) => ({
        kind: 'due',
        ...nameOf({ ...row, categoryPath: category === null ? [] : [category] }),
      }));
  };
  const tellDue = (): void => {
    if (journal.session.session() !== null) take(dueNext());
    inOfficeTime(nextOfficeMorning(calendar(), clock.now()), tellDue);
  };
  clock.alarm(clock.now(), () => inOfficeTime(clock.now(), tellDue));

  const queue = queueReader(context);
  let last = '';
  let isCounting = false;
  const count = (): void => {
    isCounting = false;
    const { outbox: unsent, today: due } = queue.counts();
    if (last === `${unsent} ${due}`) return;
    last = `${unsent} ${due}`;
    tell({ type: 'counts', unsent, due });
  };
  const countSoon = (): void => {
    if (isCounting) return;
    isCounting = true;
    clock.alarm(clock.now() + COUNT_MS, count);
  };
  hub.listen((topics) => {
    if (topics.includes('queue') || topics.includes('outbox')) countSoon();
  });
  countSoon();
  return { take };
}
