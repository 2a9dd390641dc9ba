import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { SimilarComplaint } from '#shared/contract/window/similar.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { useServices } from '../../core/services/services.tsx';
import { openComplaint } from '../../core/state/navigation.ts';
import { pickAll } from '../../core/state/selection.ts';
import { Chip } from '../../kit/Chip.tsx';
import { useHasLasted } from '../../kit/delays.ts';
import { useWords } from '../../words/reference.tsx';
import { similarWords } from '../../words/similar-words.ts';
import { statusWord, titleOf } from '../../words/text.ts';
import styles from './SimilarComplaints.module.css';

/** How long a complaint is shown before it is asked for, ms: leafing through the queue waits for nothing. */
const STILL_MS = 200;
/** More would push the history off the screen. */
const SHOWN = 3;

/** Other complaints about the same matter at the same place; nothing while there are none. */
export function SimilarComplaints({ complaint }: { readonly complaint: Complaint }) {
  const { queries } = useServices();
  const { t } = useWords();
  const still = useHasLasted(true, STILL_MS);
  const query = queries.similar.of.queryOptions({ input: { id: complaint.id }, enabled: still });
  const answer = useQuery(query).data ?? [];
  useFocusOfFollowed(complaint.id);
  if (answer.length === 0) return null;
  return (
    <SimilarList complaints={answer} receivedAt={complaint.receivedAt}>
      <button
        type="button"
        className={styles.more}
        onClick={() => pickAll([complaint.id, ...answer.map(({ id }) => id)])}
      >
        {t('bulk.pick_similar')}
      </button>
    </SimilarList>
  );
}

/** What is shown, by itself: without the backend. */
export function SimilarList({
  complaints,
  receivedAt,
  children,
}: {
  readonly complaints: readonly SimilarComplaint[];
  readonly receivedAt: string;
  /** What can be done with all of them. */
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const title = t('similar.title', { count: complaints.length });
  return (
    <section aria-label={title} className={styles.similar}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {(all ? complaints : complaints.slice(0, SHOWN)).map((complaint) => (
          <li key={complaint.id}>
            <button type="button" className="row-button" onClick={() => follow(complaint.id)}>
              <span className={styles.head}>
                <span className="small muted">{complaint.trackingId}</span>
                <span className="ellipsis">{titleOf(complaint, t)}</span>
                <Chip>{statusWord(complaint.rawStatus, t)}</Chip>
              </span>
              <span className={styles.reasons}>{similarWords(complaint, receivedAt, t)}</span>
            </button>
          </li>
        ))}
      </ul>
      {children}
      {complaints.length > SHOWN ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('similar.fewer') : t('similar.all', { count: complaints.length })}
        </button>
      ) : null}
    </section>
  );
}

/** The complaint that was opened from here: the button that had the focus goes with the one before it. */
let followed: string | null = null;

function follow(id: string): void {
  followed = id;
  openComplaint(id);
}

function useFocusOfFollowed(id: string): void {
  useEffect(() => {
    if (followed !== id) return;
    followed = null;
    document.querySelector<HTMLElement>('[data-case] h1')?.focus();
  }, [id]);
}
