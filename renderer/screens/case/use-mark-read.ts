import { useEffect } from 'react';
import type { CaseView } from '#shared/contract/window/case.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { isUnread } from '#shared/domain/complaint/complaint.ts';
import { useServices } from '../../core/services/services.tsx';
import { useSelection } from '../../core/state/selection.ts';
import { useReference } from '../../words/reference.tsx';

/** Time to look at a complaint before it counts as read: running through the list reads nothing. */
const LOOK_MS = 1_000;

/** Marks a complaint as read when the officer has chosen it and has had time to look at it. */
export function useMarkRead({ complaint, ours }: CaseView): void {
  const { backend } = useServices();
  const { officer } = useReference();
  const chosen = useSelection((state) => state.chosen);
  const due =
    chosen &&
    ours &&
    complaint.agency?.id === officer.agency?.id &&
    mayDo(officer.role, 'mark_read') &&
    isUnread(complaint, officer.id);
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => {
      // A mark that is lost with the line is made again at the next look.
      backend.command
        .submit({ complaintId: complaint.id, body: { kind: 'mark_read', payload: {} } })
        .catch(() => {});
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [due, complaint.id, backend]);
}
