import type { Db } from '../open-database.ts';

/** When somebody of the OPD was last signed in to LAPOR!, as far as this computer knows. */
export type VisitsTable = {
  /** ISO instant; null: nothing is known yet. */
  readonly last: () => string | null;
  /** Keeps it when it is later than what is known. */
  readonly seen: (at: string) => void;
};

const NAME = 'lapor_visit';

export function visitsTable(db: Db): VisitsTable {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  const last = (): string | null => select.get(NAME)?.value ?? null;
  return {
    last,
    seen: (at) => {
      if (at > (last() ?? '')) upsert.run(NAME, at);
    },
  };
}
