import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/window/settings.ts';
import { settingsQuery } from '../query/queries.ts';
import { useServices } from '../services/services.tsx';
import { useQuery } from '../services/use-query.ts';
import { applyLook, rememberedLook } from './look.ts';

/** The officer's settings, and the way to change them: at once on the screen, then in the store. */
export function useSettings(): {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
} {
  const { desk, cache } = useServices();
  const { i18n } = useTranslation();
  const settings = useQuery(settingsQuery(desk)).data ?? { ...rememberedLook(), downloads: 'auto' };
  const change = useCallback(
    (next: Partial<Settings>) => {
      applyLook({ ...rememberedLook(), ...next }, i18n);
      void desk.settings
        .set(next)
        .catch(() => {})
        .then(() => cache.onEvent({ topics: ['settings'], complaintIds: null }));
    },
    [desk, cache, i18n],
  );
  return { settings, change };
}

/** Keeps the page's language and theme as the store says. */
export function useLook(): void {
  const { desk } = useServices();
  const { i18n } = useTranslation();
  const { data, loading } = useQuery(settingsQuery(desk));
  useEffect(() => {
    if (data !== undefined && !loading) applyLook(data, i18n);
  }, [data, loading, i18n]);
}
