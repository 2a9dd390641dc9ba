import type { Settings } from '#shared/contract/window/settings.ts';
import type { Action } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import type { MessageKey } from '../../words/i18n.ts';
import { SettingsDialog } from './SettingsDialog.tsx';

const setting = (id: string, change: Partial<Settings>, label: MessageKey): Action => ({
  id: `to ${id}`,
  // Not what the office's IT has decided.
  offered: ({ session }) => change.language === undefined || session.policy?.language === undefined,
  section: 'settings',
  label,
  run: ({ changeSettings }) => changeSettings(change),
});

export const settingsScreen: Screen = {
  dialogs: { settings: SettingsDialog },
  actions: [
    setting('id', { language: 'id' }, 'settings.language_id'),
    setting('en', { language: 'en' }, 'settings.language_en'),
    setting('light', { theme: 'light' }, 'palette.to_light'),
    setting('dark', { theme: 'dark' }, 'palette.to_dark'),
    setting('system', { theme: 'system' }, 'palette.to_system'),
  ],
};
