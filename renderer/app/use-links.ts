import { useEffect } from 'react';
import { useAnswerOf, useConnectionState, useServices } from '../core/services/services.tsx';
import { endLink, useLinks } from '../core/state/link.ts';
import { openComplaint } from '../core/state/navigation.ts';

/** Opens the complaint that a link asks for, as soon as it is here; during the first load it may yet come. */
export function useFollowLinks(): void {
  const { backend } = useServices();
  const line = useConnectionState();
  const wanted = useLinks((state) => state.wanted);
  const status = useAnswerOf((ask) => ask.sync.status);
  const loaded = status?.firstLoad;
  useEffect(() => {
    if (wanted === null || loaded === undefined || line !== 'open') return;
    const { complaintId: id, trackingId } = wanted;
    const follow = async (): Promise<void> => {
      const found = await backend.case.get({ id });
      if (useLinks.getState().wanted !== wanted) return;
      if (found !== null) {
        openComplaint(id);
        endLink();
      } else if (loaded === null) endLink({ what: 'unknown', trackingId });
    };
    // A question that is lost with its line is asked again on the next one.
    follow().catch(() => {});
  }, [backend, line, wanted, loaded]);
}
