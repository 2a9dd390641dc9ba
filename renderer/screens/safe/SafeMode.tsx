import type { LucideIcon } from 'lucide-react';
import { FileDown, FolderOpen, RefreshCw } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { SafeAnswer, SafeStep } from '#shared/contract/process/safe-mode.ts';
import { useServices } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import type { Translate } from '../../words/i18n.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './SafeMode.module.css';

/** The backend ended again and again: what can be done without it. Nothing here asks it anything. */
export function SafeMode() {
  const { drafts } = useServices();
  const { t } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [asks, setAsks] = useState(false);
  const held = drafts.unsaved();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);

  const run = async (step: SafeStep): Promise<void> => {
    setAsks(false);
    setBusy(true);
    setSaid(t('safe.busy'));
    const answer = await window.penghubung?.inSafeMode(step, held);
    setBusy(false);
    setSaid(answer === undefined ? null : answerWords(answer, t));
  };
  const step = (name: 'export' | 'rebuild' | 'logs', icon: LucideIcon, onPress: () => void) => (
    <div className={styles.step}>
      <Button icon={icon} disabled={busy} describedBy={`safe-${name}`} onPress={onPress}>
        {t(`safe.${name}`)}
      </Button>
      <p id={`safe-${name}`} className="muted">
        {t(`safe.${name}_text`)}
      </p>
    </div>
  );
  return (
    <>
      <Sheet wide>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {t('safe.title')}
        </h1>
        <p>{t('safe.text')}</p>
        {held.length === 0 ? null : <p className={styles.held}>{t('safe.held', { count: held.length })}</p>}
        <div>
          <Button variant="primary" disabled={busy} onPress={() => void run('retry')}>
            {t('safe.retry')}
          </Button>
        </div>
        <section className={styles.steps} aria-label={t('safe.otherwise')}>
          <h2 className={styles.heading}>{t('safe.otherwise')}</h2>
          {step('export', FileDown, () => void run('export'))}
          {step('rebuild', RefreshCw, () => setAsks(true))}
          {step('logs', FolderOpen, () => void run('logs'))}
        </section>
        <p className={styles.said} role="status">
          {said}
        </p>
      </Sheet>
      {asks ? (
        <Dialog title={t('safe.ask_rebuild')} onClose={() => setAsks(false)}>
          <div className="dialog-body">
            <p>{t('safe.ask_rebuild_text')}</p>
          </div>
          <div className="dialog-foot">
            <Button autoFocus onPress={() => setAsks(false)}>
              {t('safe.cancel')}
            </Button>
            <Button variant="primary" onPress={() => void run('rebuild')}>
              {t('safe.rebuild_now')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

/** Null: what was done shows by itself. */
function answerWords(answer: SafeAnswer, t: Translate): string | null {
  if (!answer.ok) return t(`safe.failure.${answer.code}`);
  return answer.exported === undefined ? null : t('safe.exported', { ...answer.exported });
}
