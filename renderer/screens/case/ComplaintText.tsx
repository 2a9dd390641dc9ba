import { useMemo, useState } from 'react';
import { type Complaint, textOfComplaint } from '#shared/domain/complaint/complaint.ts';
import { diffWords } from '../../words/diff.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './ComplaintText.module.css';

/** A text longer than this is folded: a chronology must not push the history off the screen. */
const FOLD_OVER = 1_600;
const FOLDED = 900;

/** What the citizen wrote, as edited by the admin; on request laid over the original. */
export function ComplaintText({ complaint }: { readonly complaint: Complaint }) {
  const { t, count } = useWords();
  const [comparing, setComparing] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const { originalText, finalText } = complaint;
  const text = textOfComplaint(complaint);
  const differs = finalText.trim() !== '' && originalText.trim() !== '' && originalText !== finalText;
  const folds = !comparing && !unfolded && text.length > FOLD_OVER;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span>{differs ? t('case.text') : t('case.text_only')}</span>
        {differs ? (
          <>
            <span aria-hidden="true">·</span>
            <button
              type="button"
              className="link small"
              aria-pressed={comparing}
              onClick={() => setComparing(!comparing)}
            >
              {comparing ? t('case.compare_end') : t('case.compare')}
            </button>
          </>
        ) : null}
      </div>
      {text.trim() === '' ? <p className="muted">{t('case.no_text')}</p> : null}
      {comparing && differs ? (
        <Comparison before={originalText} after={finalText} />
      ) : (
        <p className="prose">{folds ? `${text.slice(0, FOLDED).trimEnd()}…` : text}</p>
      )}
      {!comparing && text.length > FOLD_OVER ? (
        <button
          type="button"
          className="link small"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? t('case.show_less') : t('case.show_all', { count: count(text.length) })}
        </button>
      ) : null}
      <div className={styles.foot}>
        {t('case.reporter')}:{' '}
        <b>{complaint.anonymous ? t('case.anonymous') : (complaint.reporterName ?? '–')}</b>
        {complaint.rating === null ? null : (
          <span> · {t('case.rating', { rating: count(complaint.rating) })}</span>
        )}
      </div>
    </article>
  );
}

function Comparison({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useWords();
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <>
      <p className={styles.compared}>
        {parts.map((part, index) => {
          const key = `${index} ${part.kind}`;
          if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
          if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
          return <span key={key}>{part.text}</span>;
        })}
      </p>
      <p className={styles.foot}>{t('case.compare_legend')}</p>
    </>
  );
}
