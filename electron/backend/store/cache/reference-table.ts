import type { Reference } from '#shared/contract/schemas.ts';
import { reference as referenceSchema } from '#shared/contract/schemas.ts';
import { BUILT_IN_REFERENCE, type ReferenceData } from '../../projection/deadline-data.ts';
import type { Db } from '../open-database.ts';

export type ReferenceTable = {
  /** What the centre sent, and the built-in data for what it did not. */
  readonly get: () => ReferenceData;
  readonly set: (reference: Reference) => void;
};

export function referenceTable(db: Db): ReferenceTable {
  const select = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM reference');
  const upsert = db.prepare(`
    INSERT INTO reference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  return {
    get: () => {
      let data = BUILT_IN_REFERENCE;
      for (const row of select.all()) {
        const parsed = referenceSchema.safeParse({ name: row.name, value: JSON.parse(row.value) });
        if (parsed.success) data = { ...data, [parsed.data.name]: parsed.data.value };
      }
      return data;
    },
    set: (reference) => {
      upsert.run(reference.name, JSON.stringify(reference.value));
    },
  };
}
