import { expect, test } from 'vitest';
import { jpeg } from '../testing/sample-files.ts';
import { answerBody, complaintNo, entry, noteBody } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';

const uuid = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const [ONE, TWO] = [complaintNo(1).id, complaintNo(2).id];
const DRAFT = { id: uuid(9), complaintId: ONE, kind: 'follow_up', text: 'Sedang' } as const;

type Client = TestBackend['client'];

/** Two complaints, and a central service that takes no command. */
async function ready(): Promise<TestBackend> {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  bench.central.faults.commands.push(...Array(50).fill({ code: 'unreachable' }));
  return bench;
}

/**
 * The backend falls after it did what was asked, and before the window has heard it: the window asks the next
 * one the same. Answers what both said.
 */
async function askTwice(bench: TestBackend, ask: (client: Client) => Promise<unknown>) {
  const first = await ask(bench.client);
  const again = await bench.reopened();
  return { again, answers: [first, await ask(again.client)] as const };
}

const outbox = async ({ client }: TestBackend) =>
  (await client.outbox.list()).map(({ text }) => text).toSorted();

test('a command that is asked for twice is kept once, and its draft was sent', async () => {
  const bench = await ready();
  await bench.client.draft.save(DRAFT);
  const { again, answers } = await askTwice(bench, (client) =>
    client.command.submit({ complaintId: ONE, body: answerBody('Sedang'), draftId: DRAFT.id, id: uuid(1) }),
  );
  expect(answers[0]).toMatchObject({ ok: true, id: uuid(1) });
  expect(answers[1]).toEqual(answers[0]);
  expect([await outbox(again), await again.client.draft.list()]).toEqual([['Sedang'], []]);
});

test('one action on several complaints, and its undo, are done once', async () => {
  const bench = await ready();
  const done = await askTwice(bench, (client) =>
    client.command.submitMany({ complaintIds: [ONE, TWO], body: noteBody(), ids: [uuid(1), uuid(2)] }),
  );
  expect(done.answers[0]).toMatchObject({ ids: [uuid(1), uuid(2)] });
  expect(done.answers[1]).toEqual(done.answers[0]);
  expect(await outbox(done.again)).toHaveLength(2);
  const undone = await askTwice(done.again, (client) =>
    client.command.withdrawMany({ ids: [uuid(1), uuid(2)] }),
  );
  expect(undone.answers).toEqual([{ withdrawn: 2 }, { withdrawn: 2 }]);
  expect(await outbox(undone.again)).toEqual([]);
});

test('an answer to several complaints goes to each once', async () => {
  const bench = await ready();
  const complaints = [ONE, TWO].map((id) => ({ id, revision: 1 }));
  await bench.client.draft.save({ ...DRAFT, choices: { joint: { as: 'follow_up', complaints } } });
  const answersTo = complaints.map(({ id, revision }) => ({ complaintId: id, revision, text: 'Sudah.' }));
  const { again, answers } = await askTwice(bench, (client) =>
    client.command.submitJoint({
      draftId: DRAFT.id,
      as: 'follow_up',
      answers: answersTo,
      ids: [uuid(1), uuid(2)],
    }),
  );
  expect(answers[0]).toMatchObject({ outcome: 'kept', ids: [uuid(1), uuid(2)] });
  expect(answers[1]).toEqual(answers[0]);
  expect(await outbox(again)).toEqual(['Sudah.', 'Sudah.']);
});

test('what is taken back twice is one draft', async () => {
  const bench = await ready();
  await bench.client.command.submit({ complaintId: ONE, body: answerBody('Sedang'), id: uuid(1) });
  const { again, answers } = await askTwice(bench, (client) => client.command.withdraw({ id: uuid(1) }));
  expect(answers[0]).toMatchObject({ ok: true, draft: { text: 'Sedang' } });
  expect(answers[1]).toEqual(answers[0]);
  expect(await again.client.draft.list()).toHaveLength(1);
  // What left is not taken back, however often it is asked.
  expect(await again.client.command.withdraw({ id: uuid(2) })).toEqual({ ok: false });
});

test.each(['reopen', 'resend', 'discard', 'restore'] as const)(
  'a refused text: %s is done once',
  async (how) => {
    const bench = await testBackend([complaintNo(1)]);
    await untilSynced(bench);
    await bench.client.command.submit({ complaintId: ONE, body: answerBody('Jawaban saya'), id: uuid(1) });
    bench.central.put(complaintNo(1, { revision: 2, timeline: [entry({ revision: 2 })] }));
    bench.clock.advance(10_000);
    await until(async () => (await bench.client.queue.counts()).attention === 1);
    bench.central.faults.commands.push(...Array(50).fill({ code: 'unreachable' }));
    if (how === 'restore') await bench.client.command.discard({ id: uuid(1) });
    const { again, answers } = await askTwice(bench, ({ command }) =>
      how === 'resend' ? command.resend({ id: uuid(1), trunkRevision: 2 }) : command[how]({ id: uuid(1) }),
    );
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
    const { attention, outbox: open } = await again.client.queue.counts();
    const drafts = (await again.client.draft.list()).length;
    expect([attention, open, drafts]).toEqual(
      { reopen: [0, 0, 1], resend: [0, 1, 0], discard: [0, 0, 0], restore: [1, 0, 0] }[how],
    );
  },
);

test('a file is taken in and away once', async () => {
  const bench = await ready();
  const bytes = jpeg();
  const into = {
    draftId: DRAFT.id,
    complaintId: ONE,
    kind: 'follow_up',
    name: 'foto.jpg',
    reducedFrom: null,
  } as const;
  const begun = await bench.client.attachment.begin({ ...into, size: bytes.length });
  if (!begun.ok) throw new Error(begun.code);
  const { id } = begun;
  await bench.client.attachment.append({ id, offset: 0, bytes: bytes.toString('base64') });
  const taken = await askTwice(bench, (client) => client.attachment.finish({ id }));
  expect(taken.answers[0]).toMatchObject({ ok: true, attachment: { id } });
  expect(taken.answers[1]).toEqual(taken.answers[0]);
  const away = await askTwice(taken.again, (client) => client.attachment.remove({ id }));
  expect(away.answers).toEqual([{ ok: true }, { ok: true }]);
  const back = await askTwice(away.again, (client) => client.attachment.restore({ id }));
  expect(back.answers).toEqual([{ ok: true }, { ok: true }]);
});
