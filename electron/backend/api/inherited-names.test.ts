import { expect, test } from 'vitest';
import { complaintNo } from '../testing/samples.ts';
import { testBackend, untilSynced } from '../testing/test-backend.ts';

test.each(Object.getOwnPropertyNames(Object.prototype))(
  '%s, which every object has, is a word like any other in a search',
  async (word) => {
    const bench = await testBackend([complaintNo(1, { title: `Jalan ${word} rusak`, rawStatus: word })]);
    await untilSynced(bench);
    const find = async (text: string) => (await bench.client.queue.search({ text, limit: 10 })).hits.length;
    expect(await find(word)).toBe(1);
    for (const filter of [`${word}:x`, `status:${word}`, `kec:${word}`, `label:${word}`, `dari:${word}`]) {
      expect(await find(filter)).toBe(0);
    }
  },
);
