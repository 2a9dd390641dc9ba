import type { CaseView } from '#shared/contract/window/case.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
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
  const sent = useAnswerOf((ask) => ask.outbox.list) ?? [];
  const refused = needsAttention(sent)
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
