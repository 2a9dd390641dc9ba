import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ShellSettings, ShellSettingsChange } from '#shared/contract/process/shell-settings.ts';

const KEY = ['shell-settings'];

/** The shell's own settings; null: there is no shell, or it has not answered. */
export function useShellSettings() {
  const client = useQueryClient();
  const { data: settings = null } = useQuery<ShellSettings | null>({
    queryKey: KEY,
    queryFn: async () => (await window.penghubung?.shellSettings({})) ?? null,
    // The system may have been told otherwise meanwhile, beside this program.
    staleTime: 0,
  });
  const change = useCallback(
    async (next: ShellSettingsChange) => {
      client.setQueryData(KEY, (await window.penghubung?.shellSettings(next)) ?? null);
    },
    [client],
  );
  return { settings, change };
}
