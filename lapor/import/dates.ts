import type { Cell } from '../excel/rows.ts';
import { textOf } from './columns.ts';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
};

/**
 * The day of a cell, `YYYY-MM-DD`: a date of Excel, "3 Jan 2026" or "17 Agustus 2026" with English or
 * Indonesian month names, "3/1/2026" (the day first), or ISO. Null when it is none, or a day that does not
 * exist.
 */
export function readDay(cell: Cell | undefined): string | null {
  if (typeof cell === 'object') return isPlausible(cell.day) ? cell.day : null;
  const text = textOf(cell);
  const worded = /^(\d{1,2})[ \-/.]+(\p{L}{3,})\.?[ \-/.,]+(\d{4})$/u.exec(text);
  if (worded !== null) {
    const [, day = '', month = '', year = ''] = worded;
    return existing(year, MONTHS[month.slice(0, 3).toLowerCase()] ?? 0, day);
  }
  const numbers = /^(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})$/.exec(text);
  if (numbers !== null) {
    const [, day = '', month = '', year = ''] = numbers;
    return existing(year, Number(month), day);
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(text);
  if (iso !== null) {
    const [, year = '', month = '', day = ''] = iso;
    return existing(year, Number(month), day);
  }
  return null;
}

function existing(year: string, month: number, day: string): string | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${year}-${two(month)}-${two(Number(day))}`;
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript turns 31 Feb into 3 Mar.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  return isPlausible(text) ? text : null;
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
