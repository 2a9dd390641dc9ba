import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/window/settings.ts';
import { useServices } from '../services/services.tsx';
import { applyLook, rememberedLook } from './look.ts';

/** The officer's settings, and the way to change them: at once on the screen, then in the store. */
export function useSettings(): {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
} {
  const { desk, queries } = useServices();
  const client = useQueryClient();
  const { i18n } = useTranslation();
  const settings = useQuery(queries.settings.get.queryOptions()).data ?? {
    ...rememberedLook(),
    downloads: 'auto',
  };
  const change = useCallback(
    (next: Partial<Settings>) => {
      applyLook({ ...rememberedLook(), ...next }, i18n);
      void desk.settings
        .set(next)
        .catch(() => {})
        .then(() => client.invalidateQueries({ queryKey: queries.settings.get.key() }));
    },
    [desk, queries, client, i18n],
  );
  return { settings, change };
}

/** Keeps the page's language and theme as the store says. */
export function useLook(): void {
  const { queries } = useServices();
  const { i18n } = useTranslation();
  const { data, isFetching } = useQuery(queries.settings.get.queryOptions());
  useEffect(() => {
    if (data !== undefined && !isFetching) applyLook(data, i18n);
  }, [data, isFetching, i18n]);
}
