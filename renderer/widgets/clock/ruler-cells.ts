import { type Day, dayNumber, weekday } from '#shared/domain/calendar/day.ts';
import type { Holiday } from '#shared/domain/calendar/working-days.ts';
import type { RulerDay } from '#shared/domain/deadlines/ruler.ts';

/** One cell as drawn: a day, a whole week of a long clock, or the part of the time that is not drawn. */
export type RulerCell = Pick<RulerDay, 'count' | 'today' | 'due'> & {
  readonly kind: RulerDay['kind'] | 'week' | 'gap';
  readonly from: Day;
  readonly to: Day;
  readonly holidays: readonly Holiday[];
};

/** As many cells as a card has room for with a number in each. */
export const MOST_CELLS = 25;

/**
 * The ruler's days as cells, never more than `most`. A short clock shows every day. A late one leaves out the
 * days between due day and today; a long one (60 working days) shows weeks; a longer one leaves out weeks in
 * the middle.
 */
export function rulerCells(days: readonly RulerDay[], most = MOST_CELLS): readonly RulerCell[] {
  const cells = days.map(dayCell);
  if (cells.length <= most) return cells;

  const due = cells.findIndex((cell) => cell.due);
  const end = due === -1 ? cells.length : due + 1;
  const until = cells.slice(0, end);
  const after = cells.slice(end);
  const tail = after.length <= 3 ? after : [gapOf(after.slice(0, -1)), ...after.slice(-1)];
  if (until.length + tail.length <= most) return [...until, ...tail];

  const weeks = [...byWeek(until), ...tail];
  return weeks.length <= most ? weeks : leaveOut(weeks, most);
}

function dayCell({ day, holiday, ...marks }: RulerDay): RulerCell {
  return { ...marks, from: day, to: day, holidays: holiday === null ? [] : [holiday] };
}

function byWeek(cells: readonly RulerCell[]): readonly RulerCell[] {
  const weeks: RulerCell[] = [];
  for (const cell of cells) {
    const last = weeks.at(-1);
    const monday = weekday(dayNumber(cell.from)) === 1;
    if (cell.kind === 'start' || last === undefined || last.kind === 'start' || monday) {
      weeks.push(cell.kind === 'start' ? cell : { ...cell, kind: 'week', holidays: workdayHolidays(cell) });
    } else {
      weeks[weeks.length - 1] = {
        ...last,
        to: cell.to,
        count: cell.count ?? last.count,
        holidays: [...last.holidays, ...workdayHolidays(cell)],
        today: last.today || cell.today,
        due: last.due || cell.due,
      };
    }
  }
  return weeks;
}

/** A holiday on a weekend costs nothing and is no mark of a week. */
function workdayHolidays(cell: RulerCell): readonly Holiday[] {
  return cell.kind === 'holiday' ? cell.holidays : [];
}

/** Start, the surroundings of today, and the end stay; what lies between becomes gaps. */
function leaveOut(cells: readonly RulerCell[], most: number): readonly RulerCell[] {
  const today = cells.findIndex((cell) => cell.today);
  const third = Math.floor((most - 4) / 3);
  const kept = (index: number) =>
    index < third || index >= cells.length - third || Math.abs(index - today) <= third / 2;
  return cells.flatMap((cell, index) => {
    if (kept(index)) return [cell];
    // A gap stands where the first of its cells stood.
    if (!kept(index - 1)) return [];
    const next = cells.findIndex((_, other) => other > index && kept(other));
    return [gapOf(cells.slice(index, next))];
  });
}

/** The place of one cell or more that are not drawn. */
function gapOf(cells: readonly RulerCell[]): RulerCell {
  const [from, to] = [cells[0]?.from ?? '', cells.at(-1)?.to ?? ''];
  return { kind: 'gap', from, to, count: null, holidays: [], today: false, due: false };
}
