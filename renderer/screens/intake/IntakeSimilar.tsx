import type { SimilarComplaint } from '#shared/contract/window/similar.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import type { Backend } from '../../core/transport/backend.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { useSettled } from '../../kit/delays.ts';
import { useWords } from '../../words/reference.tsx';
import { similarWords } from '../../words/similar-words.ts';
import { numberOf, statusWord, titleOf } from '../../words/text.ts';
import styles from './IntakeSimilar.module.css';

/** What a text that is no complaint yet would be about. */
type SimilarSubject = Omit<Parameters<Backend['similar']['toText']>[0], 'exceptId'>;

/** A pause in writing after which is looked again. */
const STILL_MS = 300;
/** Shorter words are like everything. */
const LEAST_LETTERS = 12;

/** Complaints of the queue that may be about the same, while it is still being written. */
export function IntakeSimilar({
  subject,
  onSame,
}: {
  readonly subject: SimilarSubject;
  /** The officer says that it is this one. */
  readonly onSame: (complaint: SimilarComplaint) => void;
}) {
  const { t } = useWords();
  const said = subject.text.length + subject.title.length >= LEAST_LETTERS;
  const settled = useSettled(said ? JSON.stringify(subject) : '', STILL_MS);
  const complaints = useAnswerOf(
    (ask) => ask.similar.toText,
    settled === '' ? null : (JSON.parse(settled) as SimilarSubject),
  );
  const title = t('intake.similar', { count: complaints?.length ?? 0 });
  return (
    <section className={styles.similar} aria-label={title}>
      <h3 className="small">{title}</h3>
      <p className="small muted" role="status">
        {complaints === undefined
          ? t('intake.similar_wait')
          : complaints.length === 0
            ? t('intake.similar_none')
            : t('intake.same_hint')}
      </p>
      <ul className={styles.list}>
        {(complaints ?? []).map((complaint) => (
          <li key={complaint.id} className={styles.complaint}>
            <b>{titleOf(complaint, t)}</b>
            <span className="small muted">
              {numberOf(complaint.trackingId, t)} <Chip>{statusWord(complaint.rawStatus, t)}</Chip>
            </span>
            <span className="small muted">{similarWords(complaint, subject.at, t)}</span>
            <Button size="small" onPress={() => onSame(complaint)}>
              {t('intake.same')}
              <span className="visually-hidden">: {complaint.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
