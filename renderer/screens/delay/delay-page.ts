import type { Day } from '#shared/domain/calendar/day.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import {
  type Delay,
  type Holder,
  type LateClock,
  nameOf,
  type Stretch,
} from '#shared/domain/deadlines/delay.ts';
import { explainClock } from '../../widgets/clock/explain.ts';
import type { WordsContext } from '../../words/clock-words.ts';

export type DelayPage = ReturnType<typeof delayPage>;

/** A page for the superior or the Ombudsman: what is late, why it was due then, and who was waited for. */
export function delayPage(
  complaint: Complaint,
  delay: Delay,
  offline: readonly Day[],
  context: WordsContext,
) {
  const { t, longDay, shortDay } = context;
  return {
    heading: t('delay.heading', {
      id: complaint.trackingId,
      agency: complaint.agency?.name ?? t('delay.holder.admin'),
    }),
    clocks: delay.late.map((late) => ({
      verdict: verdictOf(late, context),
      arithmetic: explainClock(late.clock, context).arithmetic,
    })),
    stretches: delay.stretches.map(({ holder, from, to, workingDays }) => ({
      span: from === to ? longDay(from) : `${longDay(from)} – ${longDay(to)}`,
      holder: holderWords(holder, context),
      days: t('delay.days', { count: workingDays }),
    })),
    /** The working days of each holder together, the longest first. */
    sums: sumsOf(delay.stretches, context),
    /** Working days on which this computer had no connection. */
    offline:
      offline.length === 0
        ? null
        : t('delay.offline', {
            count: offline.length,
            days: offline.map((day) => shortDay(day)).join(', '),
          }),
  };
}

/** The page as plain text, to be put into a letter. */
export function delayText(complaint: Complaint, page: DelayPage, { t }: WordsContext): string {
  return [
    page.heading,
    complaint.title.trim(),
    '',
    ...(page.clocks.length === 0 ? [t('delay.none')] : []),
    ...page.clocks.flatMap(({ verdict, arithmetic }) => [verdict, `  ${arithmetic}`]),
    '',
    t('delay.waited'),
    ...page.stretches.map(({ span, holder, days }) => `- ${span}: ${holder} (${days})`),
    '',
    `${t('delay.sums')}: ${page.sums.join('; ')}`,
    ...(page.offline === null ? [] : [page.offline]),
  ].join('\n');
}

function verdictOf({ clock, doneOn, lateBy }: LateClock, { t, longDay }: WordsContext): string {
  const name = t(`deadline.${clock.name}`);
  const due = longDay(clock.dueDay ?? clock.startDay);
  return doneOn === null
    ? t('delay.still_late', { name, due, count: lateBy })
    : t('delay.was_late', { name, due, done: longDay(doneOn), count: lateBy });
}

function holderWords(holder: Holder, { t }: WordsContext): string {
  return typeof holder === 'object' ? holder.name : t(`delay.holder.${holder}`);
}

function sumsOf(stretches: readonly Stretch[], context: WordsContext): readonly string[] {
  const sums = new Map<string, { readonly holder: Holder; readonly days: number }>();
  for (const { holder, workingDays } of stretches) {
    const before = sums.get(nameOf(holder))?.days ?? 0;
    sums.set(nameOf(holder), { holder, days: before + workingDays });
  }
  return [...sums.values()]
    .sort((a, b) => b.days - a.days)
    .map(({ holder, days }) => `${holderWords(holder, context)} ${context.t('delay.days', { count: days })}`);
}
