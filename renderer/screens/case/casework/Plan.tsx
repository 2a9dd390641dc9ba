import { useEffect, useState } from 'react';
import type { Day } from '#shared/domain/calendar/day.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { useWords } from '../../../words/reference.tsx';

/**
 * The day on which the agency means to do the work. Taken when the field is left or by Enter: half a date is
 * none.
 */
export function Plan({
  day,
  locked,
  onAct,
}: {
  readonly day: Day | null;
  readonly locked: boolean;
  readonly onAct: (body: CommandBody) => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState(day ?? '');
  useEffect(() => setTyped(day ?? ''), [day]);
  const take = () => {
    if (typed !== (day ?? '')) onAct({ kind: 'plan', payload: { day: typed === '' ? null : typed } });
  };
  return (
    <label className="cluster">
      <span className="row-name">{t('command.plan.name')}</span>
      <input
        type="date"
        className="field small"
        data-field="plan"
        value={typed}
        disabled={locked}
        onChange={({ target: { value } }) => setTyped(value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
    </label>
  );
}
