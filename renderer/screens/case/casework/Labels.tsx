import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { useWords } from '../../../words/reference.tsx';
import styles from './Labels.module.css';

export function Labels({
  labels,
  locked,
  onAct,
}: {
  readonly labels: readonly string[];
  readonly locked: boolean;
  readonly onAct: (body: CommandBody) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const label = text.trim();
    if (label === '') return;
    setText('');
    onAct({ kind: 'set_labels', payload: { add: [label], remove: [] } });
  };
  return (
    <form className="cluster" onSubmit={add}>
      <span className="row-name">{t('command.set_labels.name')}</span>
      {labels.map((label) => (
        <Chip key={label}>
          {label}
          {locked ? null : (
            <button
              type="button"
              className={styles.remove}
              aria-label={t('casework.remove_label', { label })}
              onClick={() => onAct({ kind: 'set_labels', payload: { add: [], remove: [label] } })}
            >
              <X size={12} aria-hidden="true" />
            </button>
          )}
        </Chip>
      ))}
      {locked ? null : (
        <>
          <input
            className="field small"
            data-field="labels"
            aria-label={t('casework.add_label')}
            placeholder={t('casework.add_label')}
            maxLength={60}
            value={text}
            onChange={({ target: { value } }) => setText(value)}
          />
          <Button size="small" type="submit">
            {t('casework.add')}
          </Button>
        </>
      )}
    </form>
  );
}
