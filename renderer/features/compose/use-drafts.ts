import { useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.tsx';
import type { DraftKind, DraftView, Shelf } from './drafts.ts';

/** The drafts of one kind on a report, and which of them is in the field. */
export function useShelf(complaintId: string, kind: DraftKind): Shelf {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.shelf({ complaintId, kind }));
}

export function useDraft(id: string): DraftView {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(id));
}

/** Is anything of this kind begun on the report? */
export function useIsBegun(complaintId: string, kind: DraftKind): boolean {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.isBegun({ complaintId, kind }));
}
