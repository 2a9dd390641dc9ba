import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUEUE_VIEWS, type QueueView } from '#shared/contract/window/queue.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { urgencyLimits, urgencyOf } from '#shared/domain/deadlines/urgency.ts';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { complaintNo, entry, RINA } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { type CacheStore, openCache } from './cache-store.ts';
import type { QueueFacts } from './facts.ts';

const BASIS = basisOf(BUILT_IN_REFERENCE);
const LIMITS = urgencyLimits(BASIS.calendar, '2026-09-07');

const anyComplaint = fc
  .record({
    number: fc.integer({ min: 0, max: 900 }),
    rawStatus: fc.constantFrom(
      'Terdisposisi ke Dinas Bina Jalan',
      'Ditindaklanjuti oleh Instansi',
      'Ditanggapi oleh Pelapor',
      'Ditunda',
      'Selesai',
      'Diarsipkan oleh Sistem',
      'Status Yang Belum Dikenal',
    ),
    answered: fc.boolean(),
    proposed: fc.boolean(),
    received: fc.constantFrom('as numbered', 'the same hour', 'no date'),
    ours: fc.boolean(),
    hasDraft: fc.boolean(),
  })
  .map(({ number, rawStatus, answered, proposed, received, ours, hasDraft }) => {
    const receivedAt =
      received === 'as numbered'
        ? complaintNo(number).receivedAt
        : received === 'no date'
          ? 'tanpa tanggal'
          : complaintNo(5).receivedAt;
    const complaint = complaintNo(number, {
      rawStatus,
      receivedAt,
      dispositionedAt: null,
      timeline: [
        ...(answered ? [entry()] : []),
        ...(proposed ? [entry({ id: 'entry-2', kind: 'proposal', visibility: 'agency' })] : []),
      ],
    });
    return { complaint, ours, hasDraft };
  });

/** The views in words, over facts that the queue's SQL does not see. */
const BELONGS: Record<QueueView, (facts: QueueFacts, ours: boolean, hasDraft: boolean) => boolean> = {
  today: (f, ours) => ours && f.dueDay !== null && f.dueDay <= LIMITS.weekUntil,
  late: (f, ours) => ours && f.dueDay !== null && f.dueDay < LIMITS.today,
  first_answer: (f, ours) => ours && f.firstOwed,
  in_process: (f, ours) => ours && f.bucket === 'proses',
  replied: (f, ours) => ours && f.replied,
  approval: (f, ours) => ours && f.awaitsApproval,
  to_publish: (f, ours) => ours && f.unpublished,
  drafts: (_, __, hasDraft) => hasDraft,
  done: (f, ours) => ours && (f.bucket === 'selesai' || f.bucket === 'arsip'),
  all: (_, ours) => ours,
};

function filled(
  complaints: readonly { complaint: Complaint; ours: boolean; hasDraft: boolean }[],
): CacheStore {
  const opened = openCache(join(temporaryFolder(), 'cache.db'), randomBytes(32));
  if (!opened.ok) throw new Error(opened.code);
  opened.cache.write((writer) => {
    for (const { complaint, ours, hasDraft } of complaints) {
      writer.complaints.insert(complaint, queueFacts(complaint, BASIS, RINA.id), {
        generation: 1,
        ours,
        hasDraft,
      });
    }
  });
  return opened.cache;
}

test('page after page each view shows exactly its complaints, each once, the nearest due first', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyComplaint, { selector: ({ complaint }) => complaint.id, maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (complaints, limit) => {
        const cache = filled(complaints);
        for (const view of QUEUE_VIEWS) {
          const shown = [];
          let after: string | null = null;
          do {
            const page = cache.queue.page(view, after, limit, LIMITS);
            shown.push(...page.rows);
            after = page.next;
          } while (after !== null);

          const expected = complaints.filter(({ complaint, ours, hasDraft }) =>
            BELONGS[view](queueFacts(complaint, BASIS, RINA.id), ours, hasDraft),
          );
          expect(shown.map((row) => row.id).sort()).toEqual(
            expected.map(({ complaint }) => complaint.id).sort(),
          );

          const dueDays = shown.flatMap((row) => row.due?.day ?? []);
          expect(dueDays).toEqual([...dueDays].sort());
          expect(shown.findLastIndex((row) => row.due !== null)).toBe(dueDays.length - 1);

          const counted = new Map<string, number>();
          for (const row of shown) {
            const urgency = urgencyOf(row.due?.day ?? null, LIMITS);
            counted.set(urgency, (counted.get(urgency) ?? 0) + 1);
          }
          const groups = cache.queue.headings(view, LIMITS);
          expect(new Map(groups.map((group) => [group.urgency, group.count]))).toEqual(counted);
        }
        cache.close();
      },
    ),
    { numRuns: 40 },
  );
});

test('closed complaints stand in the queue newest first', () => {
  const cache = filled(
    [3, 1, 2].map((number) => ({
      complaint: complaintNo(number, { rawStatus: 'Selesai' }),
      ours: true,
      hasDraft: false,
    })),
  );
  expect(cache.queue.page('done', null, 10, LIMITS).rows.map((row) => row.id)).toEqual(
    [1, 2, 3].map((number) => complaintNo(number).id),
  );
});

test('a cursor that no page of the queue gave is refused', () => {
  const cache = filled([]);
  for (const after of ['', '1', '1.2; DROP TABLE complaint', 'NaN.NaN', '1.2.3']) {
    expect(() => cache.queue.page('all', after, 10, LIMITS)).toThrow(RangeError);
  }
});
