import type { Ref } from 'react';
import type { DraftKind } from '../../../core/drafts/drafts.ts';
import { cx } from '../../../kit/cx.ts';
import { goesToGap, opensTemplates } from '../../../widgets/draft-editor/field-keys.ts';
import { useWords } from '../../../words/reference.tsx';
import styles from './TextField.module.css';

/** The field in which a text of one kind is written. */
export function TextField({
  ref,
  kind,
  text,
  locked,
  describedBy,
  onText,
  onTemplates,
  onFocus,
  onBlur,
}: {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly kind: DraftKind;
  readonly text: string;
  readonly locked: boolean;
  readonly describedBy: string;
  readonly onText: (text: string) => void;
  readonly onTemplates: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}) {
  const { t } = useWords();
  return (
    <textarea
      ref={ref}
      rows={2}
      className={cx(styles.field, kind === 'internal_note' && styles.note)}
      aria-label={t(`command.${kind}.text_label`)}
      aria-describedby={describedBy}
      placeholder={t(`command.${kind}.placeholder`)}
      value={text}
      readOnly={locked}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (locked) return;
        if (opensTemplates(event)) {
          event.preventDefault();
          onTemplates();
        } else if (goesToGap(event)) event.preventDefault();
      }}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}
