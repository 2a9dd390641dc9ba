import { useCallback } from 'react';
import type { Session } from '#shared/contract/window/session.ts';
import { useServices } from '../core/services/services.tsx';
import { useSavedViews } from '../core/settings/use-saved-views.ts';
import { useSettings } from '../core/settings/use-settings.ts';
import { useNavigation } from '../core/state/navigation.ts';
import { useSelection } from '../core/state/selection.ts';
import type { Situation, WindowHandles } from '../widgets/screen/action.ts';

/** Tells what the window is about whenever it is asked. */
export function useSituation(session: Session, window: WindowHandles): () => Situation {
  const { backend } = useServices();
  const { change: changeSettings } = useSettings();
  const { views: savedViews } = useSavedViews();
  return useCallback(() => {
    const { selectedId, picked } = useSelection.getState();
    const searching = useNavigation.getState().search.trim() !== '';
    const now = { selectedId, picked: picked.length, searching };
    return { ...now, session, savedViews, backend, changeSettings, window };
  }, [session, savedViews, backend, changeSettings, window]);
}
