import { useEffect } from 'react';
import { useServices } from '../../core/services/services.tsx';
import { show, useNavigation } from '../../core/state/navigation.ts';
import { composerRequests } from '../../core/state/requests.ts';
import { useSelection } from '../../core/state/selection.ts';

/**
 * At the first start of a day the first look opens by itself, unless the officer is quicker.
 * @param resume at every other start: the officer goes on where they were
 */
export function useMorning(resume: () => Promise<void>): void {
  const { backend } = useServices();
  useEffect(() => {
    let gone = false;
    const begin = async () => {
      const { due } = await backend.morning.get();
      if (gone) return;
      const { overlay } = useNavigation.getState();
      const { chosen } = useSelection.getState();
      if (due && overlay === null && !chosen && composerRequests.open() === null) show('morning');
      else await backend.morning.seen();
      await resume();
    };
    begin().catch(() => {
      // It is a courtesy: the queue is there without it.
    });
    return () => {
      gone = true;
    };
  }, [backend, resume]);
}
