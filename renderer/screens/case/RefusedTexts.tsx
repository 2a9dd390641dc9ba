import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '#shared/contract/window/case.ts';
import { useServices } from '../../core/services/services.tsx';
import { needsAttention } from '../../widgets/text-card/needs-attention.ts';
import { RefusedCard } from '../../widgets/text-card/RefusedCard.tsx';
import { SentConflict } from './conflict/SentConflict.tsx';

/** Texts on this complaint that the central service refused. They stay until the officer has decided. */
export function RefusedTexts({
  complaintId,
  view,
}: {
  readonly complaintId: string;
  /** Null: the complaint is no longer known here; the texts are. */
  readonly view: Pick<CaseView, 'complaint' | 'ours'> | null;
}) {
  const { queries } = useServices();
  const { data } = useQuery(queries.outbox.list.queryOptions());
  const refused = needsAttention(data ?? [])
    .filter((item) => item.complaintId === complaintId)
    .reverse();
  if (refused.length === 0) return null;
  return (
    <div className="cards">
      {refused.map((item) =>
        item.delivery.code === 'superseded' && view?.ours === true ? (
          <SentConflict key={item.id} item={item} items={refused} complaint={view.complaint} />
        ) : (
          <RefusedCard key={item.id} item={item} view={view} />
        ),
      )}
    </div>
  );
}
