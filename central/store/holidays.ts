import { type Holiday, type HolidayTable, holidayTable } from '#shared/domain/calendar/working-days.ts';
import { tellEveryAgency, writeReference } from './agencies.ts';
import type { Db, Tx } from './database.ts';

/** The official table as every office has it, or will have at its next connection. */
export async function readHolidays(db: Db | Tx): Promise<HolidayTable> {
  const { value } = await db
    .selectFrom('referenceData')
    .select('value')
    .where('name', '=', 'holidays')
    .executeTakeFirstOrThrow();
  return holidayTable.parse(value);
}

/** Replaces the table by a newer version and tells every agency: their deadlines are counted anew. */
export async function writeHolidays(tx: Tx, table: HolidayTable): Promise<void> {
  await writeReference(tx, 'holidays', table);
  await tellEveryAgency(tx, 'holidays');
}

/** A table with one more day off, in order; a year without a table gets one. @param source the decree */
export function withHoliday(table: HolidayTable, holiday: Holiday, source: string): HolidayTable {
  const year = Number(holiday.day.slice(0, 4));
  const others = without(table, holiday.day);
  const known = others.find((one) => one.year === year) ?? { year, source, holidays: [] };
  const holidays = [...known.holidays, holiday].sort((a, b) => (a.day < b.day ? -1 : 1));
  const years = [...others.filter((one) => one.year !== year), { ...known, holidays }];
  return { version: table.version + 1, years: years.sort((a, b) => a.year - b.year) };
}

export function withoutHoliday(table: HolidayTable, day: string): HolidayTable {
  return { version: table.version + 1, years: without(table, day) };
}

function without({ years }: HolidayTable, day: string): HolidayTable['years'] {
  return years.map((year) => ({ ...year, holidays: year.holidays.filter((known) => known.day !== day) }));
}
