import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { useWords } from '../../words/reference.tsx';
import { DraftPanel } from './DraftPanel.tsx';

/** Above the list of drafts: what stands on no complaint of the queue, or on several. */
export function LooseDrafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const { t } = useWords();
  if (drafts.length === 0) return null;
  return <DraftPanel title={t('recovery.loose')} drafts={drafts} />;
}
