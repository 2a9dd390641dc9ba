import { X } from 'lucide-react';
import { Chip } from '../../../kit/Chip.tsx';
import { useWords } from '../../../words/reference.tsx';
import { AddField, type CaseworkFieldProps, FieldRow } from './FieldRow.tsx';
import styles from './Labels.module.css';

export function Labels({
  labels,
  locked,
  onAct,
}: CaseworkFieldProps & { readonly labels: readonly string[] }) {
  const { t } = useWords();
  const change = (add: readonly string[], remove: readonly string[]) =>
    onAct({ kind: 'set_labels', payload: { add, remove } });
  return (
    <FieldRow name={t('command.set_labels.name')}>
      {labels.map((label) => (
        <Chip key={label}>
          {label}
          {locked ? null : (
            <button
              type="button"
              className={styles.remove}
              aria-label={t('casework.remove_label', { label })}
              onClick={() => change([], [label])}
            >
              <X size={12} />
            </button>
          )}
        </Chip>
      ))}
      {locked ? null : (
        <AddField
          field="labels"
          label={t('casework.add_label')}
          maxLength={60}
          onAdd={(label) => change([label], [])}
        />
      )}
    </FieldRow>
  );
}
