import { useId } from 'react';
import type { Officer } from '#shared/domain/people/roles.ts';
import { type Choices, chosen } from '../../../core/drafts/choices.ts';
import type { DraftKind } from '../../../core/drafts/drafts.ts';
import { useReference, useWords } from '../../../words/reference.tsx';
import { SuggestedAgency } from './SuggestedAgency.tsx';

/** What a text of this kind says besides its words; nothing for most kinds. */
export function ChoiceFields({
  kind,
  choices,
  officer,
  locked,
  onChange,
  onMention,
}: {
  readonly kind: DraftKind;
  readonly choices: Choices;
  readonly officer: Officer;
  readonly locked: boolean;
  readonly onChange: (choices: Choices) => void;
  /** A colleague's name is to be put into the text. */
  readonly onMention: (name: string) => void;
}) {
  const { agencies, colleagues, today } = useReference();
  const { t } = useWords();
  const names = useId();
  const others = colleagues.filter(({ id }) => id !== officer.id);
  const change = (part: Choices) => onChange(chosen(choices, part));
  switch (kind) {
    case 'return':
      return (
        <SuggestedAgency
          agencies={agencies.filter((known) => known.id !== officer.agency?.id)}
          value={choices.suggestedAgency ?? null}
          locked={locked}
          onChange={(suggestedAgency) => change({ suggestedAgency })}
        />
      );
    case 'forward':
      return (
        <label className="labelled small muted">
          {t('compose.forward_to')}
          <input
            className="field"
            list={names}
            placeholder={t('compose.forward_hint')}
            value={choices.to?.name ?? ''}
            maxLength={60}
            readOnly={locked}
            onChange={({ target: { value: name } }) => {
              const officerId = others.find((known) => known.name === name)?.id ?? null;
              change({ to: name === '' ? undefined : { officerId, name } });
            }}
          />
          <datalist id={names}>
            {others.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </label>
      );
    case 'postpone':
      return (
        <label className="labelled small muted">
          {t('compose.until')}
          <input
            type="date"
            className="field"
            min={today}
            value={choices.until ?? ''}
            readOnly={locked}
            onChange={({ target: { value } }) => change({ until: value === '' ? null : value })}
          />
        </label>
      );
    case 'propose_archive':
      return (
        <label className="labelled small muted">
          {t('compose.duplicate_of')}
          <input
            className="field"
            inputMode="numeric"
            maxLength={15}
            value={choices.duplicateOf ?? ''}
            readOnly={locked}
            onChange={({ target: { value } }) => {
              const digits = value.replace(/\D/g, '');
              change({ duplicateOf: digits === '' ? null : digits });
            }}
          />
        </label>
      );
    case 'internal_note':
      return others.length === 0 ? null : (
        <select
          className="field"
          aria-label={t('compose.mention')}
          value=""
          disabled={locked}
          onChange={({ target: { value } }) => onMention(value)}
        >
          <option value="">{t('compose.mention')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={name}>
              @{name}
            </option>
          ))}
        </select>
      );
    default:
      return null;
  }
}
