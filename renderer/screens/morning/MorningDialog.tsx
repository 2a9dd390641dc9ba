import { ArrowRight, Coffee } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Morning } from '#shared/contract/window/morning.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { goTo, openComplaint, showSearch } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useClockWords, useReference } from '../../words/reference.tsx';
import { titleOf } from '../../words/text.ts';
import styles from './MorningDialog.module.css';
import { greeting, whyWords } from './morning-words.ts';

/** What to answer first, what came, what did not leave. Enter opens the first one, Escape begins the day. */
export function MorningDialog({ onClose }: DialogProps) {
  const { backend } = useServices();
  const { officer } = useReference();
  const { t } = useClockWords();
  const data = useAnswerOf((ask) => ask.morning.get);
  const close = () => {
    void backend.morning.seen().catch(() => {});
    onClose();
  };
  const title = t(`morning.greeting_${greeting(new Date())}`, { name: officer.name });
  return (
    <Dialog title={title} onClose={close}>
      {data === undefined ? null : <Overview data={data} onClose={close} />}
    </Dialog>
  );
}

function Overview({ data, onClose }: { readonly data: Morning; readonly onClose: () => void }) {
  const { t, mediumDay, briefMoment } = useClockWords();
  const { first, arrived, refused, undelivered, lastSyncedAt } = data;
  const closeAnd = (then: () => void) => () => {
    onClose();
    then();
  };
  const since = mediumDay(arrived.since);
  return (
    <div className="dialog-body">
      {first.length === 0 ? (
        <NothingFirst data={data} />
      ) : (
        <First complaints={first} onOpen={(id) => closeAnd(() => openComplaint(id))()} />
      )}
      <ul className={styles.facts}>
        <Fact count={arrived.count} onPress={closeAnd(() => showSearch(t('morning.arrived_search')))}>
          {t('morning.arrived', { count: arrived.count, day: since })}
        </Fact>
        <Fact count={refused} onPress={closeAnd(() => goTo('attention'))}>
          {t('morning.refused', { count: refused })}
        </Fact>
        <Fact count={undelivered} onPress={closeAnd(() => goTo('outbox'))}>
          {t('morning.undelivered', { count: undelivered })}
        </Fact>
      </ul>
      <div className="spread">
        <span className="small muted">
          {lastSyncedAt === null
            ? t('morning.never_synced')
            : t('morning.as_of', { time: briefMoment(lastSyncedAt) })}
        </span>
        <Button variant="primary" autoFocus={first.length === 0} onPress={onClose}>
          {t('first.begin')} <Kbd>Esc</Kbd>
        </Button>
      </div>
    </div>
  );
}

/** The complaints to answer first. j and k, or the arrows, go from one to the next. */
function First({
  complaints,
  onOpen,
}: {
  readonly complaints: Morning['first'];
  readonly onOpen: (id: string) => void;
}) {
  const words = useClockWords();
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ({ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 } as const)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(Math.max(now + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <>
      <h3 className={styles.heading}>{words.t('morning.first')}</h3>
      <ol ref={list} className={styles.first} onKeyDown={onKeyDown}>
        {complaints.map((complaint, place) => (
          <li key={complaint.id}>
            <Button className={styles.complaint} autoFocus={place === 0} onPress={() => onOpen(complaint.id)}>
              <span className={styles.title}>{titleOf(complaint, words.t)}</span>
              <span className={styles.why}>{whyWords(complaint.why, words)}</span>
              <span className="small muted">{complaint.trackingId}</span>
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

function NothingFirst({ data: { known, lastSyncedAt } }: { readonly data: Morning }) {
  const { t, count } = useClockWords();
  if (known > 0) {
    const text = t('morning.calm_text', { count: count(known) });
    return <EmptyState icon={Coffee} title={t('morning.calm')} text={text} />;
  }
  const state = lastSyncedAt === null ? 'never_synced' : 'none';
  return (
    <EmptyState icon={Coffee} title={t(`morning.empty_${state}`)} text={t(`morning.empty_${state}_text`)} />
  );
}

/** A number that asks for something, and the way to it; nothing where it is zero. */
function Fact({
  count: number,
  children,
  onPress,
}: {
  readonly count: number;
  readonly children: string;
  readonly onPress: () => void;
}) {
  if (number === 0) return null;
  return (
    <li>
      <Button variant="quiet" className={styles.fact} onPress={onPress}>
        {children}
        <ArrowRight size={14} />
      </Button>
    </li>
  );
}
