import { type PointerEvent, useRef } from 'react';
import type { Day } from '#shared/domain/calendar/day.ts';
import { cx } from '../../kit/cx.ts';
import type { WordsContext } from '../../words/clock-words.ts';
import styles from './Ruler.module.css';
import type { RulerCell } from './ruler-cells.ts';
import type { useRuler } from './use-ruler.ts';

/** More days than this have no room for a number each. */
const MOST_WITH_NUMBERS = 15;

/** The strip of days of one clock. Purely visual: the card that holds it says the same in words. */
export function Ruler({
  ruler: { cells, active, setActive, further, plan },
  planned,
}: {
  readonly ruler: ReturnType<typeof useRuler>;
  readonly planned: Day | null;
}) {
  const due = cells.findIndex((cell) => cell.due);
  const dense = cells.length > MOST_WITH_NUMBERS;
  const began = useRef<number | null>(null);
  const over = ({ target }: PointerEvent): number | null => {
    const cell = (target as HTMLElement).dataset.cell;
    return cell === undefined ? null : Number(cell);
  };
  return (
    <span
      className={cx(styles.ruler, dense && styles.dense)}
      aria-hidden="true"
      onPointerDown={(event) => {
        began.current = over(event);
      }}
      onPointerMove={(event) => {
        if (began.current !== null && over(event) === cells.length) further?.();
        else setActive(over(event));
      }}
      onPointerUp={(event) => {
        const place = over(event);
        // A drag over more than one cell plans the day on which it is let go.
        if (began.current !== null && place !== null && place !== began.current) plan(place);
        began.current = null;
      }}
      onPointerLeave={() => {
        began.current = null;
        setActive(null);
      }}
    >
      {cells.map((cell, index) => (
        <span
          key={cell.from}
          data-cell={index}
          className={cx(
            styles.cell,
            styles[cell.kind],
            cell.kind === 'week' && cell.holidays.length > 0 && styles.mixed,
            due !== -1 && index > due && styles.over,
            cell.due && styles.due,
            cell.today && styles.today,
            planned !== null && planned >= cell.from && planned <= cell.to && styles.planned,
            index === active && styles.active,
          )}
        >
          {dense && !isLandmark(cell) ? null : labelOf(cell)}
        </span>
      ))}
      {further === null ? null : (
        <span data-cell={cells.length} className={cx(styles.cell, styles.further)}>
          ›
        </span>
      )}
    </span>
  );
}

function labelOf({ kind, from, count }: RulerCell): string | number | null {
  if (kind === 'start') return Number(from.slice(8));
  return kind === 'gap' ? '⋯' : count;
}

/** Where days are narrow, the numbers of these are enough to count by. */
function isLandmark({ kind, today, due, count }: RulerCell): boolean {
  return kind === 'gap' || today || due || count === 1 || (count !== null && count % 5 === 0);
}

/** One cell in words: "Sel 17/2: Tahun Baru Imlek 2577, tidak dihitung". */
export function cellSentence(cell: RulerCell, { t, shortDay }: WordsContext): string {
  const day = shortDay(cell.from);
  const sentence = t(
    `deadline.cell.${cell.kind === 'week' && cell.count === null ? 'week_none' : cell.kind}`,
    {
      day,
      from: day,
      to: shortDay(cell.to),
      count: cell.count ?? 0,
      name: cell.holidays[0]?.name ?? '',
    },
  );
  const marks = [
    cell.today ? t('clock.today') : null,
    cell.due ? t('deadline.cell.due') : null,
    ...(cell.kind === 'week'
      ? cell.holidays.map((holiday) => `${shortDay(holiday.day)} ${holiday.name}`)
      : []),
  ].filter((mark) => mark !== null);
  return marks.length === 0 ? sentence : `${sentence} (${marks.join('; ')})`;
}
