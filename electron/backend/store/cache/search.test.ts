import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { filledCache } from '../../testing/filled-cache.ts';
import { complaintNo, entry, RINA } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { type CacheStore, openCache } from './cache-store.ts';

const BASIS = basisOf(BUILT_IN_REFERENCE);

const COMPLAINTS = [
  complaintNo(1, {
    title: 'Jalan Berlubang Di Café',
    finalText: 'Aspal mengelupas',
    originalText: 'JALAN RUSAK 😡😡',
  }),
  complaintNo(2, { title: 'Lampu Jalan Padam', finalText: 'Gelap sekali', village: 'Tanjung Baru' }),
  complaintNo(3, {
    title: 'Kur Umkm',
    finalText: 'Data tidak lengkap: \'AND\' * OR "NEAR"',
    originalText: '-',
  }),
];
const ids = (cache: CacheStore, text: string, indexed = true) =>
  cache.search(text, 10, indexed).hits.map((hit) => hit.trackingId);

test.each([true, false])(
  'words are found as beginnings, all of them, newest first (index ready: %s)',
  (indexed) => {
    const cache = filledCache(COMPLAINTS);
    expect(ids(cache, 'jal', indexed)).toEqual(['7000001', '7000002']);
    expect(ids(cache, 'JALAN lub', indexed)).toEqual(['7000001', '7000002']);
    expect(ids(cache, 'jalan lampu', indexed)).toEqual(['7000002']);
    expect(ids(cache, 'cafe', indexed)).toEqual(['7000001']);
    expect(ids(cache, 'tanjung', indexed)).toEqual(['7000002']);
    expect(ids(cache, '7000003', indexed)).toEqual(['7000003']);
    expect(ids(cache, 'alan', indexed)).toEqual([]);
  },
);

test.each(['', '   ', '"', '*', '()', '😡', "'; --", '^', ':'])(
  'a search for "%s" holds no word and finds nothing',
  (text) => {
    expect(filledCache(COMPLAINTS).search(text, 10, true)).toEqual({ hits: [], more: false });
  },
);

test.each(['AND', 'jalan AND', 'NEAR(jalan, 2)', 'title:jalan', 'jalan*', '-jalan', '"jalan', 'tidak OR'])(
  'a search takes "%s" as words, not as syntax',
  (text) => {
    const cache = filledCache(COMPLAINTS);
    expect(ids(cache, text)).toEqual(ids(cache, text, false));
  },
);

