import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { answerBody, MONDAY } from '../testing/samples.ts';
import { ScriptedCentral } from '../testing/scripted-central.ts';
import { temporaryFolder, until } from '../testing/test-backend.ts';
import { openBackend } from './backend.ts';

async function backend(dataDir = temporaryFolder()) {
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  const backend = await openBackend({
    dataDir,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    world: { clock, random: () => 0, connector: central.connector },
  });
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.served);
  return { dataDir, clock, central, backend, client, practice: client.practice };
}
const pageOf = ({ practice }: Pick<Awaited<ReturnType<typeof backend>>, 'practice'>) =>
  practice.queue.page({ view: 'first_answer', after: null, limit: 50 });

test('practice has invented complaints with their deadlines, and nothing of it exists before it is asked for', async () => {
  const office = await backend();
  expect(existsSync(join(office.dataDir, 'latihan'))).toBe(false);
  expect(await office.practice.session.get()).toMatchObject({ practice: true, standalone: false });
  await until(async () => (await pageOf(office)).rows.length > 5);
  const { colleagues } = await office.practice.reference.get();
  expect(colleagues).toHaveLength(2);
});

test('what is sent in practice mode is decided there: nobody hears of it, and the own backend has none of it', async () => {
  const office = await backend();
  await until(async () => (await pageOf(office)).rows.length > 5);
  const [row] = (await pageOf(office)).rows;
  const id = row?.id ?? '';
  await office.practice.command.submit({ complaintId: id, body: answerBody('Latihan menjawab.') });
  office.clock.advance(10_000);
  await until(async () => (await office.practice.sync.status()).undelivered === 0);
  const timeline = (await office.practice.case.get({ id }))?.complaint.timeline ?? [];
  expect(timeline.at(-1)).toMatchObject({ text: 'Latihan menjawab.', receipt: expect.stringMatching(/^K-/) });
  expect(office.central.batches).toEqual([]);
  expect(office.central.asked).toEqual([]);
  expect(await office.client.session.get()).toMatchObject({ practice: false, officer: null });
  expect(await office.client.case.get({ id })).toBeNull();
});

test('practice mode cannot be joined to a central service', async () => {
  const { practice } = await backend();
  const input = { centralUrl: 'https://pusat.invalid', code: 'KODE', name: 'Rina' };
  expect(await practice.standalone.join(input)).toEqual({ ok: false, code: 'unreachable' });
  expect(await practice.session.enrol(input)).toEqual({ ok: false, code: 'unreachable' });
});

test('the next run of the program begins practice mode anew', async () => {
  const office = await backend();
  await until(async () => (await pageOf(office)).rows.length > 5);
  const [row] = (await pageOf(office)).rows;
  const complaintId = row?.id ?? '';
  await office.practice.draft.save({ complaintId, kind: 'follow_up', text: 'coba', choices: {} });
  await office.backend.close();
  const again = await backend(office.dataDir);
  expect(await again.practice.draft.list()).toEqual([]);
});
