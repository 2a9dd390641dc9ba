import { type Kysely, sql } from 'kysely';

/**
 * What pauses a clock is part of its rule: the stored rules of completion that do not say it yet wait for missing data that
 * the reporter was asked for, and for the day until which a report is postponed. Every OPD is told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update reference_data set value = (
      select coalesce(jsonb_agg(
        case when rule->>'limit' = 'completion' and not rule ? 'pausedBy'
          then rule || '{"pausedBy": ["question", "postponement"]}' else rule end
        order by place), '[]')
      from jsonb_array_elements(value) with ordinality as stored (rule, place)
    ) where name = 'rules'`.execute(db);
  await sql`
    with moved as (update feeds set seq = seq + 1 returning agency_id, seq)
    insert into feed_items (agency_id, seq, kind, reference) select agency_id, seq, 'reference', 'rules' from moved`.execute(
    db,
  );
}
