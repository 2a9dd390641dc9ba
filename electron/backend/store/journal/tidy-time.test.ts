import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintNo, MONDAY } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { openJournal } from './journal-store.ts';

const DAY = 86_400_000;
const TEN_YEARS = 3_652 * DAY;

/** A journal with a draft that was thrown away on Monday; whether it can still be brought back. */
function thrownAway() {
  const opened = openJournal(join(temporaryFolder(), 'journal.db'), randomBytes(32));
  if (!opened.ok) throw new Error(opened.code);
  const { journal } = opened;
  const draft = {
    complaintId: complaintNo(1).id,
    id: 'd-1',
    kind: 'follow_up',
    choices: {},
    text: 'Masih diperlukan',
    updatedAt: new Date(MONDAY).toISOString(),
    trunkRevision: 1,
    trackingId: '1',
    title: 'Jalan',
  } as const;
  journal.write(() => {
    journal.drafts.save(draft);
    journal.drafts.remove('d-1', MONDAY);
  });
  journal.tidy(MONDAY);
  const comesBack = (): boolean => {
    journal.write(() => journal.drafts.restore('d-1'));
    const found = journal.drafts.get('d-1') !== null;
    journal.write(() => journal.drafts.remove('d-1', MONDAY));
    return found;
  };
  return { journal, comesBack };
}

test('a clock that is ten years ahead for an hour, however often the program starts in it, ends nothing at once', () => {
  const { journal, comesBack } = thrownAway();
  for (let start = 0; start < 20; start++) journal.tidy(MONDAY + TEN_YEARS + start * 60_000);
  expect(comesBack()).toBe(true);
  // Right again, the days go on as before.
  for (let day = 1; day < 7; day++) journal.tidy(MONDAY + day * DAY);
  expect(comesBack()).toBe(true);
  journal.tidy(MONDAY + 8 * DAY);
  expect(comesBack()).toBe(false);
});

test('after three weeks without the program what is over goes within some days', () => {
  const { journal, comesBack } = thrownAway();
  journal.tidy(MONDAY + 21 * DAY);
  expect(comesBack()).toBe(true);
  for (let day = 22; day < 25; day++) journal.tidy(MONDAY + day * DAY);
  expect(comesBack()).toBe(false);
});
