import { type ClipboardEvent, useId, useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import type { DraftEditor } from '../../widgets/draft-editor/use-draft-editor.ts';
import { useWords } from '../../words/reference.tsx';
import { type Filled, withPasted } from './form.ts';
import styles from './IntakeText.module.css';
import type { useRecording } from './use-recording.ts';

/** The complaint's own words. A text that is pasted into the empty field fills the rest of the form too. */
export function IntakeText({
  editor,
  recording: { form, wrong, change: onChange },
}: {
  readonly editor: DraftEditor;
  readonly recording: ReturnType<typeof useRecording>;
}) {
  const { t } = useWords();
  const readId = useId();
  const [read, setRead] = useState<{ pasted: string; filled: readonly Filled[] } | null>(null);
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (form.text.trim() !== '' || pasted.trim() === '') return;
    event.preventDefault();
    const { form: next, filled } = withPasted(form, pasted, Date.now());
    setRead({ pasted: pasted.trim(), filled });
    onChange(next);
  };
  return (
    <>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: what is written first stands first
        autoFocus
        ref={editor.field}
        name="text"
        rows={5}
        className={styles.text}
        aria-label={t('command.record.text_label')}
        aria-describedby={readId}
        aria-invalid={wrong === 'text'}
        placeholder={t('command.record.placeholder')}
        value={form.text}
        onChange={({ target }) => onChange({ ...form, text: target.value })}
        onPaste={onPaste}
      />
      <p id={readId} className={styles.read} role="status">
        {read === null ? (
          t('command.record.seen_by')
        ) : (
          <>
            {t('intake.read', {
              fields: read.filled.map((name) => t(`intake.field.${name}`).toLowerCase()).join(', '),
            })}{' '}
            {read.pasted === form.text ? null : (
              <Button
                size="small"
                variant="quiet"
                onPress={() => {
                  onChange({ ...form, text: read.pasted });
                  editor.field.current?.focus();
                }}
              >
                {t('intake.as_pasted')}
              </Button>
            )}
          </>
        )}
      </p>
    </>
  );
}
