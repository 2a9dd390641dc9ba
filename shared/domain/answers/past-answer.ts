import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { Span } from '../pii/span.ts';
import { daysNamed } from '../text/promised-day.ts';
import { findName } from '../text/reporter-name.ts';

/** "dalam 3 hari kerja" is as true for another complaint; "20 Juni" and "Kamis depan" are not. */
const SPAN_OF_TIME = /^(?:dalam|paling|maksimal|selambat|kurang|waktu)\b/i;

/** An answer to another complaint as a template: the reporter's name, number and days become variables. */
export function asTemplate(
  answer: string,
  { reporterName, trackingId }: Pick<Complaint, 'reporterName' | 'trackingId'>,
  today: Day,
  calendar: WorkingCalendar,
): string {
  const said: (Span & { readonly variable: string })[] = [
    ...findName(answer, reporterName ?? '').map((span) => ({ ...span, variable: '{nama pelapor}' })),
    ...spansOf(answer, trackingId).map((span) => ({ ...span, variable: '{id laporan}' })),
    ...daysNamed(answer, today, calendar)
      .filter(({ from, to }) => !SPAN_OF_TIME.test(answer.slice(from, to)))
      .map((span) => ({ ...span, variable: '{tanggal}' })),
  ].sort((a, b) => b.from - a.from);
  return said.reduce(
    (text, { from, to, variable }) => text.slice(0, from) + variable + text.slice(to),
    answer,
  );
}

function spansOf(text: string, word: string): readonly Span[] {
  const spans: Span[] = [];
  if (word === '') return spans;
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length))
    spans.push({ from, to: from + word.length });
  return spans;
}
