import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { useServices } from '../../core/services/services.tsx';
import { write } from '../../core/state/requests.ts';
import { useClockWords } from '../../words/reference.tsx';
import { numberOf, titleOf } from '../../words/text.ts';
import styles from './BegunDraft.module.css';
import { openWords } from './begun.ts';

/** A draft in a list: its complaint and first words. It opens where it is written. */
export function BegunDraft({ draft }: { readonly draft: ListedDraft }) {
  const { drafts } = useServices();
  const { t, briefMoment } = useClockWords();
  const { complaintId, kind, trackingId, updatedAt } = draft;
  const { joint } = draft.choices;
  return (
    <button
      type="button"
      className={styles.draft}
      onClick={() => {
        drafts.restored(draft);
        write(complaintId, kind);
      }}
    >
      <span className={styles.complaint}>
        <b className={styles.name}>
          {joint === undefined ? titleOf(draft, t) : t('joint.begun', { count: joint.complaints.length })}
        </b>
        <time className="small muted" dateTime={updatedAt}>
          {briefMoment(updatedAt)}
        </time>
      </span>
      <span className="small muted ellipsis">
        {joint === undefined ? `${numberOf(trackingId, t)} · ` : ''}
        {t(`command.${joint?.as ?? kind}.tab`)} · {openWords(draft, t)}
      </span>
    </button>
  );
}
