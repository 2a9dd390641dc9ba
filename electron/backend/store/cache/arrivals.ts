import type { Db } from '../open-database.ts';

/** The newest complaints that are looked at: more than a campaign brings in over a long weekend. */
const LOOKED_AT = 2_000;

const ARRIVALS_SQL = `
  SELECT total(unread = 1 AND unixepoch(coalesce(dispositionedAt, receivedAt)) >= unixepoch(?)) AS arrived FROM (
    SELECT unread, dispositionedAt, receivedAt FROM complaint
    WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ${LOOKED_AT})`;

/**
 * Unread complaints that came to the agency at or after an instant; `more`: older ones were not looked at.
 */
export type Arrivals = (since: string) => { readonly count: number; readonly more: boolean };

export function arrivals(db: Db): Arrivals {
  const select = db.prepare<[string], { arrived: number }>(ARRIVALS_SQL);
  return (since) => {
    const count = select.get(since)?.arrived ?? 0;
    return { count, more: count === LOOKED_AT };
  };
}
