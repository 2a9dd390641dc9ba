import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../core/services/services.tsx';
import { useReference } from '../../words/reference.tsx';
import { LeftDraft } from './LeftDraft.tsx';
import { TextCards } from './TextCards.tsx';

/**
 * What was begun on a complaint that is no longer known here: it cannot be sent, and its words are not lost.
 */
export function LeftDrafts({ complaintId }: { readonly complaintId: string }) {
  const { queries } = useServices();
  const { today } = useReference();
  const { data } = useQuery(queries.draft.list.queryOptions());
  const left = (data ?? []).filter(({ complaintId: of, text }) => of === complaintId && text !== '');
  if (left.length === 0) return null;
  return (
    <TextCards>
      {left.map((draft) => (
        <LeftDraft key={draft.id} draft={draft} today={today} />
      ))}
    </TextCards>
  );
}
