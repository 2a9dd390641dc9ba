import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { useWords } from '../../words/reference.tsx';
import { DraftPanel } from './DraftPanel.tsx';

/** Drafts that stand on no complaint of the queue, or on several; above the list of drafts. */
export function LooseDrafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const { t } = useWords();
  if (drafts.length === 0) return null;
  return <DraftPanel title={t('recovery.loose')} drafts={drafts} />;
}
