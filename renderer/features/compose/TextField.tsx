import type { Ref } from 'react';
import { useWords } from '../../app/reference.tsx';
import { cx } from '../../components/cx.ts';
import styles from './Composer.module.css';
import type { DraftKind } from './drafts.ts';
import { goesToGap, opensTemplates } from './field-keys.ts';

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
      className={cx(styles.field, kind === 'internal_note' && styles.noteField)}
      aria-label={t(`compose.text_label.${kind}`)}
      aria-describedby={describedBy}
      placeholder={t(`compose.placeholder.${kind}`)}
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
