import type { Named } from '#shared/contract/schemas.ts';
import { MOST_TOGETHER } from '#shared/contract/window/bulk.ts';
import type { ValueField } from '#shared/domain/text/search-query.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import { beginningWords } from './search-filters.ts';

export const LINKED_SQL = `
  SELECT id, trackingId, title FROM complaint INDEXED BY complaint_linked
  WHERE ours = 1 AND links IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(links) WHERE value = ?)
  ORDER BY receivedNo LIMIT ${MOST_TOGETHER}`;

/** The newest complaints that are looked at: more than a campaign brings in over a long weekend. */
const LOOKED_AT = 2_000;
/** Complaints that are asked for their values, newest first: enough to know every kecamatan in use. */
const ASKED = 5_000;
const OFFERED = 8;

/** Questions that need no list of the queue. */
export function lookups(db: Db) {
  const { rows, value } = statements(db);
  const linked = rows<[string], Named>(LINKED_SQL);
  const unreadSince = value<[string], number>(`
    SELECT total(unread = 1 AND unixepoch(coalesce(dispositionedAt, receivedAt)) >= unixepoch(?)) FROM (
      SELECT unread, dispositionedAt, receivedAt FROM complaint
      WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ${LOOKED_AT})`);
  return {
    /** Complaints of the queue that the agency has linked to the one with this number, the oldest first. */
    linkedTo: (trackingId: string) => (trackingId === '' ? [] : linked(trackingId)),
    /** Unread complaints that came to the agency since an instant; `more`: older ones were not looked at. */
    arrivals: (since: string) => {
      const count = unreadSince(since) ?? 0;
      return { count, more: count === LOOKED_AT };
    },
    /** Values that the typed words begin, the most frequent first; eight at most. */
    filterValues: (field: ValueField, typed: string): readonly string[] => {
      const named = field === 'label' ? 'label.value' : `newest.${field}`;
      const like = beginningWords(named, typed);
      const labels = field === 'label' ? ', json_each(newest.labels) AS label' : '';
      return db
        .prepare<(string | number)[], string>(`
          SELECT ${named} FROM (
            SELECT district, village, category, channel, assignee, labels FROM complaint
            WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ${ASKED}
          ) AS newest${labels}
          WHERE ${named} <> '' AND ${like?.sql ?? '1'}
          GROUP BY ${named} ORDER BY count(*) DESC, ${named} LIMIT ${OFFERED}`)
        .pluck()
        .all(...(like?.values ?? []));
    },
  };
}
