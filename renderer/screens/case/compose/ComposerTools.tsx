import { Eye, FilePlus2, Trash2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { isProposed } from '#shared/domain/commands/proposing.ts';
import { askComposer, type ComposeAct } from '../../../core/state/requests.ts';
import { IconButton } from '../../../kit/Button.tsx';
import { cx } from '../../../kit/cx.ts';
import { Kbd } from '../../../kit/Kbd.tsx';
import { charactersLeft, obstacleWords } from '../../../widgets/draft-editor/availability.ts';
import { AttachButton, SendButton, TemplatesButton } from '../../../widgets/draft-editor/EditorButtons.tsx';
import { checkWords } from '../../../widgets/draft-editor/use-checks.ts';
import { useWords } from '../../../words/reference.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import styles from './ComposerTools.module.css';
import type { ComposerState } from './use-composer.ts';

/** Under the text: what can be added to it, what speaks against sending it, and the button that sends it. */
export function ComposerTools({ composer }: { readonly composer: ComposerState }) {
  const { t } = useWords();
  const { complaint, officer, kind, editor, obstacle, previewing, setPreviewing } = composer;
  const { draft, problem, problemId } = editor;
  const left = charactersLeft(draft.text);
  return (
    <div className={styles.tools}>
      <AttachButton editor={editor}>
        <FilesWords composer={composer} />
        <Kbd>l</Kbd>
      </AttachButton>
      <TemplatesButton editor={editor} />
      <ToggleButton isSelected={previewing} onChange={setPreviewing} className={cx(styles.toggle)}>
        <Eye size={14} aria-hidden="true" />
        {t('preview.toggle')}
      </ToggleButton>
      {composer.begun ? <DraftTools complaintId={complaint.id} /> : null}
      <ChoiceFields composer={composer} />
      <span className={styles.space} />
      <span role="status" className={styles.checks}>
        {problem === null && !editor.locked
          ? composer.checks.map((found) => checkWords(found, t)).join(' ')
          : null}
      </span>
      <span id={problemId} className={styles.problem} role="alert">
        {obstacle === null ? problem : obstacleWords(obstacle, kind, complaint, t)}
      </span>
      {left === null ? null : (
        <span className={cx('small muted', left < 0 && styles.over)}>
          {left < 0 ? t('compose.over', { count: -left }) : t('compose.left', { count: left })}
        </span>
      )}
      <SendButton editor={editor} onSend={composer.trySending}>
        {t(isProposed(kind, officer) ? 'compose.propose' : `command.${kind}.send`)}
      </SendButton>
    </div>
  );
}

/** "Lampirkan"; how many files there are and their size, once there are some. */
function FilesWords({ composer }: { readonly composer: ComposerState }) {
  const { t, bytesWords } = useWords();
  const { attachments } = composer.editor.draft;
  if (attachments.length === 0) return t('files.attach');
  const total = attachments.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      {t('files.total', { count: attachments.length, size: bytesWords(total) })}
      <span className="visually-hidden">, {t('files.attach')}</span>
    </>
  );
}

/** Begins another draft beside the one in the field, or throws that one away. */
function DraftTools({ complaintId }: { readonly complaintId: string }) {
  const { t } = useWords();
  const ask = (act: ComposeAct) => askComposer(complaintId, act);
  return (
    <span className={styles.draftTools}>
      <IconButton icon={FilePlus2} label={t('compose.begin')} onPress={() => ask('begin')} />
      <IconButton icon={Trash2} label={t('compose.throw_away')} onPress={() => ask('throw_away')} />
    </span>
  );
}
