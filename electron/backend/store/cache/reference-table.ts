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
  const upsert = run<[name: string, value: string, generation: number, mark: number]>(
    'INSERT OR REPLACE INTO reference (name, value, generation, mark) VALUES (?, ?, ?, ?)',
  );
  const dropOlder = run<[generation: number]>('DELETE FROM reference WHERE generation < ?');
  return {
    /** The data that the central service has sent. */
    get: (): Partial<ReferenceData> =>
      Object.fromEntries(
        select().flatMap(({ name, value }) => {
          const { data } = referenceSchema.safeParse({ name, value: JSON.parse(value) });
          return data === undefined ? [] : [[data.name, data.value]];
        }),
      ),
    /** `generation`: of the pull from the start that brought it; `mark`: of its item in the feed. */
    set: ({ name, value }: Reference, place: { readonly generation: number; readonly mark: number }) =>
      upsert(name, JSON.stringify(value), place.generation, place.mark),
    /** What was brought by an older pull than this. */
    dropOlder,
  };
}
