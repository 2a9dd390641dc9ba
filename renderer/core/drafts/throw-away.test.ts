import { expect, test } from 'vitest';
import type { Backend } from '../transport/backend.ts';
import { type DraftKey, Drafts } from './drafts.ts';
import { throwAway } from './throw-away.ts';

const key: DraftKey = { complaintId: 'lapor-1', kind: 'follow_up' };

function backend(line: 'good' | 'lost' = 'good') {
  const told: string[] = [];
  const drafts = new Drafts({
    now: () => 0,
    after: () => () => {},
    save: async ({ text }) => {
      told.push(`save ${text}`);
      return '2026-11-24T02:00:00.000Z';
    },
    newId: () => 'd-1',
  });
  const remove = async ({ id }: { id: string }) => {
    if (line === 'lost') throw new Error('line lost');
    told.push(`remove ${id}`);
    return { ok: true };
  };
  const { current } = drafts.shelf(key);
  return {
    told,
    drafts,
    away: () => throwAway({ draft: { remove } } as unknown as Backend, drafts, current),
  };
}

test('a draft is saved to its last word before it is thrown away', async () => {
  const { told, drafts, away } = backend();
  drafts.typed('d-1', { text: 'sampai kata terakhir' });
  expect(await away()).toBe('thrown_away');
  expect([told, drafts.isBegun(key)]).toEqual([['save sampai kata terakhir', 'remove d-1'], false]);
});

test('an empty draft cannot be thrown away', async () => {
  const { told, away } = backend();
  expect([await away(), told]).toEqual(['kept', []]);
});

test('a draft whose removal did not arrive stays in the field', async () => {
  const { drafts, away } = backend('lost');
  drafts.typed('d-1', { text: 'masih di sini' });
  expect([await away(), drafts.read('d-1').text]).toEqual(['not_now', 'masih di sini']);
});
