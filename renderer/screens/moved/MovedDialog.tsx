import { CalendarClock } from 'lucide-react';
import type { MovedDeadlines } from '#shared/contract/window/deadlines.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { openComplaint } from '../../core/state/navigation.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { useWords } from '../../words/reference.tsx';
import { titleOf } from '../../words/text.ts';
import styles from './MovedDialog.module.css';

/** The complaints that are due on another day since holidays or rules changed, and which days made it so. */
export function MovedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const moved = useAnswerOf((ask) => ask.deadlines.moved);
  return (
    <Dialog wide title={t('moved.title')} onClose={onClose}>
      {moved === undefined ? null : moved === null ? (
        <EmptyState icon={CalendarClock} title={t('moved.none')} text={t('moved.none_text')} />
      ) : (
        <Moved moved={moved} />
      )}
    </Dialog>
  );
}

function Moved({ moved }: { readonly moved: MovedDeadlines }) {
  const { t, longDay, shortDay } = useWords();
  const { added, removed, rules, rows, count } = moved;
  const named = (days: typeof added): string =>
    days.map(({ day, name }) => `${longDay(day)} (${name})`).join('; ');
  return (
    <div className="dialog-body">
      <ul className={styles.reasons}>
        {added.length === 0 ? null : <li>{t('moved.added', { days: named(added) })}</li>}
        {removed.length === 0 ? null : <li>{t('moved.removed', { days: named(removed) })}</li>}
        {rules ? <li>{t('moved.rules')}</li> : null}
      </ul>
      <p className="muted">{t('moved.count', { count })}</p>
      <ul className={styles.rows} aria-label={t('moved.title')}>
        {rows.map(({ id, trackingId, title, clocks }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => openComplaint(id)}>
              <b>{trackingId}</b>
              <span className="ellipsis">{titleOf({ title }, t)}</span>
              {clocks.map(({ clock, from, to }) => (
                <span key={clock} className={styles.clock}>
                  {t(`deadline.${clock}`)}: <s>{shortDay(from)}</s> → {shortDay(to)}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {rows.length < count ? (
        <p className="muted">{t('moved.more', { count: count - rows.length })}</p>
      ) : null}
    </div>
  );
}
