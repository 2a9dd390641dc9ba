import { expect, test } from 'vitest';
import { emptyJournal } from '../../testing/empty-stores.ts';
import { queryPlan } from '../../testing/query-plan.ts';
import { attachmentTable } from './attachment-table.ts';
import { fileTable, sha256Of } from './file-table.ts';

/** A draft with one photo, and a smaller copy of it that is being taken in. */
function withCopy() {
  const db = emptyJournal();
  const files = fileTable(db);
  const attachments = attachmentTable(db);
  const whole = (text: string): number => {
    const bytes = Buffer.from(text);
    const id = files.begin(bytes.length);
    files.append(id, 0, bytes);
    return files.complete(id, sha256Of(bytes), 'image/jpeg');
  };
  attachments.insert('photo', 'draft', 'foto.jpg', whole('large'));
  attachments.insert('copy', 'draft', 'foto.jpg', files.begin(3), 'photo');
  return { db, files, attachments };
}

test('a smaller copy that is being taken in names its original and is part of no text', () => {
  const { attachments } = withCopy();
  expect(attachments.get('copy')).toMatchObject({ owner: 'draft', copyOf: 'photo' });
  expect(attachments.of('draft').map(({ id }) => id)).toEqual(['photo']);
  expect(attachments.sentWith('draft').map(({ size }) => size)).toEqual([5]);
});

test('a smaller copy goes with its original, and its file is named by nothing then', () => {
  const { attachments, files } = withCopy();
  const fileId = attachments.get('copy')?.fileId ?? 0;
  attachments.delete('photo');
  files.forgetUnnamed();
  expect([attachments.get('copy'), files.get(fileId)]).toEqual([null, null]);
});

test('a copy that never came to an end goes when its text is sent, and the original is sent', () => {
  const { attachments } = withCopy();
  attachments.dropUnfinished('draft');
  attachments.move('draft', 'command');
  expect(attachments.get('copy')).toBeNull();
  expect(attachments.of('command').map(({ id }) => id)).toEqual(['photo']);
});

test('the copies of an attachment are found by their index', () => {
  const { db } = withCopy();
  const plan = queryPlan(db, 'DELETE FROM attachment WHERE copyOf = ?').join('\n');
  expect(plan).toContain('attachment_copies');
});
