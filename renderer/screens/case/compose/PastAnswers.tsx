import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PastAnswer } from '#shared/contract/window/similar.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { useAnswerOf } from '../../../core/services/services.tsx';
import { Disclosure } from '../../../kit/Disclosure.tsx';
import { Kbd } from '../../../kit/Kbd.tsx';
import { useClockWords } from '../../../words/reference.tsx';
import { similarWords } from '../../../words/similar-words.ts';
import styles from './PastAnswers.module.css';
import type { ComposerState } from './use-composer.ts';

/**
 * "Sudah pernah dijawab": what the agency answered to similar complaints; Enter puts one into the text. The
 * list is closed at first, and only opening it starts the search, which costs more than all else in a
 * complaint.
 */
export function PastAnswers({
  composer: { complaint, editor, fill, answersOpen: open, setAnswersOpen },
}: {
  readonly composer: ComposerState;
}) {
  const { t, mediumDay } = useClockWords();
  const answers = useAnswerOf((ask) => ask.similar.answers, open ? { id: complaint.id } : null);
  const list = useRef<HTMLUListElement>(null);
  const found = answers?.length ?? 0;

  useEffect(() => {
    if (open && found > 0) list.current?.querySelector('button')?.focus();
  }, [open, found]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setAnswersOpen(false);
      editor.focusEnd();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const here = event.currentTarget.parentElement;
      const next = event.key === 'ArrowDown' ? here?.nextElementSibling : here?.previousElementSibling;
      next?.querySelector('button')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = ({ text }: PastAnswer) => {
    if (editor.locked) return;
    setAnswersOpen(false);
    editor.insert(fill(text));
  };
  return (
    <Disclosure
      summary={
        <span>
          {t('answered.title')} <Kbd>Ctrl+J</Kbd>
        </span>
      }
      open={open}
      onToggle={setAnswersOpen}
    >
      {answers === undefined ? null : found === 0 ? (
        <p className="small muted" role="status">
          {t('answered.none')}
        </p>
      ) : (
        <ul ref={list} className={styles.list}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <button
                type="button"
                className={styles.answer}
                onClick={() => choose(answer)}
                onKeyDown={onKeyDown}
              >
                <span className="clamp">{answer.text}</span>
                <span className="small muted">
                  {t('answered.to', {
                    id: answer.trackingId,
                    day: mediumDay(dayOf(answer.answeredAt)),
                  })}{' '}
                  · {similarWords(answer, complaint.receivedAt, t)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
