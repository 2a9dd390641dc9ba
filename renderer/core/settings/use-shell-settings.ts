import { useCallback, useEffect, useState } from 'react';
import type { ShellSettings, ShellSettingsChange } from '#shared/contract/process/shell-settings.ts';

/**
 * The shell's own settings; null: there is no shell, or it has not answered. Asked anew whenever they are
 * shown: the system may have been told otherwise meanwhile, beside this program.
 */
export function useShellSettings() {
  const [settings, setSettings] = useState<ShellSettings | null>(null);
  const change = useCallback(async (next: ShellSettingsChange) => {
    setSettings((await window.penghubung?.shellSettings(next)) ?? null);
  }, []);
  useEffect(() => void change({}), [change]);
  return { settings, change };
}
