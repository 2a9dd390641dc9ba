import { ArrowRight, Coffee } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Morning } from '#shared/contract/window/morning.ts';
import { morningQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { goTo, openComplaint, showSearch } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { briefMoment, count, mediumDay } from '../../words/format.ts';
import { useClockWords } from '../../words/reference.tsx';
import styles from './MorningDialog.module.css';
import { greeting, whyWords } from './morning-words.ts';

/** Selamat pagi: what to answer first, what came, what did not leave. Enter opens the first, Escape begins the day. */
export function MorningDialog({ officer, onClose }: DialogProps) {
  const { desk } = useServices();
  const { t } = useClockWords();
  const data = useQuery(morningQuery(desk)).data;
  const close = () => {
    void desk.morning.seen().catch(() => {});
    onClose();
  };
  const title = t(`morning.greeting_${greeting(new Date())}`, { name: officer.name });
  return (
    <Dialog title={title} closeLabel={t('morning.close')} onClose={close}>
      {data === undefined ? null : <Look data={data} onClose={close} />}
    </Dialog>
  );
}

function Look({ data, onClose }: { readonly data: Morning; readonly onClose: () => void }) {
  const words = useClockWords();
  const { t, today, language } = words;
  const list = useRef<HTMLOListElement>(null);
  const act = (then: () => void) => () => {
    onClose();
    then();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ({ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 } as const)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(Math.max(now + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <div className="dialog-body">
      {data.first.length === 0 ? (
        <NothingFirst data={data} />
      ) : (
        <>
          <h3 className={styles.heading}>{t('morning.first')}</h3>
          <ol ref={list} className={styles.first} onKeyDown={onKeyDown}>
            {data.first.map((report, place) => (
              <li key={report.id}>
                <Button
                  className={styles.complaint}
                  autoFocus={place === 0}
                  onPress={act(() => openComplaint(report.id))}
                >
                  <span className={styles.title}>
                    {report.title.trim() === '' ? t('queue.untitled') : report.title}
                  </span>
                  <span className={styles.why}>{whyWords(report.why, words)}</span>
                  <span className="small muted">{report.trackingId}</span>
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
      <ul className={styles.facts}>
        <Fact
          shown={data.arrived.count}
          text={t('morning.arrived', {
            count: data.arrived.count,
            day: mediumDay(data.arrived.since, today, language),
          })}
          onPress={act(() => showSearch(t('morning.arrived_search')))}
        />
        <Fact
          shown={data.refused}
          text={t('morning.refused', { count: data.refused })}
          onPress={act(() => goTo('attention'))}
        />
        <Fact
          shown={data.undelivered}
          text={t('morning.undelivered', { count: data.undelivered })}
          onPress={act(() => goTo('outbox'))}
        />
      </ul>
      <div className="spread">
        <span className="small muted">
          {data.lastSyncedAt === null
            ? t('morning.never_synced')
            : t('morning.as_of', { time: briefMoment(data.lastSyncedAt, today, language) })}
        </span>
        <Button look="primary" autoFocus={data.first.length === 0} onPress={onClose}>
          {t('morning.begin')} <Kbd>Esc</Kbd>
        </Button>
      </div>
    </div>
  );
}

function NothingFirst({ data }: { readonly data: Morning }) {
  const { language, t } = useClockWords();
  if (data.known === 0) {
    const state = data.lastSyncedAt === null ? 'never_synced' : 'none';
    return (
      <EmptyState icon={<Coffee size={20} />} title={t(`morning.empty_${state}`)}>
        <p>{t(`morning.empty_${state}_text`)}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Coffee size={20} />} title={t('morning.calm')}>
      <p>{t('morning.calm_text', { count: count(data.known, language) })}</p>
    </EmptyState>
  );
}

/** A number that asks for something, and the way to it; nothing where it is zero. */
function Fact({
  shown,
  text,
  onPress,
}: {
  readonly shown: number;
  readonly text: string;
  readonly onPress: () => void;
}) {
  if (shown === 0) return null;
  return (
    <li>
      <Button look="quiet" className={styles.fact} onPress={onPress}>
        {text}
        <ArrowRight size={14} aria-hidden="true" />
      </Button>
    </li>
  );
}
