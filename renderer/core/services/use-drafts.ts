import { useSyncExternalStore } from 'react';
import type { DraftKind, DraftView, Shelf } from '../drafts/drafts.ts';
import { useServices } from './services.tsx';

/** The drafts of one kind on a complaint, and which of them is in the field. */
export function useShelf(complaintId: string, kind: DraftKind): Shelf {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.shelf({ complaintId, kind }));
}

export function useDraft(id: string): DraftView {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(id));
}

export function useIsBegun(complaintId: string, kind: DraftKind): boolean {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.isBegun({ complaintId, kind }));
}
