import { useEffect, useState, useSyncExternalStore } from 'react';
import { useConnectionState, useServices } from '../../core/services/services.tsx';
import { useSelection } from '../../core/state/selection.ts';
import { createViewing } from './viewing.ts';

/** Tells colleagues which complaint this officer has open: a chosen one, in a window that can be seen. */
export function useViewing(): void {
  const { backend } = useServices();
  const [viewing] = useState(() =>
    // What is lost with the line is told again on the next one.
    createViewing((complaintId) => void backend.presence.viewing({ complaintId }).catch(() => {})),
  );
  const line = useConnectionState();
  const seen = useSyncExternalStore(onVisibility, isVisible);
  const open = useSelection((state) => (state.chosen ? state.selectedId : null));

  useEffect(() => viewing.show(seen ? open : null), [viewing, seen, open]);
  useEffect(() => {
    if (line === 'open') viewing.again();
  }, [viewing, line]);
  useEffect(() => {
    const leave = () => viewing.show(null);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [viewing]);
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
