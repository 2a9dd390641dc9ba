import type { CaseView } from '#shared/contract/window/case.ts';
import { dayOf, dayOrNull } from '#shared/domain/calendar/day.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import { type Clock, clocksOrNone, type DeadlineBasis } from '#shared/domain/deadlines/clocks.ts';
import { type LateClock, lateClocks } from '#shared/domain/deadlines/delay.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { explainClock } from '../../widgets/clock/explain.ts';
import { deliveryWords } from '../../widgets/delivery/delivery-words.ts';
import { hasThumb } from '../../widgets/files/FileThumb.tsx';
import { dueWords, stoppedWords, type WordsContext } from '../../words/clock-words.ts';
import { straight } from '../../words/direction.ts';
import { authorWords, detailWords, headingOf } from '../../words/entry-words.ts';
import { type Fact, factsOf } from '../../words/facts.ts';
import { numberOf, titleOf } from '../../words/text.ts';
import { textsOf } from './sheet-texts.ts';

export type Sheet = ReturnType<typeof sheetOf>;

/** A case with more is still a letter, and no album. */
const MOST_PICTURES = 24;

/** Who prints what, and when. */
export type Printing = {
  readonly officer: Officer;
  /** With what only the agency may read. */
  readonly internal: boolean;
  /** The complaint is invented. */
  readonly invented: boolean;
  /** ISO instant. */
  readonly at: string;
};

/**
 * A complaint on paper. Whoever finds the sheet may read it: how a reporter can be reached never stands on
 * it, and what only the agency may read where the officer chose that.
 */
export function sheetOf(view: CaseView, printing: Printing, basis: DeadlineBasis, context: WordsContext) {
  const { complaint } = view;
  const { officer, internal, at } = printing;
  const { t } = context;
  const office = officer.agency?.name ?? t('delay.holder.admin');
  const entries = complaint.timeline.filter((entry) => internal || !isInternal(entry));
  return {
    head: [complaint.parentAgency ?? '', office].filter((name) => name.trim() !== '').map(straight),
    marks: marksOf(complaint, printing, context),
    number: {
      name: t(`letter.number.${numberKind(complaint)}`),
      value: numberOf(complaint.trackingId, t),
    },
    title: titleOf(complaint, t).trim(),
    facts: linesOf(complaint, context),
    deadlines: deadlinesOf(complaint, basis, context),
    texts: textsOf(complaint, context),
    entries: entries.map((entry) => entryOf(entry, view, context)),
    printed: t('letter.printed', { at: momentOf(at, context), name: officer.name, agency: office }),
  };
}

/** The disposition stands on a sheet for anybody: it names the agency and no more. */
export function isInternal({ visibility, kind }: TimelineEntry): boolean {
  return visibility === 'agency' && kind !== 'disposition';
}

/** "Sel, 24 Feb 2026, 09.12 WIB": a paper outlives the year in which it was printed. */
function momentOf(instant: string, { t, longDay, timeOf }: WordsContext): string {
  if (dayOrNull(instant) === null) return t('case.unknown');
  return t('letter.wib', { day: longDay(dayOf(instant)), time: timeOf(instant) });
}

function numberKind({ id, trackingId }: Complaint): 'lapor' | 'receipt' | 'none' {
  if (trackingId === '') return 'none';
  return isRecordedId(id) && trackingId.startsWith('K-') ? 'receipt' : 'lapor';
}

function marksOf({ confidential }: Complaint, { internal, invented }: Printing, { t }: WordsContext) {
  const marks = { confidential, internal, invented };
  const names = ['confidential', 'internal', 'invented'] as const;
  return names
    .filter((name) => marks[name])
    .map((name) => ({ word: t(`letter.mark.${name}`), text: t(`letter.mark.${name}_text`) }));
}

function linesOf(complaint: Complaint, context: WordsContext): readonly (readonly [string, string])[] {
  const { t } = context;
  const { anonymous, reporterName, statusReason } = complaint;
  const kind = [
    t(`case.classification.${complaint.classification}`),
    ...(complaint.oversight ? [t('chip.oversight')] : []),
  ];
  const facts: readonly Fact[] = [
    [t('case.reporter'), anonymous ? t('letter.anonymous') : reporterName],
    [t('letter.classification'), kind.join(', ')],
    ...factsOf(complaint, { ...context, momentOf: (instant) => momentOf(instant, context) }),
    ...(statusReason === null ? [] : [[t('letter.reason'), statusReason] as const]),
  ];
  return facts.map(([name, value]) => [
    name,
    value === null || value.trim() === '' ? t('case.unknown') : value,
  ]);
}

function deadlinesOf(complaint: Complaint, basis: DeadlineBasis, context: WordsContext) {
  const clocks = clocksOrNone(complaint, basis);
  const late = lateClocks(clocks, basis.calendar, context.today);
  return [clocks.firstAnswer, clocks.completion, clocks.autoClose]
    .filter((clock): clock is Clock => clock !== null)
    .map((clock) => {
      const { arithmetic, caveats } = explainClock(clock, context);
      return {
        name: context.t(`deadline.${clock.name}`),
        state: stateOf(
          clock,
          late.find((each) => each.clock === clock),
          context,
        ),
        arithmetic: [arithmetic, ...caveats].join('. '),
      };
    });
}

/** By when, and how it stands: what was late stays late. */
function stateOf(clock: Clock, late: LateClock | undefined, context: WordsContext): string {
  const { t, longDay } = context;
  const parts: string[] = [];
  if (clock.dueDay !== null) parts.push(t('letter.due', { day: longDay(clock.dueDay) }));
  if (clock.stopped !== null) {
    const how = stoppedWords(clock, context);
    parts.push(late === undefined ? how : t('letter.stopped_late', { how, count: late.lateBy }));
  } else if (clock.dueDay === null) {
    parts.push(t(`deadline.paused.${clock.pauses.at(-1)?.cause ?? 'question'}`));
  } else {
    parts.push(dueWords(clock.dueDay, context).text);
  }
  return parts.join(': ');
}

function entryOf(entry: TimelineEntry, { complaint, deliveries, files }: CaseView, context: WordsContext) {
  const { t } = context;
  const heading = headingOf(entry, complaint, context);
  const delivery = deliveries[entry.id];
  const detail = detailWords(entry, context);
  const receipt = entry.receipt ?? delivery?.receipt ?? null;
  const text = entry.text.trim();
  return {
    id: entry.id,
    heading: straight(heading),
    by: straight(`${momentOf(entry.at, context)} · ${authorWords(entry, t)}`),
    notes: [
      ...(isInternal(entry) ? [t('timeline.only_agency')] : []),
      ...(detail === null ? [] : [detail]),
      // What the central service does not have yet must not look as if it had.
      ...(delivery === undefined || delivery.state === 'accepted'
        ? []
        : [deliveryWords(delivery, context).word]),
      ...(receipt === null ? [] : [t('letter.receipt', { receipt })]),
    ].map(straight),
    text: text === heading || entry.kind === 'approval' ? '' : text,
    files: entry.attachments.map((file) => ({
      file,
      size: context.bytesWords(file.size),
      hasPicture: files[file.sha256]?.state === 'here' && hasThumb(file),
    })),
  };
}

/** The files that are shown as small pictures: the first ones that are on this computer. */
export function picturesOf({ entries }: Sheet): readonly Attachment[] {
  const all = entries.flatMap(({ files }) => files.filter(({ hasPicture }) => hasPicture));
  return all.slice(0, MOST_PICTURES).map(({ file }) => file);
}
