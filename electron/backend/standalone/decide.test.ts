import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rowOf } from '#shared/domain/complaint/row.ts';
import { openJournal } from '../store/journal/journal-store.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { answerBody, commandOf, complaintNo, MONDAY, RINA } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { standaloneCentral } from './standalone-transport.ts';

function office() {
  const opened = openJournal(join(temporaryFolder(), 'journal.db'), new Uint8Array(32).fill(7));
  if (!opened.ok) throw new Error(opened.code);
  const { journal } = opened;
  onTestFinished(() => journal.close());
  const clock = manualClock(MONDAY);
  const { transport, grown } = standaloneCentral(journal, () => RINA, clock);
  const complaint = complaintNo(1);
  const put = () =>
    journal.write(() =>
      journal.standalone.put({ row: rowOf(complaint), timeline: [], readBy: [], lapor: null }),
    );
  put();
  const never = new AbortController().signal;
  const changes = (after: string, wait = 0) =>
    transport.changes({ after, limit: 10, wait, viewing: null }, never);
  return { journal, clock, transport, grown, complaint, put, never, changes };
}

test('a command that comes twice, because its answer was lost, is decided once', async () => {
  const { journal, transport, complaint, never, clock } = office();
  const command = commandOf(complaint, answerBody());
  const first = await transport.commands([command], never);
  clock.advance(60_000);
  const second = await transport.commands([command], never);
  expect(first).toMatchObject({ value: [{ outcome: 'accepted', receipt: 'K-260907001' }] });
  expect(second).toEqual(first);
  expect(journal.standalone.get(complaint.id)?.report.timeline).toHaveLength(1);
});

test('a text is refused by the rules of the domain, with the complaint as it stands', async () => {
  const { transport, complaint, never } = office();
  const answer = await transport.commands([commandOf(complaint, answerBody('  '))], never);
  expect(answer).toMatchObject({
    value: [{ outcome: 'refused', code: 'empty_text', current: { id: complaint.id } }],
  });
  const unknown = commandOf(complaintNo(99), answerBody());
  expect(await transport.commands([unknown], never)).toMatchObject({
    value: [{ outcome: 'refused', code: 'unknown_complaint', current: null }],
  });
});

test('the feed is held until something comes, and a place of another history begins anew', async () => {
  const { changes, complaint, put, grown, clock } = office();
  const begun = await changes('');
  if (!begun.ok) throw new Error();
  expect(begun.value.changes).toMatchObject([{ type: 'upsert', complaint: { id: complaint.id } }]);
  expect(await changes(begun.value.cursor)).toMatchObject({ value: { changes: [], more: false } });
  const held = changes(begun.value.cursor, 60_000);
  put();
  grown();
  expect(await held).toMatchObject({ value: { changes: [{ type: 'upsert', seq: 2 }] } });
  const quiet = changes('another-history/7', 60_000);
  clock.advance(60_000);
  expect(await quiet).toMatchObject({ value: { changes: [{ type: 'upsert', seq: 2 }] } });
});
