import { expect, test } from 'vitest';
import type { DraftAttachment, ListedDraft } from '#shared/contract/window/drafts.ts';
import { wordsOf } from '../../words/i18n.ts';
import { openWords, shownDrafts } from './begun.ts';

const draft = (id: string, text = '', files = 0): ListedDraft => ({
  id,
  complaintId: 'lapor-1',
  kind: 'follow_up',
  text,
  choices: {},
  attachments: Array.from({ length: files }, () => ({}) as DraftAttachment),
  trunkRevision: 1,
  updatedAt: '2026-11-24T02:00:00.000Z',
  trackingId: '9300431',
  title: 'Lampu jalan mati',
});

test('the list of drafts shows at the start what was begun before, and all drafts when it is asked for', () => {
  const atStart = new Set(['a', 'b']);
  const begun = [draft('a', 'satu'), draft('b'), draft('c', '', 1)];
  const ids = (state: Parameters<typeof shownDrafts>[2]) =>
    shownDrafts(begun, atStart, state).map(({ id }) => id);
  expect([ids('start'), ids('asked'), ids('closed')]).toEqual([['a'], ['a', 'c'], []]);
});

test('a draft in the list is told by its first words and its files', () => {
  const { t } = wordsOf('id');
  expect([
    openWords(draft('a', ' Perbaikan\n\n11 titik ', 2), t),
    openWords(draft('a', '', 1), t),
    openWords(draft('a', 'x'.repeat(81)), t),
  ]).toEqual(['“Perbaikan 11 titik” · 2 lampiran', '(belum ada teks) · 1 lampiran', `“${'x'.repeat(80)}…”`]);
});
