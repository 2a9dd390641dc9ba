import type { Db } from '../open-database.ts';

/** Single values that the journal keeps by their names, besides the officer's settings. */
export type SettingRows = {
  /** Null: there is none. */
  readonly get: (name: string) => string | null;
  readonly put: (name: string, value: string) => void;
  readonly remove: (name: string) => void;
};

export function settingRows(db: Db): SettingRows {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM setting WHERE name = ?');
  return {
    get: (name) => select.get(name)?.value ?? null,
    put: (name, value) => {
      upsert.run(name, value);
    },
    remove: (name) => {
      remove.run(name);
    },
  };
}
