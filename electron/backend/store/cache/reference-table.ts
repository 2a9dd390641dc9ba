import { type Reference, reference as referenceSchema } from '#shared/contract/schemas.ts';
import type { Db } from '../open-database.ts';

/** The data that every office needs, by its name. */
export type ReferenceData = { readonly [Item in Reference as Item['name']]: Item['value'] };

export type ReferenceTable = {
  /** What the central service has sent. */
  readonly get: () => Partial<ReferenceData>;
  readonly set: (reference: Reference) => void;
};

export function referenceTable(db: Db): ReferenceTable {
  const select = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM reference');
  const upsert = db.prepare(`
    INSERT INTO reference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  return {
    get: () =>
      Object.fromEntries(
        select.all().flatMap(({ name, value }) => {
          const { data } = referenceSchema.safeParse({ name, value: JSON.parse(value) });
          return data === undefined ? [] : [[data.name, data.value]];
        }),
      ),
    set: ({ name, value }) => {
      upsert.run(name, JSON.stringify(value));
    },
  };
}
