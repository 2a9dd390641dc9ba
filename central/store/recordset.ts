import { type RawBuilder, sql } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Rows as a relation of a statement, all of them in one parameter: its columns are those of the table, by
 * name and type. A column that a row does not name is null.
 */
export function recordsetOf(table: keyof Tables, rows: readonly object[]): RawBuilder<unknown> {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(records)}::jsonb)`;
}

const known = new Map<string, string>();

/** As Kysely's CamelCasePlugin names it: `agencyId` is `agency_id`. */
function columnOf(name: string): string {
  let column = known.get(name);
  if (column === undefined) {
    column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    known.set(name, column);
  }
  return column;
}
