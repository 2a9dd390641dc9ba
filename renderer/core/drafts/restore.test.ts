import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { Draft } from '#shared/contract/window/drafts.ts';
import type { Backend } from '../transport/backend.ts';
import { type DraftKey, Drafts } from './drafts.ts';
import { backToDraft } from './restore.ts';

const key: DraftKey = { complaintId: 'lapor-9300431', kind: 'follow_up' };
const draft: Draft = {
  ...key,
  id: 'd-again',
  text: 'Sudah dikirim',
  choices: {},
  attachments: [],
  trunkRevision: 1,
  updatedAt: '2026-11-24T02:00:00.000Z',
};

function undo(withdraw: () => Promise<{ ok: true; draft: Draft } | { ok: false }>) {
  const drafts = new Drafts({
    now: () => 0,
    after: () => () => {},
    save: async () => '2026-11-24T02:00:01.000Z',
    newId: () => 'd-new',
  });
  const backend = { command: { withdraw } } as unknown as Backend;
  return { drafts, outcome: () => backToDraft(backend, drafts, 'withdraw', 'c-1') };
}

test('a sent text comes back into the field as a draft of its own, beside what was begun meanwhile', async () => {
  const { drafts, outcome } = undo(async () => ({ ok: true, draft }));
  drafts.typed(drafts.shelf(key).current, { text: 'sudah mulai yang lain' });
  expect(await outcome()).toEqual({ outcome: 'done', kind: 'follow_up' });
  expect(drafts.shelf(key)).toEqual({ current: 'd-again', ids: ['d-new', 'd-again'] });
  expect([drafts.read('d-again').text, drafts.read('d-new').text]).toEqual([
    'Sudah dikirim',
    'sudah mulai yang lain',
  ]);
});

test('an undo is too late only when the store says so, not when the disk took nothing', async () => {
  expect(await undo(async () => ({ ok: false })).outcome()).toEqual({ outcome: 'too_late' });
  const full = undo(() => Promise.reject(new ORPCError('storage_full', { status: 507 })));
  expect([await full.outcome(), full.drafts.shelf(key)]).toEqual([
    { outcome: 'not_now' },
    { current: 'd-new', ids: ['d-new'] },
  ]);
});
