import { useId } from 'react';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { BulkAction } from '../../core/state/navigation.ts';
import { ChoiceGroup } from '../../kit/ChoiceGroup.tsx';
import { mediumDay } from '../../words/format.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './BulkFields.module.css';
import type { BulkChoice } from './bulk-body.ts';

/** What an action for many reports has to know. */
export function BulkFields({
  action,
  ids,
  choice,
  onChange,
}: {
  readonly action: BulkAction;
  readonly ids: readonly string[];
  readonly choice: BulkChoice;
  readonly onChange: (choice: BulkChoice) => void;
}) {
  const { t, language } = useWords();
  const { basis, today, colleagues } = useReference();
  const names = useId();
  const change = (part: Partial<BulkChoice>) => onChange({ ...choice, ...part });
  switch (action) {
    case 'forward':
      return (
        <div className={styles.fields}>
          <label className="stack">
            <span>{t('compose.forward_to')}</span>
            <input
              className="field"
              list={names}
              maxLength={60}
              placeholder={t('compose.forward_hint')}
              value={choice.to.name}
              onChange={({ target: { value: name } }) => {
                const officerId = colleagues.find((known) => known.name === name)?.id ?? null;
                change({ to: { officerId, name } });
              }}
            />
            <datalist id={names}>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
            </datalist>
          </label>
          <label className="stack">
            <span>{t('bulk.message')}</span>
            <input
              className="field"
              maxLength={500}
              value={choice.text}
              onChange={({ target: { value: text } }) => change({ text })}
            />
          </label>
        </div>
      );
    case 'label':
      return (
        <label className="stack">
          <span>{t('casework.add_label')}</span>
          <input
            className="field"
            maxLength={60}
            value={choice.label}
            onChange={({ target: { value: label } }) => change({ label })}
          />
        </label>
      );
    case 'snooze':
      return (
        <ChoiceGroup
          label={t('casework.snooze')}
          field="bulk-snooze"
          choices={[1, 3, 5].map((days) => {
            const day = addWorkingDays(basis.calendar, today, days);
            return { id: day, words: mediumDay(day, today, language) };
          })}
          value={choice.until ?? ''}
          locked={false}
          onChoose={(until) => change({ until })}
        />
      );
    case 'group':
      return (
        <ChoiceGroup
          label={t('bulk.lead')}
          field="bulk-lead"
          // One that an office recorded has no number in LAPOR! that others could be linked to.
          choices={ids.flatMap((id) => {
            const words = trackingIdOf(id);
            return words === null ? [] : [{ id, words }];
          })}
          value={choice.lead}
          locked={false}
          onChoose={(lead) => change({ lead })}
        />
      );
  }
}
