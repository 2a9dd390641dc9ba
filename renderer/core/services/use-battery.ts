import { useEffect } from 'react';
import { useConnectionState, useServices } from './services.tsx';

/** As far as it is used here; TypeScript's own types have none, and Firefox and Safari neither. */
type Battery = EventTarget & { readonly charging: boolean };
type WithBattery = { readonly getBattery?: () => Promise<Battery> };

/** Tells each backend whether this computer runs on its battery, also when that changes. */
export function useBattery(): void {
  const { backend } = useServices();
  const line = useConnectionState();
  useEffect(() => {
    if (line !== 'open') return;
    const gone = new AbortController();
    const { signal } = gone;
    void (navigator as WithBattery).getBattery?.().then(
      (battery) => {
        const tell = () => void backend.sync.power({ onBattery: !battery.charging }).catch(() => {});
        if (signal.aborted) return;
        tell();
        battery.addEventListener('chargingchange', tell, { signal });
      },
      () => {},
    );
    return () => gone.abort();
  }, [backend, line]);
}
