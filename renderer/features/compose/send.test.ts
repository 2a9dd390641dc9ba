import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { CaseView } from '#shared/contract/desk.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import type { Desk } from '../../transport/desk.ts';
import { type DraftKey, Drafts } from './drafts.ts';
import { sendDraft } from './send.ts';

const key: DraftKey = { complaintId: 'lapor-9300431', kind: 'return' };

/** A store that keeps drafts, and a line that breaks where the test says. */
function desk(line: 'good' | 'breaks before' | 'breaks after' | 'full' | 'full for drafts') {
  const kept = new Map<string, string>();
  const commands: unknown[] = [];
  const drafts = new Drafts({
    now: () => 0,
    after: () => () => {},
    save: async ({ kind }, text) => {
      if (line === 'full for drafts') throw new ORPCError('storage_read_only', { status: 507 });
      kept.set(kind, text);
      return '2026-11-24T02:00:00.000Z';
    },
  });
  const view = (): CaseView => ({
    complaint: { ...sampleComplaint(), categoryPath: [], timeline: [], readBy: [] },
    ours: true,
    deliveries: {},
    drafts: [...kept].map(([, text]) => ({
      ...key,
      id: 'd-1',
      suggestedAgency: null,
      attachments: [],
      trunkRevision: 1,
      text,
      updatedAt: '2026-11-24T02:00:00.000Z',
    })),
    viewers: [],
    files: {},
  });
  const fake = {
    command: {
      submit: async (input: { body: { payload: { reason?: string } } }) => {
        if (line === 'full') throw new ORPCError('storage_full', { status: 507 });
        if (line === 'breaks before') throw new Error('line lost');
        if (input.body.payload.reason === '') return { ok: false, code: 'empty_text' };
        commands.push(input.body);
        kept.delete('return');
        if (line === 'breaks after') throw new Error('line lost');
        return { ok: true, id: 'c-1', heldUntil: '2026-11-24T02:00:10.000Z' };
      },
    },
    case: { get: async () => view() },
  };
  return { drafts, commands, desk: fake as unknown as Desk };
}

test('a sent text is kept by the store and leaves the field', async () => {
  const { drafts, commands, desk: fake } = desk('good');
  drafts.typed(key, 'Wewenang PLN.');
  expect(await sendDraft(fake, drafts, key, 'PLN')).toEqual({
    outcome: 'kept',
    commandId: 'c-1',
    heldUntil: Date.parse('2026-11-24T02:00:10.000Z'),
  });
  expect(commands).toEqual([
    { kind: 'return', payload: { reason: 'Wewenang PLN.', suggestedAgency: 'PLN' } },
  ]);
  expect(drafts.read(key).text).toBe('');
});

test('a refused text stays in the field', async () => {
  const { drafts, desk: fake } = desk('good');
  expect(await sendDraft(fake, drafts, key, null)).toEqual({ outcome: 'refused', code: 'empty_text' });
});

test('when the line breaks before the store recorded it, the text stays and nothing was sent', async () => {
  const { drafts, commands, desk: fake } = desk('breaks before');
  drafts.typed(key, 'Wewenang PLN.');
  expect(await sendDraft(fake, drafts, key, null)).toEqual({ outcome: 'not_recorded' });
  expect([drafts.read(key).text, commands]).toEqual(['Wewenang PLN.', []]);
});

test('when the line breaks after the store recorded it, it was sent once', async () => {
  const { drafts, commands, desk: fake } = desk('breaks after');
  drafts.typed(key, 'Wewenang PLN.');
  expect(await sendDraft(fake, drafts, key, null)).toMatchObject({ outcome: 'kept' });
  expect([drafts.read(key).text, commands.length]).toEqual(['', 1]);
});

test.each([
  ['full', 'storage_full'],
  ['full for drafts', 'storage_read_only'],
] as const)(
  'on a disk that takes nothing (%s) the text stays, the reason is told, and the field is free again',
  async (line, code) => {
    const { drafts, commands, desk: fake } = desk(line);
    drafts.typed(key, 'Wewenang PLN.');
    expect(await sendDraft(fake, drafts, key, null)).toEqual({ outcome: 'not_kept', code });
    expect([drafts.read(key).text, commands]).toEqual(['Wewenang PLN.', []]);
  },
);
