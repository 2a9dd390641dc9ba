import * as z from 'zod';
import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { Span } from '../pii/span.ts';
import { line, MAX_TEXT } from '../schema.ts';
import { daysNamed } from '../text/promised-day.ts';
import { findName } from '../text/reporter-name.ts';
import { gap, gapsIn } from './templates.ts';

/** What speaks against sending a text. The first two forbid it; the last is only asked about once. */
export const answerCheck = z.discriminatedUnion('check', [
  z.object({
    check: z.literal('unfilled'),
    gaps: z.tuple([gap], gap).meta({ maxItems: MAX_TEXT }).readonly(),
  }),
  /** An anonymous reporter is named; as the text has it. */
  z.object({ check: z.literal('names_reporter'), name: line }),
  /** It neither finishes nor says what comes next, or when. */
  z.object({ check: z.literal('no_next_step') }),
]);
export type AnswerCheck = z.infer<typeof answerCheck>;

export type CheckedText = {
  readonly text: string;
  /** It leaves the agency. */
  readonly goesOut: boolean;
  /** Reporter and public will read it. */
  readonly isPublic: boolean;
  /** It tells of the progress, and does not finish. */
  readonly isProgress: boolean;
};

/** A text shorter than this is still being begun. */
const BEGUN_LETTERS = 20;
const NEXT_STEP =
  /\b(?:akan|segera|sedang|dijadwalkan|terjadwal|jadwal(?:nya)?|direncanakan|rencana(?:nya)?|ditargetkan|target(?:nya)?|selanjutnya|berikutnya|tahap|kemudian|menunggu|paling (?:lambat|lama)|selambat-lambatnya|usulkan|mengusulkan|diusulkan|diupayakan|upayakan|mohon|silakan|silahkan|(?:dalam|masih) proses|hubungi|diteruskan|teruskan|koordinasi(?:kan)?|berkoordinasi|selesai|tuntas)\b/iu;

export function checksOf(
  { text, goesOut, isPublic, isProgress }: CheckedText,
  complaint: Pick<Complaint, 'anonymous' | 'reporterName' | 'originalText'>,
  today: Day,
  calendar: WorkingCalendar,
): readonly AnswerCheck[] {
  const gaps = goesOut ? gapsIn(text) : [];
  const [gap, ...others] = gaps;
  const [named] = isPublic ? reporterNamesIn(text, complaint) : [];
  const isAimless =
    isProgress &&
    text.trim().length >= BEGUN_LETTERS &&
    gaps.length === 0 &&
    !NEXT_STEP.test(text) &&
    daysNamed(text, today, calendar).every(({ day }) => day <= today);
  return [
    ...(gap === undefined ? [] : [{ check: 'unfilled', gaps: [gap, ...others] } as const]),
    ...(named === undefined
      ? []
      : [{ check: 'names_reporter', name: text.slice(named.from, named.to) } as const]),
    ...(isAimless ? [{ check: 'no_next_step' } as const] : []),
  ];
}

/** Where the text names an anonymous reporter; nowhere when the reporter is not anonymous. */
export function reporterNamesIn(
  text: string,
  { anonymous, reporterName, originalText }: Pick<Complaint, 'anonymous' | 'reporterName' | 'originalText'>,
): readonly Span[] {
  if (!anonymous) return [];
  const names = [...(reporterName === null ? [] : [reporterName]), ...ownNamesIn(originalText)];
  return names.flatMap((name) => findName(text, name));
}

const OWN_NAME =
  /(?:\b[Nn]ama (?:saya|sy|lengkap(?: saya)?)(?: adalah| ialah|:)?|\b[Pp]erkenalkan,? saya|\b[Ss]aya yang bernama|\b[Hh]ormat saya,?|\b[Tt]td\.?|\ba\.?n\.)\s*:?\s*((?:\p{Lu}[\p{L}'’]+)(?:[ \t]+\p{Lu}[\p{L}'’.]+){0,3})/gu;

/** How reporters name themselves in their own words: "nama saya Budi Siregar", "Hormat saya, …". */
export function ownNamesIn(complaintText: string): readonly string[] {
  return Array.from(complaintText.matchAll(OWN_NAME), ([, name = '']) => name.trim());
}
