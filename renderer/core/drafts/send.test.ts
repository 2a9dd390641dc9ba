import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { bodyOfDraft } from '#shared/domain/commands/command.ts';
import type { Backend } from '../transport/backend.ts';
import type { DraftContent } from './autosave.ts';
import type { Choices } from './choices.ts';
import { type DraftKey, Drafts } from './drafts.ts';
import { sendDraft } from './send.ts';

const key: DraftKey = { complaintId: 'lapor-9300431', kind: 'return' };
const toBody = ({ text, choices }: DraftContent) => bodyOfDraft(key.kind, text, choices);

/** A store that keeps drafts, and a line that breaks where the test says. */
function backend(line: 'good' | 'breaks before' | 'breaks after' | 'full' | 'full for drafts') {
  const kept = new Set<string>();
  const commands: unknown[] = [];
  const drafts = new Drafts({
    now: () => 0,
    after: () => () => {},
    save: async ({ id }) => {
      if (line === 'full for drafts') throw new ORPCError('storage_read_only', { status: 507 });
      kept.add(id);
      return '2026-11-24T02:00:00.000Z';
    },
    newId: () => `d-${newest++}`,
  });
  const fake = {
    command: {
      submit: async (input: { body: { payload: { reason?: string } }; draftId: string }) => {
        if (line === 'full') throw new ORPCError('storage_full', { status: 507 });
        if (line === 'breaks before') throw new Error('line lost');
        if (input.body.payload.reason === '') return { ok: false, code: 'empty_text' };
        commands.push(input.body);
        kept.delete(input.draftId);
        if (line === 'breaks after') throw new Error('line lost');
        return { ok: true, id: 'c-1', heldUntil: '2026-11-24T02:00:10.000Z' };
      },
    },
    draft: { list: async () => [...kept].map((id) => ({ id })) },
  };
  let newest = 1;
  const write = (text: string, choices: Choices = {}) => {
    const id = drafts.shelf(key).current;
    drafts.typed(id, { text, choices });
    return { id, send: () => sendDraft(fake as unknown as Backend, drafts, id, key, toBody) };
  };
  const inField = () => drafts.read(drafts.shelf(key).current).text;
  return { drafts, commands, write, inField };
}

test('a sent text is kept by the store and leaves the field, with the agency that was suggested', async () => {
  const { commands, write, inField } = backend('good');
  expect(await write('Wewenang PLN.', { suggestedAgency: 'PLN' }).send()).toEqual({
    outcome: 'kept',
    commandId: 'c-1',
    heldUntil: Date.parse('2026-11-24T02:00:10.000Z'),
  });
  expect(commands).toEqual([
    { kind: 'return', payload: { reason: 'Wewenang PLN.', suggestedAgency: 'PLN' } },
  ]);
  expect(inField()).toBe('');
});

test('a refused text stays in the field', async () => {
  const { write } = backend('good');
  expect(await write('').send()).toEqual({ outcome: 'refused', code: 'empty_text' });
});

test('when the line breaks before the store recorded it, the text stays and nothing was sent', async () => {
  const { commands, write, inField } = backend('breaks before');
  expect(await write('Wewenang PLN.').send()).toEqual({ outcome: 'not_recorded' });
  expect([inField(), commands]).toEqual(['Wewenang PLN.', []]);
});

test('when the line breaks after the store recorded it, it was sent once', async () => {
  const { commands, write, inField } = backend('breaks after');
  expect(await write('Wewenang PLN.').send()).toMatchObject({ outcome: 'kept' });
  expect([inField(), commands.length]).toEqual(['', 1]);
});

test.each([
  ['full', 'storage_full'],
  ['full for drafts', 'storage_read_only'],
] as const)(
  'on a disk that takes nothing (%s) the text stays, the reason is told, and the field is free again',
  async (line, code) => {
    const { commands, write, inField } = backend(line);
    expect(await write('Wewenang PLN.').send()).toEqual({ outcome: 'not_kept', code });
    expect([inField(), commands]).toEqual(['Wewenang PLN.', []]);
  },
);
