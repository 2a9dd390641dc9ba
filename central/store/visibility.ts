import { type RawBuilder, sql } from 'kysely';

/** The id of the agency that looks; null: the Admin Instansi, who sees every agency's entries. */
export type Viewer = string | null;

/** An agency sees public entries, and of the others its own and those of the Admin Instansi. */
export function visibleTo(viewer: Viewer): RawBuilder<unknown> {
  if (viewer === null) return sql`true`;
  return sql`(visibility = 'public' or author_agency_id is null or author_agency_id = ${viewer})`;
}
