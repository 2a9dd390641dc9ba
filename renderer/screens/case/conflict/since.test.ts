import { expect, test } from 'vitest';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import { sampleComplaint, sampleEntry, sampleOfficer } from '#shared/domain/testing/samples.ts';
import { answersSince, fallenWith } from './since.ts';

const mine = { ...sampleEntry().author, officerId: sampleOfficer.id };

test('only what others answered after the revision is new to the officer', () => {
  const complaint = sampleComplaint({
    revision: 6,
    timeline: [
      sampleEntry({ id: 'known', revision: 2 }),
      sampleEntry({ id: 'mine', revision: 3, author: mine }),
      sampleEntry({ id: 'note', revision: 4, kind: 'internal_note' }),
      sampleEntry({ id: 'first', revision: 5 }),
      sampleEntry({ id: 'second', revision: 6 }),
    ],
  });
  const ids = (revision: number) =>
    answersSince(complaint, revision, sampleOfficer.id).map((entry) => entry.id);
  expect(ids(2)).toEqual(['first', 'second']);
  expect(ids(5)).toEqual(['second']);
  expect(ids(6)).toEqual([]);
});

function item(id: string, after: string | null, code: RefusalCode): OutboxItem {
  return {
    id,
    complaintId: 'lapor-1',
    trackingId: '1',
    title: '',
    kind: 'follow_up',
    text: '',
    attachments: [],
    trunkRevision: 1,
    after,
    composedAt: '2026-11-24T02:00:00.000Z',
    delivery: { state: 'refused', heldUntil: null, receipt: null, code, upload: null },
  };
}

test('what was refused with a text is the whole chain behind it, and nothing that was refused for itself', () => {
  const items = [
    item('a', null, 'superseded'),
    item('b', 'a', 'after_refused'),
    item('c', 'b', 'after_refused'),
    item('d', 'a', 'closed'),
    item('e', null, 'superseded'),
    item('f', 'e', 'after_refused'),
  ];
  expect(fallenWith(items, 'a').map(({ id }) => id)).toEqual(['b', 'c']);
  expect(fallenWith(items, 'e').map(({ id }) => id)).toEqual(['f']);
  expect(fallenWith(items, 'd')).toEqual([]);
});
