import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { cx } from '../../kit/cx.ts';
import { DeliveryChip } from '../../widgets/delivery/DeliveryChip.tsx';
import { deliveryWords } from '../../widgets/delivery/delivery-words.ts';
import { CardHead } from '../../widgets/text-card/CardHead.tsx';
import { FileNames } from '../../widgets/text-card/FileNames.tsx';
import { useWords } from '../../words/reference.tsx';
import { numberOf } from '../../words/text.ts';
import styles from './OutboxCard.module.css';

/** One sent text: what, on which complaint, and where it is. A refused one stands beside its complaint. */
export function OutboxCard({
  item,
  selected,
  onOpen,
}: {
  readonly item: OutboxItem;
  readonly selected: boolean;
  readonly onOpen: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { state } = item.delivery;
  const explains = state !== 'held' && state !== 'accepted';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does it; this is a larger target
    <article
      className={cx(styles.card, selected && 'chosen')}
      aria-current={selected ? 'true' : undefined}
      onClick={onOpen}
    >
      <CardHead kind={t(`command.${item.kind}.name`)} at={item.composedAt}>
        <DeliveryChip delivery={item.delivery} explained={false} />
      </CardHead>
      <button type="button" className={styles.complaint} onClick={onOpen}>
        {item.complaintId === null ? null : <span>{numberOf(item.trackingId, t)} </span>}
        {item.title}
      </button>
      {item.text === '' ? null : <p className="clamp">{item.text}</p>}
      <FileNames files={item.attachments} />
      {explains ? (
        <p className={cx('small', state === 'refused' ? 'problem' : 'muted')}>
          {deliveryWords(item.delivery, words).explanation}
        </p>
      ) : null}
    </article>
  );
}
