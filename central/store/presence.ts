import { sql } from 'kysely';
import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

/** The channel of NOTIFY on which every process hears which officer has opened another complaint. */
export const PRESENCE_CHANNEL = 'penghubung_presence';

/** An officer at one of their devices. */
export type Visitor = Readonly<Pick<Tables['presence'], 'device' | 'officerId' | 'agencyId'>>;

/**
 * Notes what a device has open, until when; null: nothing, and so is a complaint that is not of the own
 * agency. Others are told only when it is another complaint than before: to go on with the same one is no
 * news.
 */
export async function notePresence(
  db: Db,
  { device, officerId, agencyId }: Visitor,
  complaintId: string | null,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<void> {
  await sql`
    with before as (
      select complaint_id from presence where device = ${device} and until > ${now.toISOString()}
    ), noted as (
      insert into presence (device, officer_id, agency_id, complaint_id, until)
      select ${device}::bytea, ${officerId}, ${agencyId}, id, ${until.toISOString()}
      from complaints where id = ${complaintId} and agency_id = ${agencyId}
      on conflict (device) do update set complaint_id = excluded.complaint_id, until = excluded.until
      returning complaint_id
    ), gone as (
      delete from presence where device = ${device} and not exists (select from noted)
    )
    select pg_notify(${PRESENCE_CHANNEL}, ${`${officerId} ${agencyId}`})
    where (select complaint_id from noted) is distinct from (select complaint_id from before)`.execute(db);
}

/** The device has ended its request: it is taken to have the complaint open until `until`, not longer. */
export async function endPresence(db: Db, device: Buffer, complaintId: string, until: Date): Promise<void> {
  await db
    .updateTable('presence')
    .set({ until: until.toISOString() })
    .where('device', '=', device)
    .where('complaintId', '=', complaintId)
    .where('until', '>', until.toISOString())
    .execute();
}

/** An officer has a complaint open. `until`: when this ends by itself, ISO. */
export type Viewer = ChangesPage['presence'][number] & { readonly until: string };

/** Which complaints of the agency its officers have open now; each once, however many devices they use. */
export async function readViewers(db: Db, agencyId: string, now: Date): Promise<readonly Viewer[]> {
  const { rows } = await sql<Viewer>`
    select officers.id as officer_id, officers.name, presence.complaint_id, max(until) as until
    from presence
      join officers on officers.id = presence.officer_id
      join complaints on complaints.id = presence.complaint_id
    where presence.agency_id = ${agencyId}
      and complaints.agency_id = ${agencyId} and until > ${now.toISOString()}
    group by officers.id, presence.complaint_id
    order by officers.id, presence.complaint_id`.execute(db);
  return rows;
}
