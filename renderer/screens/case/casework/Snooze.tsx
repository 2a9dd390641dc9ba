import type { Day } from '#shared/domain/calendar/day.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { ChoiceGroup } from '../../../kit/ChoiceGroup.tsx';
import { useClockWords } from '../../../words/reference.tsx';
import { type CaseworkFieldProps, FieldRow } from './FieldRow.tsx';

const AHEAD = [
  { days: 1, words: 'casework.snooze_tomorrow' },
  { days: 3, words: 'casework.snooze_three' },
  { days: 5, words: 'casework.snooze_week' },
] as const;
const NONE = 'none';

/** Until which working day the officer does not want to see a complaint among what is due. */
export function Snooze({ until, locked, onAct }: CaseworkFieldProps & { readonly until: Day | null }) {
  const { t, calendar, today, mediumDay } = useClockWords();
  const ahead = AHEAD.map(({ days, words }) => {
    const day = addWorkingDays(calendar, today, days);
    return { id: day, words: t(words, { day: mediumDay(day) }) };
  });
  const shown = until !== null && until > today ? until : null;
  const other =
    shown === null || ahead.some(({ id }) => id === shown)
      ? []
      : [{ id: shown, words: t('timeline.until', { day: mediumDay(shown) }) }];
  return (
    <FieldRow name={t('casework.snooze')}>
      <ChoiceGroup
        label={t('casework.snooze')}
        field="snooze"
        choices={[{ id: NONE, words: t('casework.snooze_none') }, ...ahead, ...other]}
        value={shown ?? NONE}
        locked={locked}
        onChoose={(id) => onAct({ kind: 'snooze', payload: { until: id === NONE ? null : id } })}
      />
    </FieldRow>
  );
}
