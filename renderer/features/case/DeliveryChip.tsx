import { Check } from 'lucide-react';
import type { Delivery } from '#shared/contract/desk-writing.ts';
import { useWords } from '../../app/reference.tsx';
import { Chip, type ChipTone } from '../../components/Chip.tsx';

export const DELIVERY_TONE: Readonly<Record<Delivery['state'], ChipTone>> = {
  held: 'soon',
  queued: 'soon',
  sending: 'soon',
  unsure: 'soon',
  accepted: 'ok',
  refused: 'late',
};

/** Where a sent text is; with the centre's receipt once it has one. */
export function DeliveryChip({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useWords();
  return (
    <Chip tone={DELIVERY_TONE[delivery.state]} title={t(`outbox.state.${delivery.state}`)}>
      {t(`chip.${delivery.state}`)}
      {delivery.state === 'accepted' ? <Check size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {delivery.receipt === null ? null : <span>{delivery.receipt}</span>}
    </Chip>
  );
}
