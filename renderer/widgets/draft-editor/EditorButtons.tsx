import { FileText, Paperclip, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { isEmpty } from '../../core/drafts/drafts.ts';
import { Button } from '../../kit/Button.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { useWords } from '../../words/reference.tsx';
import { FilePicker } from '../files/FilePicker.tsx';
import type { DraftEditor } from './use-draft-editor.ts';

type EditorButton = { readonly editor: DraftEditor };

export function AttachButton({
  editor: { files, picker, locked },
  children,
}: EditorButton & { readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <FilePicker ref={picker} onPick={files.add} />
      <Button icon={Paperclip} disabled={locked} onPress={() => picker.current?.click()}>
        {children ?? t('files.attach')}
      </Button>
    </>
  );
}

export function TemplatesButton({ editor: { locked, setListing } }: EditorButton) {
  const { t } = useWords();
  return (
    <Button icon={FileText} disabled={locked} onPress={() => flushSync(() => setListing(true))}>
      {t('templates.insert')}
    </Button>
  );
}

/** Offered once there is something to throw away. */
export function ThrowAwayButton({
  editor,
  onThrownAway,
}: EditorButton & { readonly onThrownAway: () => void }) {
  const { t } = useWords();
  if (isEmpty(editor.draft)) return null;
  return (
    <Button
      icon={Trash2}
      disabled={editor.locked}
      onPress={() => {
        void editor.throwAway();
        // At once: the keys that follow are meant for what comes after the draft.
        onThrownAway();
      }}
    >
      {t('compose.throw_away')}
    </Button>
  );
}

export function SendButton({
  editor: { locked, problemId },
  onSend,
  children,
}: EditorButton & { readonly onSend: () => void; readonly children: ReactNode }) {
  return (
    <Button variant="primary" disabled={locked} describedBy={problemId} onPress={onSend}>
      {children} <Kbd>Ctrl+Enter</Kbd>
    </Button>
  );
}