test('nothing that can be typed makes a search fail', () => {
  const cache = filledCache(COMPLAINTS);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const { hits } = cache.search(text, 10, true);
      for (const { titleMarks, snippet } of hits) {
        for (const { text: marked, ranges } of [titleMarks, snippet]) {
          for (const [start, end] of ranges) expect(start < end && end <= marked.length).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test.each(['ab\u{1E900}cd', 'a\u19b0b', 'Έξοδος', 'Ёлка', 'ꦗꦭꦤ꧀', 'ᯅᯖᯂ᯲'])(
  'a word of any script is found: %s',
  (word) => {
    const cache = filledCache([complaintNo(1, { title: `Nama ${word}` }), complaintNo(2)]);
    expect(ids(cache, word)).toEqual(['7000001']);
  },
);

test('a prefix of very many words finds what the same prefix of few words finds', () => {
  const many = Array.from({ length: 300 }, (_, n) =>
    complaintNo(n, { title: `kata${n.toString(36)}x`, finalText: '' }),
  );
  const cache = filledCache(many);
  expect(cache.search('kata', 500, true).hits).toHaveLength(300);
  expect(ids(cache, 'kata8bx')).toEqual([complaintNo(299).trackingId]);
});

test.each([0, 150, 250])(
  'a beginning of very many words is found newest first, also where the %i newest complaints hold none of them',
  (none) => {
    const many = Array.from({ length: 400 }, (_, n) =>
      complaintNo(n, { title: n < none ? 'Lampu' : `kata${n.toString(36)}x`, finalText: '' }),
    );
    const cache = filledCache(many);
    const newest = many.slice(none, none + 10).map(({ trackingId }) => trackingId);
    expect(ids(cache, 'kata')).toEqual(newest);
    expect(ids(cache, 'kata jalan')).toEqual(newest);
    expect(cache.search('kata', 400 - none, true)).toMatchObject({ more: false });
  },
);

test('words that came after the index was made are found by their beginnings', () => {
  const cache = filledCache([complaintNo(1)]);
  const late = complaintNo(2, { title: 'Tiang Miring' });
  cache.write((writer) => {
    const place = { generation: 1, ours: true, hasDraft: false };
    writer.complaints.insert(late, queueFacts(late, BASIS, RINA.id), place);
  });
  expect(ids(cache, 'tia mir')).toEqual([late.trackingId]);
});

test('after a complaint changed it is found by its new words and no longer by those that went', () => {
  const before = complaintNo(1, { title: 'Tiang Miring' });
  const cache = filledCache([before, complaintNo(2)]);
  const after = { ...before, title: 'Kabel Putus', revision: 2 };
  cache.write((writer) => {
    const { rid } = cache.complaints.find(before.id) ?? { rid: 0 };
    const place = { generation: 1, ours: true, hasDraft: false };
    writer.complaints.update(rid, after, queueFacts(after, BASIS, RINA.id), place);
  });
  expect(ids(cache, 'kab put')).toEqual([before.trackingId]);
  expect(ids(cache, 'tiang')).toEqual([]);
  expect(ids(cache, 'pasar')).toEqual([before.trackingId, complaintNo(2).trackingId]);
});

test('what was found is marked in the title and in the piece of text that holds it', () => {
  const filler = 'kata '.repeat(100);
  const cache = filledCache([
    complaintNo(1, {
      title: 'Pohon Tumbang',
      finalText: `${filler}pohon besar menutup jalan ${filler}`,
      originalText: '',
    }),
  ]);
  const [hit] = cache.search('poh besar', 10, true).hits;
  const marked = ({ text, ranges }: { text: string; ranges: [number, number][] }) =>
    ranges.map(([start, end]) => text.slice(start, end));
  if (hit === undefined) throw new Error('not found');
  expect(marked(hit.titleMarks)).toEqual(['Poh']);
  expect(marked(hit.snippet)).toEqual(['poh', 'besar']);
  expect(hit.snippet.text).toMatch(/^… .* …$/);
  expect(hit.snippet.text.length).toBeLessThan(150);
});

test('"more" says that a search found more than it lists', () => {
  const cache = filledCache(Array.from({ length: 5 }, (_, number) => complaintNo(number)));
  expect(cache.search('jalan', 4, true)).toMatchObject({ more: true, hits: { length: 4 } });
  expect(cache.search('jalan', 5, true).more).toBe(false);
});

test('a slice of the index that a full disk took back is not believed to be there', () => {
  const opened = openCache(join(temporaryFolder(), 'cache.db'), randomBytes(32));
  if (!opened.ok) throw new Error(opened.code);
  const { cache } = opened;
  const facts = queueFacts(complaintNo(1), BASIS, RINA.id);
  const place = { generation: 1, ours: true, hasDraft: false };
  const rid = cache.write((writer) => writer.complaints.insert(complaintNo(1), facts, place));
  expect(() =>
    cache.write((writer) => {
      writer.index.grow(10);
      throw new Error('disk full');
    }),
  ).toThrow('disk full');
  expect(cache.searchComplete()).toBe(false);
  cache.write((writer) => {
    writer.complaints.remove(rid);
  });
  expect(ids(cache, 'lampu')).toEqual([]);
});

const WRITTEN = [
  entry({ text: 'Tiang di Simpang Cemara sudah diganti.' }),
  entry({ id: 'entry-2', kind: 'internal_note', visibility: 'agency', text: 'Hubungi PLN sebelum Jumat.' }),
];

test.each([true, false])(
  'what was written on a complaint is found, and it is said where (index ready: %s)',
  (indexed) => {
    const cache = filledCache([complaintNo(1, { timeline: WRITTEN }), complaintNo(2)]);
    const hits = (text: string) =>
      cache
        .search(text, 10, indexed)
        .hits.map(({ trackingId, foundIn, snippet }) => [trackingId, foundIn, snippet.text]);
    expect(hits('cemara')).toEqual([['7000001', 'follow_up', 'Tiang di Simpang Cemara sudah diganti.']]);
    expect(hits('jalan pln')).toEqual([['7000001', 'internal_note', 'Hubungi PLN sebelum Jumat.']]);
    expect(hits('pasar')[0]?.[1]).toBeNull();
    expect(hits('cemara pln')).toHaveLength(1);
  },
);

test('a text that is added to a complaint is found at once, and one that changed no longer', () => {
  const complaint = complaintNo(1, { timeline: WRITTEN });
  const cache = filledCache([complaint]);
  const later = complaintNo(1, {
    revision: 3,
    timeline: [...WRITTEN, entry({ id: 'entry-3', text: 'Kabel dipasang.' })],
  });
  const rid = cache.complaints.find(complaint.id)?.rid ?? 0;
  const update = (to: typeof complaint) =>
    cache.write((writer) => {
      writer.complaints.update(rid, to, queueFacts(to, BASIS, RINA.id), {
        generation: 1,
        ours: true,
        hasDraft: false,
      });
    });
  update(later);
  expect(ids(cache, 'kabel')).toEqual(['7000001']);
  update(complaintNo(1, { revision: 4 }));
  expect(ids(cache, 'kabel')).toEqual([]);
  expect(ids(cache, 'cemara')).toEqual([]);
});

test('an index that lies in many parts finds the same when they are joined, until there is nothing to join', () => {
  const cache = filledCache(Array.from({ length: 40 }, (_, number) => complaintNo(number)));
  const before = cache.search('jalan rusak', 50, true);
  expect(before.hits).toHaveLength(40);
  const join = () => cache.write((writer) => writer.index.join(100));
  expect(join()).toBe(true);
  while (join()) {
    // In slices, as it is done beside the officer's work.
  }
  expect(join()).toBe(false);
  expect(cache.search('jalan rusak', 50, true)).toEqual(before);
});
