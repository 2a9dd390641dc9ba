import type { ValueField } from '#shared/domain/text/search-query.ts';
import type { Db } from '../open-database.ts';
import { beginningWords } from './search-filters.ts';

/** Complaints that are asked for their values, newest first: enough to know every kecamatan in use. */
const ASKED = 5_000;
const OFFERED = 8;

const VALUE: Readonly<Record<ValueField, string>> = {
  district: 'newest.district',
  village: 'newest.village',
  category: 'newest.category',
  channel: 'newest.channel',
  assignee: 'newest.assignee',
  label: 'label.value',
};

/** Values that the typed words begin, the most frequent first; eight at most. */
export type FilterValues = (field: ValueField, typed: string) => readonly string[];

export function filterValues(db: Db): FilterValues {
  return (field, typed) => {
    const value = VALUE[field];
    const like = beginningWords(value, typed);
    const labels = field === 'label' ? ', json_each(newest.labels) AS label' : '';
    return db
      .prepare<(string | number)[], { value: string }>(`
        SELECT ${value} AS value FROM (
          SELECT district, village, category, channel, assignee, labels FROM complaint
          WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ${ASKED}
        ) AS newest${labels}
        WHERE ${value} <> '' AND ${like?.sql ?? '1'}
        GROUP BY ${value} ORDER BY count(*) DESC, ${value} LIMIT ${OFFERED}`)
      .all(...(like?.values ?? []))
      .map((row) => row.value);
  };
}
