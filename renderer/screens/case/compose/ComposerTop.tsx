import { isProposed } from '#shared/domain/commands/proposing.ts';
import { useServices } from '../../../core/services/services.tsx';
import { ChoiceGroup } from '../../../kit/ChoiceGroup.tsx';
import { SaveLine } from '../../../widgets/draft-editor/SaveLine.tsx';
import { useWords } from '../../../words/reference.tsx';
import styles from './ComposerTop.module.css';
import { KindTabs } from './KindTabs.tsx';
import type { ComposerState } from './use-composer.ts';

/** What is written, who will read it, which draft it is and whether it is saved. */
export function ComposerTop({
  composer: { complaint, officer, kind, audienceId, editor, obstacle, begun, showKind, showDraft },
}: {
  readonly composer: ComposerState;
}) {
  const { drafts } = useServices();
  const { t } = useWords();
  const { ids } = editor.shelf;
  return (
    <div className={styles.top}>
      <KindTabs complaintId={complaint.id} kind={kind} onChange={showKind} />
      <span id={audienceId} className="small muted">
        {isProposed(kind, officer)
          ? t('compose.proposed')
          : kind === 'follow_up' && complaint.confidential
            ? t('command.follow_up.seen_by_confidential')
            : t(`command.${kind}.seen_by`)}
      </span>
      <span className={styles.drafts}>
        {ids.length < 2 ? null : (
          <ChoiceGroup
            tabs
            label={t('view.drafts')}
            choices={ids.map((id, place) => {
              const words = t('compose.nth_draft', { n: place + 1 });
              const { text } = drafts.read(id);
              return { id, words, label: text === '' ? words : `${words}: ${text.slice(0, 60)}` };
            })}
            value={editor.id}
            onChoose={showDraft}
          />
        )}
        {obstacle === null || begun ? <SaveLine draft={editor.draft} /> : null}
      </span>
    </div>
  );
}
