import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { Desk } from '../../transport/desk.ts';
import { type DraftKey, Drafts } from './drafts.ts';
import { backToDraft } from './restore.ts';

const key: DraftKey = { complaintId: 'lapor-9300431', kind: 'follow_up' };
const UPDATED = '2026-11-24T02:00:00.000Z';

function undo(withdraw: () => Promise<{ ok: boolean }>) {
  const drafts = new Drafts({ now: () => 0, after: () => () => {}, save: async () => UPDATED });
  const desk = {
    command: { withdraw },
    case: { get: async () => ({ drafts: [{ ...key, text: 'Sudah dikirim', updatedAt: UPDATED }] }) },
  } as unknown as Desk;
  return { drafts, outcome: backToDraft(desk, drafts, 'withdraw', 'c-1', key) };
}

test('a sent text comes back into the field', async () => {
  const { drafts, outcome } = undo(async () => ({ ok: true }));
  expect([await outcome, drafts.read(key).text]).toEqual(['done', 'Sudah dikirim']);
});

test('"too late" is said only when the store has said so, not when the disk took nothing', async () => {
  expect(await undo(async () => ({ ok: false })).outcome).toBe('too_late');
  const full = undo(() => Promise.reject(new ORPCError('storage_full', { status: 507 })));
  expect([await full.outcome, full.drafts.read(key).text]).toEqual(['not_now', '']);
});
