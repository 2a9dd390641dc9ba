import { sql } from 'kysely';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import { agencyTextOf } from '../../lapor/agency-name.ts';
import type { Tx } from './database.ts';

/** Keeps what the export says now, for the next import to compare with. */
export async function rememberLapor(tx: Tx, rows: readonly LaporMemory[]): Promise<void> {
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
): Promise<ReadonlyMap<string, LaporMemory>> {
  const rows = await sql<LaporMemory>`
    select complaint_id, raw_status, status_reason, agency_text, agency_id
    from lapor_memory where complaint_id = any(${complaintIds})`.execute(tx);
  return new Map(rows.rows.map((row) => [row.complaintId, row]));
}

/** Stands for LAPOR!'s last word on a complaint of which it has never spoken: what it says now is news. */
export function ownWordOf({ id, rawStatus, statusReason, agencyId }: ComplaintRow): LaporMemory {
  return { complaintId: id, rawStatus, statusReason, agencyText: '', agencyId };
}

/** What the export would say of a complaint as it stands. */
export function memoryOf({ id, rawStatus, statusReason, agency }: Complaint): LaporMemory {
  const agencyId = agency?.id ?? null;
  const agencyText = agencyTextOf({ laporId: agencyId, name: agency?.name ?? '' });
  return { complaintId: id, rawStatus, statusReason, agencyText, agencyId };
}
