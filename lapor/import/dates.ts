import { isRealDay, monthOf } from '#shared/domain/calendar/day.ts';
import type { Cell } from '../excel/rows.ts';
import { textOf } from './columns.ts';

/** "3 Jan 2026" or "17 Agustus 2026", "3/1/2026" (the day first), and ISO. */
const SPELLINGS = [
  /^(?<day>\d{1,2})[ \-/.]+(?<month>\p{L}{3,})\.?[ \-/.,]+(?<year>\d{4})$/u,
  /^(?<day>\d{1,2})[/\-.](?<month>\d{1,2})[/\-.](?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T].*)?$/,
];

/** The day of a cell, `YYYY-MM-DD`: a date of Excel, or a text. Null when it is none, or does not exist. */
export function readDay(cell: Cell | undefined): string | null {
  if (typeof cell === 'object') return isPlausible(cell.day) ? cell.day : null;
  const text = textOf(cell);
  for (const spelling of SPELLINGS) {
    const { year, month = '', day = '' } = spelling.exec(text)?.groups ?? {};
    if (year === undefined) continue;
    const found = `${year}-${String(monthOf(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isRealDay(found) && isPlausible(found) ? found : null;
  }
  return null;
}

/** The calendar of working days covers this century; LAPOR! began in 2012. */
function isPlausible(day: string): boolean {
  return day >= '2000-01-02' && day < '2099-01-01';
}

/** The time of a cell, `HH:MM` in WIB; midnight when empty; null when it is no time. */
export function readTime(cell: Cell | undefined): string | null {
  if (cell === undefined || cell === '') return '00:00';
  if (typeof cell === 'object') return cell.time;
  const [, hour = '', minute = ''] =
    /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?: *WIB)?$/i.exec(textOf(cell)) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
