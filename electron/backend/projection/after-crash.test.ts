import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerBody, complaintNo } from '../testing/samples.ts';
import {
  type TestBackend,
  temporaryFolder,
  testBackend,
  until,
  untilSynced,
} from '../testing/test-backend.ts';

const ID = complaintNo(1).id;

/**
 * Starts on the files of a running app without what its cache had not yet moved out of the write-ahead log.
 */
async function afterPowerCut(bench: TestBackend): Promise<TestBackend> {
  const dataDir = join(temporaryFolder(), 'pc');
  cpSync(bench.dataDir, dataDir, { recursive: true });
  for (const part of ['-wal', '-shm']) rmSync(join(dataDir, `cache.db${part}`), { force: true });
  const { clock, central } = bench;
  central.faults.changes.push({ code: 'unreachable' });
  return testBackend([], { dataDir, clock, central });
}

test('after a power cut the list shows drafts and answers as the journal has them, before there is a connection', async () => {
  const first = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(first);
  await first.client.draft.save({ complaintId: ID, kind: 'internal_note', text: 'Cek ke lapangan' });
  // A clean end moves everything into the files.
  const bench = await first.reopened();
  await untilSynced(bench);
  await bench.client.draft.save({ complaintId: ID, kind: 'internal_note', text: '' });
  await bench.client.command.submit({ complaintId: ID, body: answerBody('Sudah ditambal.') });
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 1);
  await untilSynced(bench);

  const { client } = await afterPowerCut(bench);
  const { rows } = await client.queue.page({ view: 'all', after: null, limit: 10 });
  const view = await client.case.get({ id: ID });
  expect(rows.find(({ id }) => id === ID)).toMatchObject({
    hasDraft: false,
    rawStatus: 'Ditindaklanjuti oleh Instansi',
  });
  expect(view?.complaint.timeline.map(({ text }) => text)).toEqual(['Sudah ditambal.']);
});

test('what only the lost part of a journal said stays off the list when a power cut takes that away again', async () => {
  const first = await testBackend([complaintNo(1)]);
  await untilSynced(first);
  first.clock.advance(20_000);
  await untilSynced(first);
  first.central.faults.commands.push(...Array(9).fill({ code: 'unreachable' }));
  await first.client.command.submit({ complaintId: ID, body: answerBody('Sudah ditambal.') });
  // A clean end moves what the list shows of it into the file of the cache.
  await first.backend.close();
  writeFileSync(join(first.dataDir, 'journal.db'), 'noise'.repeat(10_000));
  const bench = await first.reopened();
  const statusIn = async ({ client }: TestBackend): Promise<string | undefined> => {
    const { rows } = await client.queue.page({ view: 'all', after: null, limit: 10 });
    return rows.find(({ id }) => id === ID)?.rawStatus;
  };
  await until(async () => (await statusIn(bench)) === complaintNo(1).rawStatus);
  await bench.client.session.dismissNotice({ code: 'journal_restored' });

  const after = await afterPowerCut(bench);
  await until(async () => (await statusIn(after)) === complaintNo(1).rawStatus);
});
