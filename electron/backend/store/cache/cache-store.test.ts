import { randomBytes } from 'node:crypto';
import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { complaintNo, entry, RINA } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { damageNote } from '../damage.ts';
import { openDatabase } from '../open-database.ts';
import { type CacheStore, openCache } from './cache-store.ts';

const KEY = randomBytes(32);
const BASIS = basisOf(BUILT_IN_REFERENCE);

function open(path: string): { cache: CacheStore; rebuilt: 'damaged' | 'other_version' | null } {
  const opened = openCache(path, KEY);
  if (!opened.ok) throw new Error(opened.code);
  return opened;
}

const photo = (letter: string) => ({
  sha256: letter.repeat(64),
  name: `${letter}.jpg`,
  type: 'image/jpeg' as const,
  size: 300_000,
});

function put(cache: CacheStore, complaint: ReturnType<typeof complaintNo>): void {
  cache.write((writer) =>
    writer.complaints.insert(complaint, queueFacts(complaint, BASIS, RINA.id), {
      generation: 1,
      ours: true,
      hasDraft: false,
    }),
  );
}

test('a complaint comes back from the cache exactly as the central service sent it', () => {
  const { cache } = open(join(temporaryFolder(), 'cache.db'));
  const full = complaintNo(1, {
    anonymous: true,
    reporterName: null,
    rating: 4,
    statusReason: 'Menunggu data',
    timeline: [
      entry({ id: 'a' }),
      entry({ id: 'b', receipt: null, visibility: 'agency', attachments: [photo('a'), photo('b')] }),
    ],
    readBy: [{ officerId: RINA.id, revision: 1 }],
    extra: { 'Kolom Baru': 'isi' },
  });
  const bare = complaintNo(2, {
    agency: null,
    categoryId: null,
    categoryPath: [],
    district: null,
    dispositionedAt: null,
    parentAgency: null,
  });
  put(cache, full);
  put(cache, bare);
  expect(cache.complaints.get(full.id)?.complaint).toEqual(full);
  expect(cache.complaints.get(bare.id)?.complaint).toEqual(bare);
});

test('complaints of the same second and the same last digits find a place beside each other', () => {
  const { cache } = open(join(temporaryFolder(), 'cache.db'));
  const receivedAt = complaintNo(1).receivedAt;
  for (const trackingId of ['1', '65537', '131073']) {
    put(cache, complaintNo(1, { id: `lapor-${trackingId}`, trackingId, receivedAt }));
  }
  expect(cache.complaints.byRid(-1, 10).map(({ complaint }) => complaint.trackingId)).toEqual([
    '1',
    '65537',
    '131073',
  ]);
});

test('a cache of another version is made anew', () => {
  const path = join(temporaryFolder(), 'cache.db');
  const first = open(path);
  expect(first.rebuilt).toBe(null);
  put(first.cache, complaintNo(1));
  first.cache.close();
  const raw = openDatabase(path, KEY, 'cache');
  if (!raw.ok) throw new Error(raw.code);
  raw.db.pragma('user_version = 99');
  raw.db.close();
  const again = open(path);
  expect([again.rebuilt, again.cache.complaints.get(complaintNo(1).id)]).toEqual(['other_version', null]);
});

test('a cache that is no database is made anew', () => {
  const path = join(temporaryFolder(), 'cache.db');
  writeFileSync(path, 'x'.repeat(10_000));
  const { cache, rebuilt } = open(path);
  expect([rebuilt, cache.feed().cursor]).toEqual(['damaged', '']);
});

test('a damaged page is found when it is read, noted, and the next start makes the cache anew', () => {
  const path = join(temporaryFolder(), 'cache.db');
  const first = open(path).cache;
  for (let number = 1; number <= 900; number++) put(first, complaintNo(number));
  first.close();
  overwriteSecondHalf(path);

  const broken = open(path);
  expect(broken.rebuilt).toBe(null);
  const read = () => broken.cache.complaints.byRid(-1, 1_000);
  expect(read).toThrow();
  try {
    read();
  } catch (error) {
    expect(damageNote(path).note(error)).toBe(true);
  }
  broken.cache.close();
  const again = open(path);
  expect([again.rebuilt, again.cache.complaints.get(complaintNo(1).id)]).toEqual(['damaged', null]);
  again.cache.close();
  expect(open(path).rebuilt).toBe(null);
});

function overwriteSecondHalf(path: string): void {
  const file = openSync(path, 'r+');
  const { size } = statSync(path);
  for (let at = Math.floor(size / 8192) * 4096; at < size; at += 4096)
    writeSync(file, randomBytes(64), 0, 64, at + 100);
  closeSync(file);
}

test('a transaction that fails changes nothing', () => {
  const { cache } = open(join(temporaryFolder(), 'cache.db'));
  expect(() =>
    cache.write((writer) => {
      writer.setFeed({ cursor: 'far' });
      throw new Error('disk full');
    }),
  ).toThrow('disk full');
  expect(cache.feed().cursor).toBe('');
});
