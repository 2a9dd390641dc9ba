import { useServices } from '../../app/services.tsx';
import { outboxQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { OutboxCard } from '../outbox/OutboxCard.tsx';

/** The texts on this report that the centre refused: they stay with it until the officer has decided. */
export function RefusedTexts({ complaintId }: { readonly complaintId: string }) {
  const { desk } = useServices();
  const { data } = useQuery(outboxQuery(desk));
  const refused = (data ?? []).filter(
    (item) => item.complaintId === complaintId && item.delivery.state === 'refused',
  );
  return refused.map((item) => <OutboxCard key={item.id} item={item} withReport={false} />);
}
