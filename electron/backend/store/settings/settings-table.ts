import { type Settings, settings as settingsSchema } from '#shared/contract/window/settings.ts';
import type { Db } from '../open-database.ts';

const DEFAULT_SETTINGS: Settings = { language: 'id', theme: 'system', downloads: 'auto' };

export type SettingsTable = {
  readonly get: () => Settings;
  readonly save: (patch: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }) => void;
};

export function settingsTable(db: Db): SettingsTable {
  const select = db.prepare<[], Settings>('SELECT language, theme, downloads FROM settings');
  const put = db.prepare<[Settings]>(`
    INSERT OR REPLACE INTO settings (only, language, theme, downloads) VALUES (1, @language, @theme, @downloads)`);
  const get = (): Settings => settingsSchema.safeParse(select.get()).data ?? DEFAULT_SETTINGS;
  return {
    get,
    save: (patch) => {
      const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      put.run({ ...get(), ...said });
    },
  };
}
