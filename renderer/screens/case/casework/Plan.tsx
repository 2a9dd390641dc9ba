import { useEffect, useState } from 'react';
import type { Day } from '#shared/domain/calendar/day.ts';
import { useWords } from '../../../words/reference.tsx';
import type { CaseworkFieldProps } from './FieldRow.tsx';

/** The day on which the agency means to do the work. It is taken by Enter or when the field is left. */
export function Plan({ day, locked, onAct }: CaseworkFieldProps & { readonly day: Day | null }) {
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
