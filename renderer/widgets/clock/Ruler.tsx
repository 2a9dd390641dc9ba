import { type PointerEvent, useRef } from 'react';
import type { Day } from '#shared/domain/calendar/day.ts';
import { cx } from '../../kit/cx.ts';
import type { WordsContext } from '../../words/clock-words.ts';
import { shortDay } from '../../words/format.ts';
import styles from './Ruler.module.css';
import type { RulerCell } from './ruler-cells.ts';

/** The strip of days of one clock. Purely visual: the card that holds it says the same in words. */
export function Ruler({
  cells,
  active,
  planned,
  onActive,
  onFurther,
  onDropped,
}: {
  readonly cells: readonly RulerCell[];
  readonly active: number | null;
  readonly planned: Day | null;
  readonly onActive: (index: number | null) => void;
  /** The pointer wants to go beyond the end; null: there is nothing to look for there. */
  readonly onFurther: (() => void) | null;
  /** A drag that went over more than one cell was let go on this one. */
  readonly onDropped: (index: number) => void;
}) {
  const due = cells.findIndex((cell) => cell.due);
  const began = useRef<number | null>(null);
  const over = ({ target }: PointerEvent): number | null => {
    const cell = (target as HTMLElement).dataset.cell;
    return cell === undefined ? null : Number(cell);
  };
  return (
    <span
      className={cx(styles.ruler, cells.length > 21 && styles.dense)}
      aria-hidden="true"
      onPointerDown={(event) => {
        began.current = over(event);
      }}
      onPointerMove={(event) => {
        if (began.current !== null && over(event) === cells.length) onFurther?.();
        else onActive(over(event));
      }}
      onPointerUp={(event) => {
        const place = over(event);
        if (began.current !== null && place !== null && place !== began.current) onDropped(place);
        began.current = null;
      }}
      onPointerLeave={() => {
        began.current = null;
        onActive(null);
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
          {cell.kind === 'start' ? Number(cell.from.slice(8)) : cell.kind === 'gap' ? '⋯' : cell.count}
        </span>
      ))}
      {onFurther === null ? null : (
        <span data-cell={cells.length} className={cx(styles.cell, styles.further)}>
          ›
        </span>
      )}
    </span>
  );
}

/** One cell in words: "Sel 17/2: Tahun Baru Imlek 2577, tidak dihitung". */
export function cellSentence(cell: RulerCell, { t, language }: WordsContext): string {
  const day = shortDay(cell.from, language);
  const sentence = t(
    `deadline.cell.${cell.kind === 'week' && cell.count === null ? 'week_none' : cell.kind}`,
    {
      day,
      from: day,
      to: shortDay(cell.to, language),
      count: cell.count ?? 0,
      name: cell.holidays[0]?.name ?? '',
    },
  );
  const marks = [
    cell.today ? t('clock.today') : null,
    cell.due ? t('deadline.cell.due') : null,
    ...(cell.kind === 'week'
      ? cell.holidays.map((holiday) => `${shortDay(holiday.day, language)} ${holiday.name}`)
      : []),
  ].filter((mark) => mark !== null);
  return marks.length === 0 ? sentence : `${sentence} (${marks.join('; ')})`;
}
