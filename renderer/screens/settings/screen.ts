import type { Settings } from '#shared/contract/window/window.ts';
import type { Action } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import type { Translate } from '../../words/i18n.ts';
import { SettingsDialog } from './SettingsDialog.tsx';

const setting = (id: string, change: Partial<Settings>, label: (t: Translate) => string): Action => ({
  id: `to ${id}`,
  section: 'settings',
  label,
  run: ({ changeSettings }) => changeSettings(change),
});

export const settingsScreen: Screen = {
  dialogs: { settings: SettingsDialog },
  actions: [
    setting('id', { language: 'id' }, (t) => t('palette.to_id')),
    setting('en', { language: 'en' }, (t) => t('palette.to_en')),
    setting('light', { theme: 'light' }, (t) => t('palette.to_light')),
    setting('dark', { theme: 'dark' }, (t) => t('palette.to_dark')),
    setting('system', { theme: 'system' }, (t) => t('palette.to_system')),
  ],
};
