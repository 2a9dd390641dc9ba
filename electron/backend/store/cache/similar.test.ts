import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { complaintNo, MONDAY, RINA } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { type CacheStore, openCache } from './cache-store.ts';

const BASIS = basisOf(BUILT_IN_REFERENCE);

function filled(complaints: readonly Complaint[], notOurs: readonly Complaint[] = []): CacheStore {
  const opened = openCache(join(temporaryFolder(), 'cache.db'), randomBytes(32));
  if (!opened.ok) throw new Error(opened.code);
  const { cache } = opened;
  cache.write((writer) => {
    for (const complaint of [...complaints, ...notOurs]) {
      const facts = queueFacts(complaint, BASIS, RINA.id);
      writer.complaints.insert(complaint, facts, {
        generation: 1,
        ours: !notOurs.includes(complaint),
        hasDraft: false,
      });
    }
    while (writer.index.grow(1_000)) {
      // Until every word is in it.
    }
  });
  return cache;
}

const DAY_HOURS = 24;
const hole = (number: number, changes: Partial<Complaint> = {}): Complaint =>
  complaintNo(number, {
    title: 'Jalan Berlubang Di Simpang Tiga',
    originalText: '-',
    finalText: 'jalan Cemara berlubang dalam dekat masjid Taqwa, banyak pengendara jatuh',
    ...changes,
  });
const inOtherWords = (number: number): Complaint =>
  hole(number, {
    title: 'Jln Berlubang Parah',
    finalText: 'jln cemara berlobang dkt mesjid taqwa, pengendra byk yg jatuh',
  });
/** Complaints about other things, so that words differ in what they say. */
const others = Array.from({ length: 60 }, (_, n) =>
  complaintNo(200 + n, {
    title: ['Sampah Menumpuk', 'Lampu Padam', 'Parit Tersumbat'][n % 3] ?? '',
    finalText: `keadaan ${n} sangat mengganggu di jalan`,
    originalText: '-',
    village: `Kampung ${n % 7}`,
  }),
);
const subjectOf = ({
  title,
  finalText: text,
  district,
  village,
  receivedAt: at,
  categoryPath,
}: Complaint) => ({
  title,
  text,
  district,
  village,
  at,
  categoryPath,
});
const ids = (cache: CacheStore, of: Complaint, limit = 10) =>
  cache.similarTo(subjectOf(of), of.id, limit).map(({ trackingId }) => trackingId);

test('complaints on the same thing are found, the likeliest first, and never the complaint itself', () => {
  const [mine, near, far] = [hole(1), hole(3), inOtherWords(20 * DAY_HOURS)];
  const cache = filled([mine, near, far, ...others]);
  expect(ids(cache, mine)).toEqual([near.trackingId, far.trackingId]);
  expect(ids(cache, mine, 1)).toEqual([near.trackingId]);
  const withItself = cache.similarTo(subjectOf(mine), null, 10);
  expect(withItself.find(({ id }) => id === mine.id)).toMatchObject({
    trackingId: mine.trackingId,
    rawStatus: 'Terdisposisi ke Dinas Bina Jalan',
    bucket: 'belum_ditindaklanjuti',
    reasons: { place: 'village', daysApart: 0, sameCategory: true },
  });
});

test('a complaint that has left the queue, or lies more than three months apart, is not suggested', () => {
  const mine = hole(1);
  const gone = hole(2);
  const old = hole(91 * DAY_HOURS + 2);
  expect(ids(filled([mine, old, ...others], [gone]), mine)).toEqual([]);
  expect(ids(filled([mine, gone, ...others]), mine)).toEqual([gone.trackingId]);
});

test('a changed complaint is found as similar by its words of now', () => {
  const [mine, other] = [hole(1), hole(5)];
  const cache = filled([mine, other, ...others]);
  const rid = cache.complaints.find(other.id)?.rid ?? 0;
  const change = (finalText: string, title: string) =>
    cache.write((writer) => {
      const changed = { ...other, finalText, title };
      const place = { generation: 1, ours: true, hasDraft: false };
      writer.complaints.update(rid, changed, queueFacts(changed, BASIS, RINA.id), place);
    });
  change('pohon tumbang menimpa kabel', 'Pohon Tumbang');
  expect(ids(cache, mine)).toEqual([]);
  change(mine.finalText, mine.title);
  expect(ids(cache, mine)).toEqual([other.trackingId]);
});

test('words that very many complaints have lead to none, and rare ones still do', () => {
  const bare = (number: number) =>
    complaintNo(number, { title: 'Jalan Berlubang', finalText: 'jalan berlubang', originalText: '-' });
  const many = Array.from({ length: 700 }, (_, n) => bare(n + 10));
  const [mine, near] = [hole(1), hole(3)];
  const year = 365 * DAY_HOURS;
  const [before, besides] = [bare(year), bare(year + 1)];
  const cache = filled([mine, near, ...many, before, besides]);
  for (const _ of ['asked', 'remembered']) {
    expect(ids(cache, mine)).toEqual([near.trackingId]);
    expect(ids(cache, bare(2))).toEqual([]);
    // What is frequent now was rare then.
    expect(ids(cache, before)).toEqual([besides.trackingId]);
  }
});

test('no text that can be written makes the question for similar complaints fail', () => {
  const cache = filled([hole(1), hole(2)]);
  const at = new Date(MONDAY).toISOString();
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.option(text), (title, body, village) => {
      const subject = { title, text: `${body} AND "OR" NEAR(a b) jalan*`, district: null, village, at };
      expect(cache.similarTo({ ...subject, categoryPath: [] }, null, 10)).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(cache.similarTo({ ...subjectOf(hole(1)), at: 'kemarin' }, null, 10)).toEqual([]);
});
