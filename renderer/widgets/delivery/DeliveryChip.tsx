import { Check } from 'lucide-react';
import type { Delivery } from '#shared/contract/window/outbox.ts';
import { Chip } from '../../kit/Chip.tsx';
import { Tip } from '../../kit/Tip.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './DeliveryChip.module.css';
import { deliveryWords } from './delivery-words.ts';

/** Where a sent text is, with its receipt once it has one. Hover or focus explains it. */
export function DeliveryChip({
  delivery,
  explained = true,
}: {
  readonly delivery: Delivery;
  /** False where the explanation stands beside it, or where the row itself takes the focus. */
  readonly explained?: boolean;
}) {
  const words = useWords();
  const { tone, word, explanation } = deliveryWords(delivery, words);
  const chip = (
    <Chip tone={tone} title={explained ? undefined : explanation}>
      {word}
      {delivery.state === 'accepted' ? <Check size={12} strokeWidth={2.5} /> : null}
      {delivery.receipt === null ? null : <span>{delivery.receipt}</span>}
    </Chip>
  );
  if (!explained) return chip;
  return (
    <Tip tip={explanation}>
      <button type="button" className={styles.explained}>
        {chip}
      </button>
    </Tip>
  );
}
