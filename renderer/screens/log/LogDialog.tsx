import { CircleAlert, Download, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import { download } from '../../core/browser/download.ts';
import { logQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { Button } from '../../kit/Button.tsx';
import { cx } from '../../kit/cx.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { longDay, timeOf } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';
import { byDay, eventWords, isProblem } from './event-words.ts';
import styles from './LogDialog.module.css';
import { logFile } from './log-file.ts';

/** What happened between this computer and the centre, in words, the newest first. */
export function LogDialog({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useServices();
  const { t, language } = useWords();
  const events = useQuery(logQuery(desk)).data;
  const [onlyProblems, setOnlyProblems] = useState(false);
  const problems = (events ?? []).filter(isProblem);
  const shown = onlyProblems ? problems : (events ?? []);
  return (
    <Dialog wide title={t('log.title')} closeLabel={t('settings.close')} onClose={onClose}>
      <div className={styles.tools}>
        <ToggleButton isSelected={onlyProblems} onChange={setOnlyProblems} className="toggle small">
          <CircleAlert size={14} aria-hidden="true" /> {t('log.only_problems', { count: problems.length })}
        </ToggleButton>
        <Button
          size="small"
          disabled={events === undefined}
          onPress={() =>
            download(
              logFile(events ?? [], {
                app: __VERSION__,
                contract: CONTRACT_VERSION,
                at: new Date().toISOString(),
              }),
            )
          }
        >
          <Download size={14} aria-hidden="true" /> {t('log.export')}
        </Button>
      </div>
      <section
        className={styles.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and must do so by keyboard
        tabIndex={0}
        aria-label={t('log.title')}
        aria-busy={events === undefined}
      >
        {events !== undefined && shown.length === 0 ? (
          <EmptyState
            icon={<ScrollText size={20} />}
            title={t(onlyProblems ? 'log.no_problems' : 'log.empty')}
          >
            <p>{t(onlyProblems ? 'log.no_problems_text' : 'log.empty_text')}</p>
          </EmptyState>
        ) : null}
        {byDay(shown).map(({ day, events: ofDay }) => (
          <section key={day} aria-label={longDay(day, language)}>
            <h3 className={styles.day}>{longDay(day, language)}</h3>
            <ol className={styles.events}>
              {ofDay.map((event, place) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything but their place
                  key={`${event.at} ${place}`}
                  className={styles.event}
                >
                  <time dateTime={event.at} className="small muted">
                    {timeOf(event.at, language)}
                  </time>
                  <span className={cx(isProblem(event) && 'problem')}>
                    {isProblem(event) ? (
                      <CircleAlert size={13} aria-label={t('log.problem')} className={styles.icon} />
                    ) : null}
                    {eventWords(event, { t, language })}
                  </span>
                  <span className="small muted">{event.trackingId}</span>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </section>
      <p className={styles.foot}>{t('log.export_hint')}</p>
    </Dialog>
  );
}
