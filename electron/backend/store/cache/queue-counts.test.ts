import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUEUE_VIEWS } from '#shared/contract/window/queue.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { urgencyLimits, urgencyOf } from '#shared/domain/deadlines/urgency.ts';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { complaintNo, entry, RINA } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { type CacheStore, type CacheWriter, openCache } from './cache-store.ts';

const BASIS = basisOf(BUILT_IN_REFERENCE);
const LIMITS = urgencyLimits(BASIS.calendar, '2026-09-07');
const NUMBERS = [1, 90, 300, 301, 900, 2_000] as const;

const STATUSES = [
  'Terdisposisi ke Dinas Bina Jalan',
  'Ditindaklanjuti oleh Instansi',
  'Ditanggapi oleh Pelapor',
  'Ditunda',
  'Selesai',
] as const;

/** One thing that happens to one complaint, in whatever order. */
const anyChange = fc.record({
  number: fc.constantFrom(...NUMBERS),
  what: fc.constantFrom('put', 'derive', 'draft', 'leave', 'remove'),
  rawStatus: fc.constantFrom(...STATUSES),
  answered: fc.boolean(),
  ours: fc.boolean(),
  hasDraft: fc.boolean(),
});
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

function opened(): CacheStore {
  const answer = openCache(join(temporaryFolder(), 'cache.db'), randomBytes(32));
  if (!answer.ok) throw new Error(answer.code);
  return answer.cache;
}

function make(cache: CacheStore, writer: CacheWriter, change: Change): void {
  const { number, what, rawStatus, answered, ours, hasDraft } = change;
  const complaint: Complaint = complaintNo(number, { rawStatus, timeline: answered ? [entry()] : [] });
  const facts = queueFacts(complaint, BASIS, RINA.id);
  const place = { generation: 1, ours, hasDraft };
  const rid = cache.complaints.find(complaint.id)?.rid;
  if (rid === undefined) {
    if (what === 'put') writer.complaints.insert(complaint, facts, place);
    return;
  }
  if (what === 'put') writer.complaints.update(rid, complaint, facts, place);
  if (what === 'derive') writer.complaints.setFacts(rid, facts, hasDraft);
  if (what === 'draft') writer.complaints.setDraft(complaint.id, hasDraft);
  if (what === 'leave') writer.complaints.setNotOurs(rid, 2);
  if (what === 'remove') writer.complaints.remove(rid);
}

/** The slow way: every row of every view under its heading. */
function countedOneByOne(cache: CacheStore) {
  return QUEUE_VIEWS.map((view) => {
    const counts = new Map<string, number>();
    for (const { due } of cache.queue.page(view, null, 1_000, LIMITS).rows) {
      const urgency = urgencyOf(due?.day ?? null, LIMITS);
      counts.set(urgency, (counts.get(urgency) ?? 0) + 1);
    }
    return [view, counts];
  });
}

function countedByTable(cache: CacheStore) {
  return QUEUE_VIEWS.map((view) => [
    view,
    new Map(cache.queue.headings(view, LIMITS).map(({ urgency, count }) => [urgency, count])),
  ]);
}

test('the counts agree with the rows, whatever happened to the complaints and in whatever order', () => {
  const cache = opened();
  fc.assert(
    fc.property(fc.array(fc.array(anyChange, { maxLength: 6 }), { maxLength: 12 }), (transactions) => {
      cache.write((writer) => writer.clear());
      for (const changes of transactions) {
        cache.write((writer) => {
          for (const change of changes) make(cache, writer, change);
        });
        expect(countedByTable(cache)).toEqual(countedOneByOne(cache));
      }
    }),
    { numRuns: 60 },
  );
});

test('a transaction that fails leaves the counts as they were', () => {
  const cache = opened();
  const put: Change = {
    number: 1,
    what: 'put',
    rawStatus: 'Ditunda',
    answered: false,
    ours: true,
    hasDraft: true,
  };
  cache.write((writer) => make(cache, writer, put));
  const before = countedByTable(cache);
  expect(() =>
    cache.write((writer) => {
      make(cache, writer, { ...put, number: 90 });
      throw new Error('disk full');
    }),
  ).toThrow('disk full');
  expect([countedByTable(cache), countedOneByOne(cache)]).toEqual([before, before]);
});
