import { addDays, type Day, dayNumber, instantAt } from '#shared/domain/calendar/day.ts';
import type { SearchFilter, ValueField } from '#shared/domain/text/search-query.ts';
import { PATH_SEPARATOR } from './complaint-columns.ts';
import { firstNumberOf } from './complaints.ts';
import { RANK_CLOSED } from './facts.ts';
import { searchWords } from './search-words.ts';

/** A condition on a row of `complaint`, and the values of its places. */
export type Condition = { readonly sql: string; readonly values: readonly (string | number)[] };

/** Labels are a list in JSON: its marks count as spaces. */
const LABELS = `replace(replace(complaint.labels, '"', ' '), '[', ' ')`;

const COLUMN: Readonly<Record<Exclude<ValueField, 'category'>, string>> = {
  district: 'complaint.district',
  village: 'complaint.village',
  channel: 'complaint.channel',
  assignee: 'complaint.assignee',
  label: LABELS,
};

/** The condition of a filter; null where it holds no word and so asks for nothing. */
export function conditionOf(filter: SearchFilter, today: Day): Condition | null {
  switch (filter.field) {
    case 'anonymous':
    case 'confidential':
    case 'unread':
      return { sql: `complaint.${filter.field} = 1`, values: [] };
    case 'overdue':
      return { sql: 'complaint.rank < ?', values: [dayNumber(today)] };
    case 'status':
      return filter.value === 'replied'
        ? { sql: 'complaint.replied = 1', values: [] }
        : { sql: 'complaint.bucket = ?', values: [filter.value] };
    // `reachOf` narrows by it.
    case 'received':
      return null;
    case 'category': {
      const like = beginningWords(`replace(joined, '${PATH_SEPARATOR}', ' ')`, filter.value);
      if (like === null) return null;
      return {
        sql: `complaint.categoryPathId IN (SELECT id FROM category_path WHERE ${like.sql})`,
        values: like.values,
      };
    }
    default:
      return beginningWords(COLUMN[filter.field], filter.value);
  }
}

/** The words, in their order, begin words of what the column holds; the last may go on. */
export function beginningWords(column: string, value: string): Condition | null {
  const words = searchWords(value);
  if (words.length === 0) return null;
  // LIKE takes no notice of case, and no word holds a sign that means something to it.
  return { sql: `(' ' || ${column}) LIKE ?`, values: [`%${words.map((word) => ` ${word}`).join('%')}%`] };
}

/** Both ends included. */
type Span = { readonly from: number; readonly to: number };
/** Where in the lists the filters' complaints lie. `receivedNo` grows with the time of receipt. */
export type Reach = { readonly rank: Span; readonly receivedNo: Span };

const ANYWHERE: Span = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };

export function reachOf(filters: readonly SearchFilter[], today: Day): Reach {
  return {
    rank: common(filters.map((filter) => ranksOf(filter, today))),
    receivedNo: common(filters.map(receivedNosOf)),
  };
}

function ranksOf(filter: SearchFilter, today: Day): Span {
  if (filter.field === 'overdue') return { ...ANYWHERE, to: dayNumber(today) - 1 };
  if (filter.field !== 'status') return ANYWHERE;
  return filter.value === 'selesai' || filter.value === 'arsip'
    ? { ...ANYWHERE, from: RANK_CLOSED }
    : { ...ANYWHERE, to: RANK_CLOSED - 1 };
}

function receivedNosOf(filter: SearchFilter): Span {
  if (filter.field !== 'received') return ANYWHERE;
  const firstOf = (day: Day): number => firstNumberOf(Date.parse(instantAt(day)));
  return {
    from: filter.from === null ? ANYWHERE.from : firstOf(filter.from),
    to: filter.to === null ? ANYWHERE.to : firstOf(addDays(filter.to, 1)) - 1,
  };
}

function common(spans: readonly Span[]): Span {
  return {
    from: Math.max(ANYWHERE.from, ...spans.map(({ from }) => from)),
    to: Math.min(ANYWHERE.to, ...spans.map(({ to }) => to)),
  };
}
