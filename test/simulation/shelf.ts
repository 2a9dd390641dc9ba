import { sql } from 'kysely';
import type { Db } from '../../central/store/database.ts';

/**
 * A copy of tables beside them, in the same database: the whole of it is two statements per table and no
 * file.
 */
export type Shelf = {
  readonly keep: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
  /** The number of the next receipt is part of what `bringBack` brings back; this does it alone. */
  readonly bringBackReceipts: () => Promise<void>;
};

/** Never copied: which migrations ran. */
const APART = ['kysely_migration', 'kysely_migration_lock'];

/** @param name the schema that holds the copies. @param wanted which tables belong on this shelf */
export async function openShelf(db: Db, name: string, wanted: (table: string) => boolean): Promise<Shelf> {
  const { rows } = await sql<{ table: string; columns: string }>`
    select table_name as table, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
    group by table_name order by table_name`.execute(db);
  const tables = rows.filter(({ table }) => !APART.includes(table) && wanted(table));
  const run = (lines: readonly string[]): Promise<unknown> => sql.raw(lines.join(';\n')).execute(db);
  await run([
    `create schema ${name}`,
    ...tables.map(({ table }) => `create table ${name}.${table} as table public.${table} with no data`),
  ]);
  const copy = (from: string, to: string): Promise<unknown> =>
    run([
      'begin',
      // No foreign key and no trigger: what is copied was whole.
      'set local session_replication_role = replica',
      ...tables.map(({ table }) => `delete from ${to}.${table}`),
      ...tables.map(
        ({ table, columns }) =>
          `insert into ${to}.${table} (${columns}) overriding system value select ${columns} from ${from}.${table}`,
      ),
      'commit',
    ]);
  let receipt = 0;
  const bringBackReceipts = async (): Promise<void> => {
    await sql`select setval('receipts', ${receipt})`.execute(db);
  };
  return {
    keep: async () => {
      await copy('public', name);
      const { rows: last } = await sql<{ receipt: number }>`
        select last_value as receipt from receipts`.execute(db);
      receipt = last[0]?.receipt ?? 0;
    },
    bringBack: async () => {
      await copy(name, 'public');
      await bringBackReceipts();
    },
    bringBackReceipts,
  };
}
