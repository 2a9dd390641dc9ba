import { expect, test } from 'vitest';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { complaintNo, MONDAY } from '../testing/samples.ts';
import { testBackend, untilSynced } from '../testing/test-backend.ts';

const LABEL: CommandBody = { kind: 'set_priority', payload: { priority: 'high' } };

async function bench() {
  const clock = manualClock(MONDAY);
  const closed = { ...complaintNo(3), rawStatus: 'Selesai' };
  const opened = await testBackend([complaintNo(1), complaintNo(2), closed], { clock });
  await untilSynced(opened);
  const priorities = async () =>
    (await opened.client.queue.page({ view: 'all', after: null, limit: 10 })).rows
      .map(({ id, priority }) => `${id} ${priority}`)
      .sort();
  return { ...opened, clock, priorities, ids: [complaintNo(1).id, complaintNo(2).id, closed.id, 'lapor-0'] };
}

test('an action on several complaints is previewed, done where it can be, and each arrives by itself', async () => {
  const { client, central, ids, clock, priorities } = await bench();
  expect(
    (await client.command.previewMany({ complaintIds: ids, body: LABEL })).map(({ code }) => code),
  ).toEqual([null, null, 'closed', 'unknown_complaint']);
  expect(await priorities()).toEqual(ids.slice(0, 3).map((id) => `${id} normal`));

  const done = await client.command.submitMany({ complaintIds: ids, body: LABEL });
  expect(done.ids).toHaveLength(2);
  expect(await priorities()).toEqual([`${ids[0]} high`, `${ids[1]} high`, `${ids[2]} normal`]);
  clock.advance(11_000);
  await expect.poll(() => central.executed.toSorted()).toEqual(done.ids.toSorted());
});

test('one undo takes all commands of an action back, as far as they have not left', async () => {
  const { client, ids, priorities, clock, central } = await bench();
  const done = await client.command.submitMany({ complaintIds: ids, body: LABEL });
  expect(await client.command.withdrawMany({ ids: done.ids })).toEqual({ withdrawn: 2 });
  expect(await priorities()).toEqual(ids.slice(0, 3).map((id) => `${id} normal`));
  expect(await client.draft.list()).toEqual([]);

  const again = await client.command.submitMany({ complaintIds: ids, body: LABEL });
  clock.advance(11_000);
  await expect.poll(() => central.executed.length).toBe(2);
  expect(await client.command.withdrawMany({ ids: again.ids })).toEqual({ withdrawn: 0 });
});
