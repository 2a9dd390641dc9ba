import { useState } from 'react';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { select } from '../../../core/state/selection.ts';
import { cx } from '../../../kit/cx.ts';
import { obstacleWords } from '../../../widgets/draft-editor/availability.ts';
import { CitizenPreview } from '../../../widgets/draft-editor/CitizenPreview.tsx';
import { DraftField } from '../../../widgets/draft-editor/DraftField.tsx';
import { DraftFiles } from '../../../widgets/draft-editor/DraftFiles.tsx';
import { PiiGuard } from '../../../widgets/draft-editor/PiiGuard.tsx';
import { isRead } from '../../../widgets/draft-editor/use-checks.ts';
import { useWords } from '../../../words/reference.tsx';
import styles from './Composer.module.css';
import { ComposerTools } from './ComposerTools.tsx';
import { ComposerTop } from './ComposerTop.tsx';
import { DraftConflict } from './DraftConflict.tsx';
import { PastAnswers } from './PastAnswers.tsx';
import { PromiseLine } from './PromiseLine.tsx';
import { type ComposerState, useComposer } from './use-composer.ts';

/** Where an officer writes on a complaint: an answer, a note, or whatever else has words. */
export function Composer({
  complaint,
  ours,
}: {
  readonly complaint: Complaint;
  /** False: it has left the agency's queue. */
  readonly ours: boolean;
}) {
  const { t } = useWords();
  const composer = useComposer(complaint, ours);
  const { kind, obstacle } = composer;
  return (
    <section
      className={styles.composer}
      aria-label={t('compose.label')}
      data-part="composer"
      onKeyDown={composer.onKeyDown}
    >
      <ComposerTop composer={composer} />
      {obstacle !== null && !composer.begun ? (
        <p className={styles.obstacle}>{obstacleWords(obstacle, kind, complaint, t)}</p>
      ) : composer.isSuperseded ? (
        <DraftConflict composer={composer} />
      ) : (
        <>
          <ComposerText composer={composer} />
          <ComposerTools composer={composer} />
        </>
      )}
    </section>
  );
}

/** The text, and everything that is shown because of what it says. */
function ComposerText({ composer }: { readonly composer: ComposerState }) {
  const { complaint, kind, editor, fill } = composer;
  const { t } = useWords();
  const { text, attachments } = editor.draft;
  /** Officers who only leaf through complaints wait for no old answers. */
  const [writing, setWriting] = useState(false);
  return (
    <>
      {isRead(kind) ? <PromiseLine complaint={complaint} /> : null}
      <DraftField
        key={kind}
        editor={editor}
        label={t(`command.${kind}.text_label`)}
        placeholder={t(`command.${kind}.placeholder`)}
        describedBy={composer.audienceId}
        className={cx(styles.field, kind === 'internal_note' && styles.note)}
        fill={fill}
        onFocus={() => {
          // Writing on a complaint chooses it, however the officer came to the field.
          select(complaint.id, true);
          setWriting(true);
        }}
      />
      {composer.previewing ? (
        <CitizenPreview kind={kind} text={text} attachments={attachments} complaint={complaint} />
      ) : null}
      {(writing || composer.answersOpen) && isRead(kind) ? <PastAnswers composer={composer} /> : null}
      <PiiGuard editor={editor} />
      <DraftFiles editor={editor} />
    </>
  );
}
