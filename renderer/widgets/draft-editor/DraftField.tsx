import { flushSync } from 'react-dom';
import { manageTemplates } from '../../core/state/navigation.ts';
import { goesToGap, opensTemplates } from './field-keys.ts';
import { TemplateList } from './TemplateList.tsx';
import type { DraftEditor } from './use-draft-editor.ts';

/** The field of a draft, and under it the templates when they are asked for. */
export function DraftField({
  editor,
  label,
  placeholder,
  describedBy,
  className,
  fill = (template) => template,
  onFocus,
}: {
  readonly editor: DraftEditor;
  readonly label: string;
  readonly placeholder: string;
  /** The element that says who will read the text. */
  readonly describedBy: string;
  readonly className: string | undefined;
  /** Fills the variables of a template before it is put into the text. */
  readonly fill?: (template: string) => string;
  readonly onFocus?: () => void;
}) {
  const { draft, field, locked, listing, setListing } = editor;
  return (
    <>
      <textarea
        ref={field}
        rows={2}
        className={className}
        aria-label={label}
        aria-describedby={`${describedBy} ${editor.problemId}`}
        placeholder={placeholder}
        value={draft.text}
        readOnly={locked}
        onChange={({ target }) => {
          // What comes without a key (pasted, dictated) moves the caret and tells nobody.
          editor.moveCaret(target);
          editor.change({ text: target.value });
        }}
        onKeyDown={(event) => {
          if (locked) return;
          if (opensTemplates(event)) flushSync(() => setListing(true));
          else if (!goesToGap(event, editor.skips)) return;
          event.preventDefault();
        }}
        onFocus={onFocus}
        onSelect={({ currentTarget }) => editor.moveCaret(currentTarget)}
        onBlur={({ currentTarget }) => {
          // The window that loses the focus keeps it in its field.
          if (document.activeElement !== currentTarget) editor.moveCaret(null);
          editor.flush();
        }}
      />
      {listing && !locked ? (
        <TemplateList
          onChoose={({ text }) => {
            setListing(false);
            editor.insert(fill(text));
          }}
          onManage={() => {
            setListing(false);
            manageTemplates(draft.text);
          }}
          onClose={(typed) => {
            setListing(false);
            editor.focusAt(field.current?.selectionEnd ?? 0);
            if (typed !== '') editor.type(typed);
          }}
        />
      ) : null}
    </>
  );
}
