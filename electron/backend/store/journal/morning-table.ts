import type { Db } from '../open-database.ts';

/** When the officer last began to look at the window. */
export type MorningTable = {
  /** ISO instant; null: not yet on this computer. */
  readonly last: () => string | null;
  readonly seen: (at: string) => void;
};

const NAME = 'morning_seen';

export function morningTable(db: Db): MorningTable {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  return {
    last: () => select.get(NAME)?.value ?? null,
    seen: (at) => {
      upsert.run(NAME, at);
    },
  };
}
