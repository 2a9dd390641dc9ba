import { readFileSync } from 'node:fs';
import { isRealDay } from '#shared/domain/calendar/day.ts';
import { type HolidayTable, holidayTable } from '#shared/domain/calendar/working-days.ts';
import { readHolidays, withHoliday, withoutHoliday, writeHolidays } from '../store/holidays.ts';
import { command, FLAG, TEXT } from './command.ts';
import { CliError, t } from './messages.ts';

/**
 * `holidays`: lists the days off. `holidays add DAY NAME`, `holidays remove DAY`: as an amended decree says.
 * `holidays replace FILE`: a whole table, as JSON. Every office counts its deadlines anew.
 */
export const holidays = command(
  { options: { 'cuti-bersama': FLAG, source: TEXT }, words: true },
  ({ values, words, withDb }) =>
    withDb(async (db) => {
      const before = await readHolidays(db);
      const [verb, first = '', ...rest] = words;
      if (verb === undefined) return list(before);
      const name = rest.join(' ').trim();
      const after = (): HolidayTable => {
        if (verb === 'replace' && first !== '') return { ...readTable(first), version: before.version + 1 };
        const day = dayOr(first);
        if (verb === 'add' && name !== '') {
          const collectiveLeave = values['cuti-bersama'] === true;
          return withHoliday(before, { day, name, collectiveLeave }, values.source?.trim() ?? name);
        }
        if (verb === 'remove') return withoutHoliday(before, day);
        throw new CliError('holidaysUsage');
      };
      const table = after();
      await db.transaction().execute((tx) => writeHolidays(tx, table));
      console.log(t('holidaysReplaced', { version: table.version }));
    }),
);

function list({ version, years }: HolidayTable): void {
  console.log(t('holidaysVersion', { version }));
  for (const { holidays: days } of years) for (const { day, name } of days) console.log(`${day}\t${name}`);
}

function dayOr(text: string): string {
  if (!isRealDay(text)) throw new CliError('holidaysDay', { day: text });
  return text;
}

function readTable(path: string): HolidayTable {
  try {
    return holidayTable.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CliError('holidaysFile', { path });
  }
}
