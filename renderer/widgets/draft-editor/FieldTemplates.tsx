import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { manageTemplates } from '../../core/state/navigation.ts';
import { TemplateList } from './TemplateList.tsx';

/** The list of templates over a field; what was typed into it and is none goes where the caret stood. */
export function FieldTemplates({
  field,
  text,
  onText,
  onInsert,
  onClose,
}: {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What stands in the field. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onInsert: (piece: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <TemplateList
      onChoose={(template) => {
        onClose();
        onInsert(template.text);
      }}
      onManage={() => {
        onClose();
        manageTemplates(text);
      }}
      onClose={(typed) => {
        onClose();
        const at = field.current?.selectionEnd ?? 0;
        if (typed !== '') flushSync(() => onText(text.slice(0, at) + typed + text.slice(at)));
        field.current?.focus();
        field.current?.setSelectionRange(at + typed.length, at + typed.length);
      }}
    />
  );
}
