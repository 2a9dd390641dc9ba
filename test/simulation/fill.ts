import { sql } from 'kysely';
import { entryRowsOf, rowOf } from '#shared/domain/complaint/row.ts';
import { insertComplaints } from '../../central/store/complaints.ts';
import type { Db } from '../../central/store/database.ts';
import { insertEntries } from '../../central/store/entries.ts';
import { memoryOf, rememberLapor } from '../../central/store/lapor-memory.ts';
import { inventedComplaint } from '../bench/invented.ts';

/** Invented ones, and how often each stands there. */
const INVENTED = 500;
const TIMES = 300;
/** Every so many of them are in the feed of an agency that is played; the others only make tables large. */
const OURS_OF = 3;
/** Those that a follow-up has been written on. */
const ENTRIES = 6;

/** A complaint that is only there to be many: no step is about it. */
export function isFiller(complaintId: string): boolean {
  return complaintId.startsWith(PREFIX);
}
const PREFIX = 'lapor-5';
export const FILLER = sql.lit(`${PREFIX}%`);

/**
 * Fills the tables of a new central service: 150,000 complaints, a third of them in the feed of `ours`, over
 * a million rows in all.
 */
export async function fill(
  db: Db,
  { ours, others }: { ours: string; others: string },
  now: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    const invented = Array.from({ length: INVENTED }, (_, n) => inventedComplaint(n, now));
    await insertComplaints(tx, invented.map(rowOf));
    await insertEntries(tx, invented.flatMap(entryRowsOf));
    await rememberLapor(tx, invented.map(memoryOf));
    const idOf = (id: string): string => `'lapor-' || (substr(${id}, 7)::bigint + ${INVENTED} * n)`;
    const copied = async (
      table: string,
      id: string,
      named: Readonly<Record<string, string>>,
      times: string,
    ) => {
      const { rows } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO'
        order by ordinal_position`.execute(tx);
      const names = rows.map(({ name }) => name);
      await sql
        .raw(
          `insert into ${table} (${names.join(', ')}) select ${names.map((name) => named[name] ?? name).join(', ')}
          from ${table}, ${times} where ${id} like '${PREFIX}%'`,
        )
        .execute(tx);
    };
    const times = `generate_series(1, ${TIMES - 1}) n`;
    const agency = `case when n % ${OURS_OF} = 0 then '${ours}' else '${others}' end`;
    await copied(
      'complaints',
      'id',
      { id: idOf('id'), tracking_id: `tracking_id::bigint + ${INVENTED} * n`, agency_id: agency },
      times,
    );
    await copied('lapor_memory', 'complaint_id', { complaint_id: idOf('complaint_id') }, times);
    await copied(
      'timeline_entries',
      'complaint_id',
      { id: "id || '-' || n || '-' || m", complaint_id: idOf('complaint_id') },
      `${times}, generate_series(1, ${ENTRIES}) m`,
    );
    await sql`
      insert into feed_items (agency_id, seq, kind, complaint_id)
      select agency_id, seq + row_number() over (partition by agency_id order by id), 'upsert', id
      from complaints join feeds using (agency_id) where id like ${FILLER}`.execute(tx);
    await sql`
      update feeds set seq = (select max(seq) from feed_items where feed_items.agency_id = feeds.agency_id)
      where agency_id in (${ours}, ${others})`.execute(tx);
  });
  await sql`analyze`.execute(db);
  const { rows } = await sql<{ rows: number; megabytes: number }>`
    select sum(reltuples)::int as rows, sum(pg_total_relation_size(oid))::bigint / 1000000 as megabytes
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db);
  console.error(JSON.stringify(rows[0]));
}
