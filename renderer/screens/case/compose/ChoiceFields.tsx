import { type ComponentProps, useId } from 'react';
import { addDays } from '#shared/domain/calendar/day.ts';
import { COMMANDS } from '#shared/domain/commands/registry.ts';
import { type WordsField, wordsFieldOf } from '#shared/domain/commands/spec/spec.ts';
import { isDay } from '#shared/domain/schema.ts';
import { type Choices, chosen, withMention } from '../../../core/drafts/choices.ts';
import { Select } from '../../../kit/Select.tsx';
import { useReference, useWords } from '../../../words/reference.tsx';
import { type ComposedKind, isComposed } from './kinds.ts';
import type { ComposerState } from './use-composer.ts';

type ShapeOf<Kind extends ComposedKind> = (typeof COMMANDS)[Kind]['payload']['shape'];
type FieldOf<Kind extends ComposedKind> = Exclude<keyof ShapeOf<Kind>, WordsField | symbol>;
type FieldName = { [Kind in ComposedKind]: FieldOf<Kind> }[ComposedKind];
/** A field without words does not compile. */
type FieldLabel = { [Kind in ComposedKind]: `command.${Kind}.fields.${FieldOf<Kind>}` }[ComposedKind];

type ChoiceFieldProps = {
  readonly kind: ComposedKind;
  readonly name: FieldName;
  readonly composer: ComposerState;
};

/** What a text of this kind says besides its words: a control for each other field of its payload. */
export function ChoiceFields({ composer }: { readonly composer: ComposerState }) {
  const { kind } = composer;
  if (!isComposed(kind)) return null;
  const { payload } = COMMANDS[kind];
  const fields = Object.keys(payload.shape).filter((name) => name !== wordsFieldOf(payload)) as FieldName[];
  return fields.map((name) => <ChoiceField key={name} kind={kind} name={name} composer={composer} />);
}

/** The control follows the name of the field; any other name is a line with a day or a text. */
function ChoiceField({ kind, name, composer: { officer, editor } }: ChoiceFieldProps) {
  const { agencies, colleagues, today } = useReference();
  const { t } = useWords();
  const { draft, locked } = editor;
  const { text, choices } = draft;
  const others = colleagues.filter(({ id }) => id !== officer.id);
  const change = (part: Choices) => editor.change({ choices: chosen(choices, part) });
  const label = t(`command.${kind}.fields.${name}` as FieldLabel);
  const line = { label, readOnly: locked };
  switch (name) {
    case 'suggestedAgency': {
      const names = agencies.filter(({ id }) => id !== officer.agency?.id).map((agency) => agency.name);
      const chosenName = choices[name] ?? '';
      // An agency that is no more stays chosen.
      const shown = chosenName === '' || names.includes(chosenName) ? names : [chosenName, ...names];
      return (
        // biome-ignore lint/a11y/noLabelWithoutControl: the Select is one
        <label className="labelled small muted">
          {label}
          <Select
            value={chosenName}
            disabled={locked}
            options={[['', t('compose.suggest_none')], ...shown.map((known) => [known, known] as const)]}
            onChoose={(suggestedAgency) => change({ suggestedAgency })}
          />
        </label>
      );
    }
    case 'to': {
      const onText = (typed: string) => {
        const officerId = others.find((known) => known.name === typed)?.id ?? null;
        change({ to: typed === '' ? undefined : { officerId, name: typed } });
      };
      const hints = { offers: others.map((known) => known.name), placeholder: t('compose.forward_hint') };
      return (
        <LineChoice {...line} {...hints} maxLength={60} value={choices.to?.name ?? ''} onText={onText} />
      );
    }
    case 'duplicateOf': {
      const onText = (typed: string) => change({ duplicateOf: typed.replace(/\D/g, '') });
      const digits = { inputMode: 'numeric', maxLength: 15 } as const;
      return <LineChoice {...line} {...digits} value={choices[name] ?? ''} onText={onText} />;
    }
    case 'mentions':
      return others.length === 0 ? null : (
        <Select
          aria-label={label}
          value=""
          prompt={label}
          disabled={locked}
          options={others.map((known) => [known.name, `@${known.name}`] as const)}
          onChoose={(chosenName) => editor.put(withMention(text, chosenName))}
        />
      );
    default: {
      const onText = (typed: string) => change({ [name]: typed });
      const asDay = isDay(COMMANDS[kind].payload.shape, name) ? { type: 'date', min: addDays(today, 1) } : {};
      return <LineChoice {...line} {...asDay} value={choices[name] ?? ''} onText={onText} />;
    }
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
