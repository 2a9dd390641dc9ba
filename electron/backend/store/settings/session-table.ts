import type { Settings } from '#shared/contract/window/window.ts';
import { settings as settingsSchema } from '#shared/contract/window/window.ts';
import type { Officer, Role } from '#shared/domain/people/roles.ts';
import type { Db } from '../open-database.ts';

/** In the place of the centre's address: the office works without one, and decides by itself. */
export const ALONE = 'alone:';

/** Who works here, and with what the centre knows them. */
export type StoredSession = {
  readonly centralUrl: string;
  readonly token: string;
  readonly officer: Officer;
};

type SessionRow = {
  central_url: string;
  token: string;
  officer_id: string;
  officer_name: string;
  officer_role: Role;
  agency_id: string | null;
  agency_name: string | null;
};

const DEFAULT_SETTINGS: Settings = { language: 'id', theme: 'system', downloads: 'auto' };

export type SessionTable = {
  readonly session: () => StoredSession | null;
  readonly saveSession: (session: StoredSession) => void;
  readonly settings: () => Settings;
  readonly saveSettings: (patch: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }) => void;
};

export function sessionTable(db: Db): SessionTable {
  const select = db.prepare<[], SessionRow>(`
    SELECT central_url, token, officer_id, officer_name, officer_role, agency_id, agency_name FROM session`);
  const upsert = db.prepare(`
    INSERT OR REPLACE INTO session (only, central_url, token, officer_id, officer_name, officer_role,
      agency_id, agency_name)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?)`);
  const selectSettings = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting');
  const upsertSetting = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  return {
    session: () => {
      const row = select.get();
      if (row === undefined) return null;
      return {
        centralUrl: row.central_url,
        token: row.token,
        officer: {
          id: row.officer_id,
          name: row.officer_name,
          role: row.officer_role,
          agency: row.agency_id === null ? null : { id: row.agency_id, name: row.agency_name ?? '' },
        },
      };
    },
    saveSession: ({ centralUrl, token, officer }) => {
      upsert.run(
        centralUrl,
        token,
        officer.id,
        officer.name,
        officer.role,
        officer.agency?.id ?? null,
        officer.agency?.name ?? null,
      );
    },
    settings: () => {
      const stored = Object.fromEntries(selectSettings.all().map((row) => [row.name, row.value]));
      const parsed = settingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...stored });
      return parsed.success ? parsed.data : DEFAULT_SETTINGS;
    },
    saveSettings: (patch) => {
      for (const [name, value] of Object.entries(patch)) {
        if (value !== undefined) upsertSetting.run(name, value);
      }
    },
  };
}
