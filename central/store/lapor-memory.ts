import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { LaporMemoryTable } from './schema.ts';

/** Keeps what the export says now, for the next import to compare with. */
export async function rememberLapor(tx: Tx, rows: readonly LaporMemoryTable[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into lapor_memory (complaint_id, raw_status, status_reason, agency_text, agency_id)
    select "complaintId", "rawStatus", "statusReason", "agencyText", "agencyId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      ("complaintId" text, "rawStatus" text, "statusReason" text, "agencyText" text, "agencyId" text)
    on conflict (complaint_id) do update set
      raw_status = excluded.raw_status, status_reason = excluded.status_reason,
      agency_text = excluded.agency_text, agency_id = excluded.agency_id`.execute(tx);
}

/** What the export last said, by the complaint's id. */
export async function readMemory(
  tx: Tx,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, LaporMemoryTable>> {
  const rows = await sql<LaporMemoryTable>`
    select complaint_id, raw_status, status_reason, agency_text, agency_id
    from lapor_memory where complaint_id = any(${complaintIds})`.execute(tx);
  return new Map(rows.rows.map((row) => [row.complaintId, row]));
}
