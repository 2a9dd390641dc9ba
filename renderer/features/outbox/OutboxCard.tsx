import { Copy, PenLine } from 'lucide-react';
import type { OutboxItem } from '#shared/contract/desk-writing.ts';
import { briefMoment } from '../../app/format.ts';
import { useReference, useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import { cx } from '../../components/cx.ts';
import { useView } from '../../state/view.ts';
import { DeliveryChip } from '../case/DeliveryChip.tsx';
import { backToDraft } from '../compose/restore.ts';
import { deliveryWords } from './delivery-words.ts';
import styles from './OutboxCard.module.css';

/** One sent text: where it is, and when it was refused why and what to do. */
export function OutboxCard({
  item,
  withReport = true,
  selected = false,
}: {
  readonly item: OutboxItem;
  /** Names its report, as a link to it. */
  readonly withReport?: boolean;
  readonly selected?: boolean;
}) {
  const { desk, drafts } = useServices();
  const { t, language } = useWords();
  const { today } = useReference();
  const open = useView((state) => state.open);
  const say = useView((state) => state.say);
  const refused = item.delivery.state === 'refused';

  const reopen = async () => {
    if (item.kind === 'mark_read') return;
    if ((await backToDraft(desk, drafts, 'reopen', item.id)) !== 'done') return;
    say(t('outbox.reopened'));
    useView.getState().write(item.complaintId, item.kind);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(item.text).catch(() => {});
    say(t('outbox.copied'));
  };

  return (
    <article className={cx(styles.card, selected && styles.selected, !withReport && styles.framed)}>
      <div className={styles.head}>
        <b className={styles.kind}>{t(`outbox.kind.${item.kind}`)}</b>
        <DeliveryChip delivery={item.delivery} />
        <time className={styles.time} dateTime={item.composedAt}>
          {briefMoment(item.composedAt, today, language)}
        </time>
      </div>
      {withReport ? (
        <button type="button" className={styles.report} onClick={() => open(item.complaintId)}>
          <span className={styles.id}>{item.trackingId}</span> {item.title}
        </button>
      ) : null}
      {item.text === '' ? null : <p className={cx(styles.text, withReport && styles.clamped)}>{item.text}</p>}
      {refused ? (
        <>
          {item.delivery.code === null ? null : (
            <p className={styles.reason}>{t(`refusal.${item.delivery.code}`)}</p>
          )}
          <div className={styles.actions}>
            {item.kind === 'mark_read' ? null : (
              <Button size="small" onPress={() => void reopen()}>
                <PenLine size={14} aria-hidden="true" /> {t('outbox.reopen')}
              </Button>
            )}
            <Button size="small" onPress={() => void copy()}>
              <Copy size={14} aria-hidden="true" /> {t('outbox.copy')}
            </Button>
          </div>
        </>
      ) : item.delivery.state === 'queued' || item.delivery.state === 'unsure' ? (
        <p className={styles.state}>{deliveryWords(item.delivery, { t, language }).explanation}</p>
      ) : null}
    </article>
  );
}
