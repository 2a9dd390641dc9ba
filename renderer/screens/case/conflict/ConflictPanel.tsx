import { PenLine, Send, Trash2, UsersRound } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/Problem.tsx';
import { ScrollArea } from '../../../kit/ScrollArea.tsx';
import { FileNames } from '../../../widgets/text-card/FileNames.tsx';
import type { DiffPart } from '../../../words/diff.ts';
import { useClockWords, useWords } from '../../../words/reference.tsx';
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
  focused = false,
  ...choice
}: Choice & {
  /** Oldest first; empty: they have not arrived yet, so there is nothing to decide on. */
  readonly answers: readonly TimelineEntry[];
  readonly own: OwnText;
  /** Takes the focus: it appeared where the officer was about to send. */
  readonly focused?: boolean;
}) {
  const { t } = useWords();
  const [comparing, setComparing] = useState(false);
  const titleId = useId();
  const last = answers.at(-1);
  const comparison = useMemo(
    () => (last === undefined ? null : comparisonOf(last.text, own.text)),
    [last, own.text],
  );
  const shown = comparing ? comparison : null;
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <div className={styles.head}>
        <UsersRound size={16} className={styles.icon} />
        <div className={styles.words}>
          <h2 id={titleId} tabIndex={-1} ref={focused ? focusOnce : null}>
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
        <Theirs answers={answers} lastText={shown?.theirs} />
        <Mine own={own} text={shown?.mine} />
      </div>
      <Choices {...choice} answered={answers.length > 0} />
    </section>
  );
}

function Theirs({
  answers,
  lastText,
}: {
  readonly answers: readonly TimelineEntry[];
  /** The text of the last one, laid over that of the officer. */
  readonly lastText: readonly DiffPart[] | undefined;
}) {
  const { t, momentOf } = useClockWords();
  return (
    <ScrollArea label={t('conflict.theirs')} className={styles.side}>
      <h3>{t('conflict.theirs')}</h3>
      {answers.length === 0 ? <p className="muted">{t('conflict.awaited')}</p> : null}
      {answers.map((answer) => (
        <div key={answer.id} className={styles.answer}>
          <p className="small muted">
            <b>{answer.author.name}</b> · <time dateTime={answer.at}>{momentOf(answer.at)}</time>
          </p>
          <p className={styles.text}>
            {answer === answers.at(-1) && lastText ? <Parts parts={lastText} /> : answer.text}
          </p>
          <FileNames files={answer.attachments} />
        </div>
      ))}
    </ScrollArea>
  );
}

function Mine({ own, text }: { readonly own: OwnText; readonly text: readonly DiffPart[] | undefined }) {
  const { t, momentOf } = useClockWords();
  return (
    <ScrollArea label={t('conflict.mine')} className={styles.side}>
      <h3>{t('conflict.mine')}</h3>
      <p className="small muted">
        {own.at === null ? (
          t('conflict.not_sent')
        ) : (
          <>
            {t('conflict.written')} <time dateTime={own.at}>{momentOf(own.at)}</time>
          </>
        )}
      </p>
      <p className={styles.text}>{text ? <Parts parts={text} /> : own.text}</p>
      <FileNames files={own.attachments} />
    </ScrollArea>
  );
}

/** What can be done with the officer's text, and why the last attempt failed. */
type Choice = {
  /** Texts that were refused with this one and go along when it is sent. */
  readonly goingAlong?: number;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onSend: () => void;
  readonly onEdit: () => void;
  readonly onDiscard: () => void;
};

function Choices({
  goingAlong = 0,
  busy,
  problem,
  answered,
  onSend,
  onEdit,
  onDiscard,
}: Choice & { readonly answered: boolean }) {
  const { t } = useWords();
  const problemId = useId();
  return (
    <div className={styles.actions}>
      <Button
        icon={Send}
        variant="primary"
        disabled={busy || !answered}
        describedBy={problemId}
        onPress={onSend}
      >
        {t('conflict.send')}
      </Button>
      <Button icon={PenLine} disabled={busy} onPress={onEdit}>
        {t('conflict.edit')}
      </Button>
      <Button icon={Trash2} disabled={busy} onPress={onDiscard}>
        {t('conflict.discard')}
      </Button>
      {goingAlong === 0 ? null : (
        <span className="small muted">{t('conflict.along', { count: goingAlong })}</span>
      )}
      <Problem id={problemId} className={styles.problem}>
        {problem}
      </Problem>
    </div>
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
