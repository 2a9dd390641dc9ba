import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { Drafts } from '../../core/drafts/drafts.ts';
import type { Backend } from '../../core/transport/backend.ts';
import type { Reading } from './readings.ts';
import { type JointText, sendJoint } from './send-joint.ts';

const key = { complaintId: 'bersama-1', kind: 'follow_up' } as const;
const reading = (n: number, changes: Partial<Reading> = {}): Reading => ({
  id: `lapor-${n}`,
  trackingId: String(n),
  title: '',
  revision: 4,
  code: null,
  text: `Jawaban untuk ${n}`,
  checks: [],
  personal: [],
  ...changes,
});
const UNFILLED = { check: 'unfilled', gaps: [{ from: 0, to: 3, name: 'x' }] } as const;

/** A store that keeps one draft, and a line that breaks where the test says. */
function backend(
  readings: readonly Reading[],
  line: 'good' | 'breaks before' | 'breaks after' | 'full' | 'changed' | 'sent elsewhere' = 'good',
) {
  const kept = new Set<string>();
  const sent: unknown[] = [];
  const drafts = new Drafts({
    now: () => 0,
    after: () => () => {},
    save: async ({ id }) => {
      kept.add(id);
      return '2026-11-24T02:00:00.000Z';
    },
    newId: () => `d-${newest++}`,
  });
  let newest = 1;
  const fake = {
    command: {
      previewJoint: async () => readings,
      submitJoint: async (input: { draftId: string; answers: readonly unknown[] }) => {
        if (line === 'full') throw new ORPCError('storage_full', { status: 507 });
        if (line === 'breaks before') throw new Error('line lost');
        if (line === 'changed') return { outcome: 'refused', refused: ['lapor-1'] };
        if (line === 'sent elsewhere') return { outcome: 'gone' };
        sent.push(...input.answers);
        kept.delete(input.draftId);
        if (line === 'breaks after') throw new Error('line lost');
        return { outcome: 'kept', ids: ['c-1', 'c-2'], heldUntil: '2026-11-24T02:00:10.000Z' };
      },
    },
    draft: { list: async () => [...kept].map((id) => ({ id })) },
  };
  const id = drafts.shelf(key).current;
  drafts.typed(id, { text: 'Jawaban untuk {id laporan}' });
  const what: JointText = {
    as: 'follow_up',
    text: 'Jawaban untuk {id laporan}',
    complaints: readings.map((one) => ({ id: one.id, revision: 3 })),
  };
  const inField = () => drafts.read(drafts.shelf(key).current).text;
  return {
    sent,
    inField,
    send: (confirmed = false) => sendJoint(fake as unknown as Backend, drafts, id, what, confirmed),
  };
}

test('a joint answer goes, each with its own text, to the complaints that may be answered, and leaves the field', async () => {
  const { send, sent, inField } = backend([reading(1), reading(2, { code: 'closed' }), reading(3)]);
  expect(await send()).toMatchObject({ outcome: 'kept', ids: ['c-1', 'c-2'] });
  expect(sent).toEqual([
    { complaintId: 'lapor-1', revision: 3, text: 'Jawaban untuk 1' },
    { complaintId: 'lapor-3', revision: 3, text: 'Jawaban untuk 3' },
  ]);
  expect(inField()).toBe('');
});

test('a joint answer that one complaint forbids goes to none; personal data need the officer to confirm', async () => {
  const wrong = backend([reading(1), reading(2, { checks: [UNFILLED], personal: ['x'] })]);
  expect(await wrong.send(true)).toMatchObject({ outcome: 'to_mend', reading: { id: 'lapor-2' } });
  const left = backend([reading(1), reading(2, { checks: [UNFILLED], code: 'moved' })]);
  expect(await left.send()).toMatchObject({ outcome: 'kept' });
  const personal = backend([reading(1), reading(2, { personal: ['0812'] })]);
  expect(await personal.send()).toMatchObject({ outcome: 'to_confirm', reading: { id: 'lapor-2' } });
  expect(personal.sent).toEqual([]);
  expect(await personal.send(true)).toMatchObject({ outcome: 'kept' });
  expect(await backend([reading(1, { code: 'closed' })]).send()).toEqual({ outcome: 'nobody' });
});

test.each([
  ['changed', { outcome: 'changed' }],
  ['full', { outcome: 'not_kept', code: 'storage_full' }],
  ['breaks before', { outcome: 'not_recorded' }],
] as const)('when it is not recorded (%s) the text is still in the field', async (line, outcome) => {
  const { send, inField } = backend([reading(1)], line);
  expect(await send()).toEqual(outcome);
  expect(inField()).toBe('Jawaban untuk {id laporan}');
});

test.each([
  ['breaks after', 'kept'],
  ['sent elsewhere', 'gone'],
] as const)('when it was recorded already (%s) nothing is left to send twice', async (line, outcome) => {
  const { send, inField } = backend([reading(1)], line);
  expect(await send()).toMatchObject({ outcome });
  expect(inField()).toBe('');
});
