import { type ComponentProps, useId } from 'react';
import { type Choices, chosen, withMention } from '../../../core/drafts/choices.ts';
import { Select } from '../../../kit/Select.tsx';
import { useReference, useWords } from '../../../words/reference.tsx';
import type { ComposerState } from './use-composer.ts';

/** What a text of this kind says besides its words; nothing for most kinds. */
export function ChoiceFields({ composer: { kind, officer, editor } }: { readonly composer: ComposerState }) {
  const { agencies, colleagues, today } = useReference();
  const { t } = useWords();
  const { draft, locked } = editor;
  const { text, choices } = draft;
  const others = colleagues.filter(({ id }) => id !== officer.id);
  const change = (part: Choices) => editor.change({ choices: chosen(choices, part) });
  switch (kind) {
    case 'return': {
      const names = agencies.filter(({ id }) => id !== officer.agency?.id).map(({ name }) => name);
      const chosenName = choices.suggestedAgency ?? '';
      // An agency that is no more stays chosen.
      const shown = chosenName === '' || names.includes(chosenName) ? names : [chosenName, ...names];
      return (
        // biome-ignore lint/a11y/noLabelWithoutControl: the Select is one
        <label className="labelled small muted">
          {t('compose.suggest')}
          <Select
            value={chosenName}
            disabled={locked}
            options={[['', t('compose.suggest_none')], ...shown.map((name) => [name, name] as const)]}
            onChoose={(suggestedAgency) => change({ suggestedAgency })}
          />
        </label>
      );
    }
    case 'forward':
      return (
        <LineChoice
          label={t('compose.forward_to')}
          offers={others.map(({ name }) => name)}
          placeholder={t('compose.forward_hint')}
          maxLength={60}
          value={choices.to?.name ?? ''}
          readOnly={locked}
          onText={(name) => {
            const officerId = others.find((known) => known.name === name)?.id ?? null;
            change({ to: name === '' ? undefined : { officerId, name } });
          }}
        />
      );
    case 'postpone':
      return (
        <LineChoice
          label={t('compose.until')}
          type="date"
          min={today}
          value={choices.until ?? ''}
          readOnly={locked}
          onText={(until) => change({ until })}
        />
      );
    case 'propose_archive':
      return (
        <LineChoice
          label={t('compose.duplicate_of')}
          inputMode="numeric"
          maxLength={15}
          value={choices.duplicateOf ?? ''}
          readOnly={locked}
          onText={(typed) => change({ duplicateOf: typed.replace(/\D/g, '') })}
        />
      );
    case 'internal_note':
      return others.length === 0 ? null : (
        <Select
          aria-label={t('compose.mention')}
          value=""
          prompt={t('compose.mention')}
          disabled={locked}
          options={others.map(({ name }) => [name, `@${name}`] as const)}
          onChoose={(name) => editor.put(withMention(text, name))}
        />
      );
    default:
      return null;
  }
}

/** One line of text under its label; `offers`: texts to choose from, as well as writing another one. */
function LineChoice({
  label,
  offers = [],
  onText,
  ...field
}: Omit<ComponentProps<'input'>, 'onChange' | 'list' | 'className'> & {
  readonly label: string;
  readonly offers?: readonly string[];
  readonly onText: (text: string) => void;
}) {
  const listId = useId();
  return (
    <label className="labelled small muted">
      {label}
      <input
        {...field}
        className="field"
        list={offers.length === 0 ? undefined : listId}
        onChange={({ target }) => onText(target.value)}
      />
      {offers.length === 0 ? null : (
        <datalist id={listId}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </label>
  );
}
