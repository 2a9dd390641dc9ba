import { type ComponentType, useId } from 'react';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { BulkAction } from '../../core/state/navigation.ts';
import { ChoiceGroup } from '../../kit/ChoiceGroup.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { useClockWords, useReference, useWords } from '../../words/reference.tsx';
import styles from './BulkFields.module.css';
import type { BulkChoice } from './bulk-body.ts';

type FieldsProps = {
  readonly ids: readonly string[];
  readonly choice: BulkChoice;
  readonly onChange: (choice: BulkChoice) => void;
};

/** What each action on several complaints must know. */
export const BULK_FIELDS: Readonly<Record<BulkAction, ComponentType<FieldsProps>>> = {
  forward: ForwardFields,
  label: LabelField,
  snooze: SnoozeDays,
  group: LeadOfGroup,
};

function ForwardFields({ choice, onChange }: FieldsProps) {
  const { t } = useWords();
  const { colleagues } = useReference();
  const names = useId();
  const assign = (name: string) => {
    const officerId = colleagues.find((known) => known.name === name)?.id ?? null;
    onChange({ ...choice, to: { officerId, name } });
  };
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('command.forward.fields.to')}
        placeholder={t('compose.forward_hint')}
        list={names}
        maxLength={60}
        value={choice.to.name}
        onType={assign}
      />
      <datalist id={names}>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <TextInput
        label={t('bulk.message')}
        maxLength={500}
        value={choice.text}
        onType={(text) => onChange({ ...choice, text })}
      />
    </div>
  );
}

function LabelField({ choice, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <TextInput
      label={t('casework.add_label')}
      maxLength={60}
      value={choice.label}
      onType={(label) => onChange({ ...choice, label })}
    />
  );
}

function SnoozeDays({ choice, onChange }: FieldsProps) {
  const { t, calendar, today, mediumDay } = useClockWords();
  return (
    <ChoiceGroup
      label={t('casework.snooze')}
      field="bulk-snooze"
      choices={[1, 3, 5].map((days) => {
        const day = addWorkingDays(calendar, today, days);
        return { id: day, words: mediumDay(day) };
      })}
      value={choice.until ?? ''}
      onChoose={(until) => onChange({ ...choice, until })}
    />
  );
}

function LeadOfGroup({ ids, choice, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <ChoiceGroup
      label={t('bulk.lead')}
      field="bulk-lead"
      // A recorded complaint has no number in LAPOR! that others could be linked to.
      choices={ids.flatMap((id) => {
        const words = trackingIdOf(id);
        return words === null ? [] : [{ id, words }];
      })}
      value={choice.lead}
      onChoose={(lead) => onChange({ ...choice, lead })}
    />
  );
}
