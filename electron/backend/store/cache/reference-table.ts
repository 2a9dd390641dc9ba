import { type Reference, reference as referenceSchema } from '#shared/contract/schemas.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** The data that every office needs, by its name. */
export type ReferenceData = { readonly [Item in Reference as Item['name']]: Item['value'] };

export function referenceTable(db: Db) {
  const { rows, run } = statements(db);
  const select = rows<[], { readonly name: string; readonly value: string }>(
    'SELECT name, value FROM reference',
  );
  const upsert = run<[string, string]>(`
    INSERT INTO reference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  return {
    /** The data that the central service has sent. */
    get: (): Partial<ReferenceData> =>
      Object.fromEntries(
        select().flatMap(({ name, value }) => {
          const { data } = referenceSchema.safeParse({ name, value: JSON.parse(value) });
          return data === undefined ? [] : [[data.name, data.value]];
        }),
      ),
    set: ({ name, value }: Reference) => upsert(name, JSON.stringify(value)),
  };
}
