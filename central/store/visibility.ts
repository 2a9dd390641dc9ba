import { type RawBuilder, sql } from 'kysely';

/** Which timeline entries an OPD sees: what is public, and of the rest its own and those of the Admin Instansi. */
export function visibleTo(viewer: string): RawBuilder<unknown> {
  return sql`(visibility = 'public' or author_agency_id is null or author_agency_id = ${viewer})`;
}
