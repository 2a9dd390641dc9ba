import { CircleAlert, Download, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import type { SyncEvent } from '#shared/contract/window/sync.ts';
import { download } from '../../core/browser/download.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { cx } from '../../kit/cx.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { useWords } from '../../words/reference.tsx';
import { byDay, eventWords, isProblem } from './event-words.ts';
import styles from './LogDialog.module.css';
import { logFile } from './log-file.ts';

/** What happened between this computer and the central service, in words, the newest first. */
export function LogDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, longDay } = useWords();
  const events = useAnswerOf((ask) => ask.sync.log);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const problems = (events ?? []).filter(isProblem);
  const shown = onlyProblems ? problems : (events ?? []);
  const save = () =>
    download(
      logFile(events ?? [], { app: __VERSION__, contract: CONTRACT_VERSION, at: new Date().toISOString() }),
    );
  const none = onlyProblems ? 'no_problems' : 'empty';
  return (
    <Dialog wide title={t('log.title')} onClose={onClose}>
      <div className={styles.tools}>
        <ToggleButton isSelected={onlyProblems} onChange={setOnlyProblems} className="toggle small">
          <CircleAlert size={14} /> {t('log.only_problems', { count: problems.length })}
        </ToggleButton>
        <Button icon={Download} size="small" disabled={events === undefined} onPress={save}>
          {t('log.export')}
        </Button>
      </div>
      <ScrollArea label={t('log.title')} className={styles.list} aria-busy={events === undefined}>
        {events !== undefined && shown.length === 0 ? (
          <EmptyState icon={ScrollText} title={t(`log.${none}`)} text={t(`log.${none}_text`)} />
        ) : null}
        {byDay(shown).map(([day, ofDay]) => (
          <section key={day} aria-label={longDay(day)}>
            <h3 className={styles.day}>{longDay(day)}</h3>
            <ol className={styles.events}>
              {ofDay.map((event, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: only their place tells some events apart
                <LogEvent key={`${event.at} ${place}`} event={event} />
              ))}
            </ol>
          </section>
        ))}
      </ScrollArea>
      <p className={styles.foot}>{t('log.export_hint')}</p>
    </Dialog>
  );
}

function LogEvent({ event }: { readonly event: SyncEvent }) {
  const words = useWords();
  const { t, timeOf } = words;
  const problem = isProblem(event);
  return (
    <li className={styles.event}>
      <time dateTime={event.at} className="small muted">
        {timeOf(event.at)}
      </time>
      <span className={cx(problem && 'problem')}>
        {problem ? <CircleAlert size={13} aria-label={t('log.problem')} className={styles.icon} /> : null}
        {eventWords(event, words)}
      </span>
      <span className="small muted">{event.trackingId}</span>
    </li>
  );
}
