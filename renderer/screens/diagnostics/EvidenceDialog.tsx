import { CircleAlert, CircleCheck, FileQuestion } from 'lucide-react';
import type { EvidenceRun } from '#shared/contract/window/diagnostics.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './EvidenceDialog.module.css';

/** What tried this very program, and how it went: each run with its command, to be repeated. */
export function EvidenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const evidence = useAnswerOf((ask) => ask.diagnostics.evidence);
  return (
    <Dialog wide title={t('evidence.title')} onClose={onClose}>
      {evidence === undefined ? null : evidence === null || evidence.runs.length === 0 ? (
        <EmptyState icon={FileQuestion} title={t('evidence.none')} text={t('evidence.none_text')} />
      ) : (
        <ScrollArea label={t('evidence.title')} className={styles.runs}>
          <p className="muted">
            {t('evidence.lead', { version: __VERSION__, commit: evidence.commit?.slice(0, 12) ?? '–' })}
          </p>
          {evidence.runs.map((run) => (
            <Run key={run.kind} run={run} ofThis={run.commit !== null && run.commit === evidence.commit} />
          ))}
        </ScrollArea>
      )}
    </Dialog>
  );
}

function Run({ run, ofThis }: { readonly run: EvidenceRun; readonly ofThis: boolean }) {
  const { t, longDay, timeOf, count } = useWords();
  const { kind, command, at, seconds, passed, figures } = run;
  const Icon = passed ? CircleCheck : CircleAlert;
  return (
    <section aria-label={t(`evidence.kind.${kind}`)} className={styles.run}>
      <h3 className={passed ? styles.passed : 'problem'}>
        <Icon size={16} /> {t(`evidence.kind.${kind}`)}: {t(passed ? 'evidence.passed' : 'evidence.failed')}
      </h3>
      <p className="small muted">
        {t('evidence.when', { day: longDay(dayOf(at)), time: timeOf(at), seconds: Math.round(seconds) })}{' '}
        {t(ofThis ? 'evidence.code_same' : 'evidence.code_differs')}
      </p>
      <code className={styles.command}>{command}</code>
      <dl className={styles.figures}>
        {Object.entries(figures).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
