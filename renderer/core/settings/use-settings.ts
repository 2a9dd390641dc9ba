import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/window/settings.ts';
import { useAnswerOf, useServices } from '../services/services.tsx';
import { applyAppearance, rememberedAppearance } from './appearance.ts';

/** The officer's settings. `change` shows at once on the screen, then goes to the store. */
export function useSettings() {
  const { backend, queries } = useServices();
  const client = useQueryClient();
  const { i18n } = useTranslation();
  const settings: Settings = useAnswerOf((ask) => ask.settings.get) ?? {
    ...rememberedAppearance(),
    metered: 'no',
    tour: 'seen',
  };
  const change = useCallback(
    (next: Partial<Settings>) => {
      applyAppearance({ ...rememberedAppearance(), ...next }, i18n);
      void backend.settings
        .set(next)
        .catch(() => {})
        .then(() => client.invalidateQueries({ queryKey: queries.settings.get.key() }));
    },
    [backend, queries, client, i18n],
  );
  return { settings, change };
}

/** Keeps the page's language and theme as the store says. */
export function useAppearance(): void {
  const { queries } = useServices();
  const { i18n } = useTranslation();
  const { data, isFetching } = useQuery(queries.settings.get.queryOptions());
  useEffect(() => {
    if (data !== undefined && !isFetching) applyAppearance(data, i18n);
  }, [data, isFetching, i18n]);
}
