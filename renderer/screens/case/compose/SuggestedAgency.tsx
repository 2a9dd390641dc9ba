import { useId } from 'react';
import type { Agency } from '#shared/domain/people/roles.ts';
import { useWords } from '../../../words/reference.tsx';

/** Of a return: the agency that should have the complaint, as the officer knows it. */
export function SuggestedAgency({
  agencies,
  value,
  locked,
  onChange,
}: {
  readonly agencies: readonly Agency[];
  /** The name of the agency; null: not known. */
  readonly value: string | null;
  readonly locked: boolean;
  readonly onChange: (name: string | null) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const known = value === null || agencies.some(({ name }) => name === value);
  return (
    <label className="labelled small muted" htmlFor={id}>
      {t('compose.suggest')}
      <select
        id={id}
        className="field"
        value={value ?? ''}
        disabled={locked}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('compose.suggest_none')}</option>
        {known ? null : <option value={value}>{value}</option>}
        {agencies.map((agency) => (
          <option key={agency.id} value={agency.name}>
            {agency.name}
          </option>
        ))}
      </select>
    </label>
  );
}
