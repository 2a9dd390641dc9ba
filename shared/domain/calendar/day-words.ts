import type { Day } from './day.ts';

/**
 * The months as answers name them: what reporters read is in Bahasa Indonesia, whatever the officer's own
 * language.
 */
export const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** "20 Juni 2026" */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
