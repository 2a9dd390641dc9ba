import { expect, test } from 'vitest';
import type { ListOrder } from '#shared/contract/window/queue.ts';
import { parseSearch } from '#shared/domain/text/search-query.ts';
import { filledCache } from '../../testing/filled-cache.ts';
import { complaintNo, entry, MONDAY } from '../../testing/samples.ts';

const TODAY = '2026-09-07';
const hoursAgo = (hours: number): string => new Date(MONDAY - hours * 3_600_000).toISOString();
/** The older, the sooner it is due; what happened last happened to 100, then to 300. */
const COMPLAINTS = [
  complaintNo(50, { title: 'Lampu A' }),
  complaintNo(100, { title: 'Lampu B', timeline: [entry({ at: hoursAgo(1) })] }),
  complaintNo(200, { title: 'Jalan C' }),
  complaintNo(300, { title: 'Lampu D', timeline: [entry({ at: hoursAgo(2) })] }),
  complaintNo(400, { title: 'Lampu E', rawStatus: 'Selesai', district: 'Galang' }),
];

test.each<[string, ListOrder | undefined, number[]]>([
  ['lampu', undefined, [50, 100, 300, 400]],
  ['lampu', 'received', [50, 100, 300, 400]],
  ['lampu', 'due', [50, 300, 100, 400]],
  ['lampu', 'changed', [100, 300, 50, 400]],
  ['kec:melati', undefined, [200, 50, 300, 100]],
  ['kec:melati', 'received', [50, 100, 200, 300]],
  ['kec:melati', 'changed', [100, 300, 50, 200]],
  ['lampu kec:melati', 'due', [50, 300, 100]],
  ['dari:1/1', 'changed', [100, 300, 50, 200, 400]],
])('the search "%s" lists its complaints in the order asked for: %s', (text, order, expected) => {
  const cache = filledCache(COMPLAINTS);
  const { words, filters } = parseSearch(text, TODAY);
  const found = (limit: number, indexed: boolean) => {
    const { hits, more } = cache.search(words, limit, indexed, { filters, today: TODAY }, order);
    return { numbers: hits.map(({ trackingId }) => Number(trackingId) - 7_000_000), more };
  };
  expect(found(10, true)).toEqual({ numbers: expected, more: false });
  // The same where the list is gone through, because the index gives more than are wanted.
  expect(found(2, true)).toEqual({ numbers: expected.slice(0, 2), more: true });
  // And while there is no index yet.
  expect(found(10, false)).toEqual({ numbers: expected, more: false });
});
