import { PenLine, Send, Trash2, UsersRound } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { Button } from '../../../kit/Button.tsx';
import { FileNames } from '../../../widgets/text-card/FileNames.tsx';
import type { DiffPart } from '../../../words/diff.ts';
import { momentOf } from '../../../words/format.ts';
import { useReference, useWords } from '../../../words/reference.tsx';
import styles from './ConflictPanel.module.css';
import { comparisonOf } from './compare.ts';

export type OwnText = {
  readonly text: string;
  readonly attachments: readonly Pick<Attachment, 'sha256' | 'name'>[];
  /** When it was written; null: it is being written. */
  readonly at: string | null;
};

/**
 * A colleague has answered what the officer was answering: both texts side by side, and what can be done.
 * Nothing is sent and nothing is lost until the officer has chosen.
 */
export function ConflictPanel({
  answers,
  own,
  goingAlong = 0,
  busy,
  problem,
  focused = false,
  onSend,
  onEdit,
  onDiscard,
}: {
  /** Oldest first; empty: they have not arrived yet, so there is nothing to decide on. */
  readonly answers: readonly TimelineEntry[];
  readonly own: OwnText;
  /** Texts that were refused with this one and go along when it is sent. */
  readonly goingAlong?: number;
  readonly busy: boolean;
  readonly problem: string | null;
  /** Takes the focus: it appeared where the officer was about to send. */
  readonly focused?: boolean;
  readonly onSend: () => void;
  readonly onEdit: () => void;
  readonly onDiscard: () => void;
}) {
  const { t, language } = useWords();
  const { today } = useReference();
  const [comparing, setComparing] = useState(false);
  const ids = { title: useId(), problem: useId() };
  const last = answers.at(-1);
  const comparison = useMemo(
    () => (last === undefined ? null : comparisonOf(last.text, own.text)),
    [last, own.text],
  );
  const shown = comparing ? comparison : null;
  return (
    <section className={styles.panel} aria-labelledby={ids.title}>
      <div className={styles.head}>
        <UsersRound size={16} className={styles.icon} />
        <div className={styles.words}>
          <h2 id={ids.title} tabIndex={-1} ref={focused ? focusOnce : null}>
            {t('conflict.title', { count: Math.max(1, answers.length) })}
          </h2>
          <p className="small">{t('conflict.lead')}</p>
        </div>
        {comparison === null ? null : (
          <button
            type="button"
            className="link small"
            aria-pressed={comparing}
            onClick={() => setComparing(!comparing)}
          >
            {comparing ? t('conflict.compare_end') : t('conflict.compare')}
          </button>
        )}
      </div>
      <div className={styles.sides}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and must do so by keyboard */}
        <section className={styles.side} aria-label={t('conflict.theirs')} tabIndex={0}>
          <h3>{t('conflict.theirs')}</h3>
          {answers.length === 0 ? <p className="muted">{t('conflict.awaited')}</p> : null}
          {answers.map((answer) => (
            <div key={answer.id} className={styles.answer}>
              <p className="small muted">
                <b>{answer.author.name}</b> ·{' '}
                <time dateTime={answer.at}>{momentOf(answer.at, today, language)}</time>
              </p>
              <p className={styles.text}>
                {answer === last && shown !== null ? <Parts parts={shown.theirs} /> : answer.text}
              </p>
              <FileNames files={answer.attachments} />
            </div>
          ))}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
        <section className={styles.side} aria-label={t('conflict.mine')} tabIndex={0}>
          <h3>{t('conflict.mine')}</h3>
          <p className="small muted">
            {own.at === null ? (
              t('conflict.not_sent')
            ) : (
              <>
                {t('conflict.written')} <time dateTime={own.at}>{momentOf(own.at, today, language)}</time>
              </>
            )}
          </p>
          <p className={styles.text}>{shown === null ? own.text : <Parts parts={shown.mine} />}</p>
          <FileNames files={own.attachments} />
        </section>
      </div>
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={busy || answers.length === 0}
          describedBy={ids.problem}
          onPress={onSend}
        >
          <Send size={14} /> {t('conflict.send')}
        </Button>
        <Button disabled={busy} onPress={onEdit}>
          <PenLine size={14} /> {t('conflict.edit')}
        </Button>
        <Button disabled={busy} onPress={onDiscard}>
          <Trash2 size={14} /> {t('conflict.discard')}
        </Button>
        {goingAlong === 0 ? null : (
          <span className="small muted">{t('conflict.along', { count: goingAlong })}</span>
        )}
        <span id={ids.problem} className={styles.problem} role="alert">
          {problem}
        </span>
      </div>
    </section>
  );
}

function Parts({ parts }: { readonly parts: readonly DiffPart[] }) {
  return parts.map((part, index) => {
    const key = `${index} ${part.kind}`;
    return part.kind === 'same' ? <span key={key}>{part.text}</span> : <mark key={key}>{part.text}</mark>;
  });
}

function focusOnce(heading: HTMLElement | null): void {
  heading?.focus();
}
