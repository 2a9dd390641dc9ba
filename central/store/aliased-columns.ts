import { type RawBuilder, sql } from 'kysely';

/** The column of a name, as Kysely's CamelCasePlugin makes it: `agency_id` of `agencyId`. */
function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns under their names in code, for a statement that goes past the plugin. */
export function aliased(names: readonly string[], table: string): RawBuilder<unknown> {
  return sql.raw(names.map((name) => `${table}.${columnOf(name)} as "${name}"`).join(', '));
}
