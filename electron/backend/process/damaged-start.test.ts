import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { sampleRecorded } from '#shared/domain/testing/samples.ts';
import { answerBody, complaintNo } from '../testing/samples.ts';
import { temporaryFolder, testBackend, until, untilSynced } from '../testing/test-backend.ts';

test('the officer works on after the journal was damaged, is told, and says that it was read', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  await bench.client.command.submit({ complaintId: complaintNo(1).id, body: answerBody('Sudah diperbaiki') });
  bench.clock.advance(20_000);
  await untilSynced(bench);
  await bench.client.draft.save({ complaintId: complaintNo(2).id, kind: 'follow_up', text: 'Sedang' });
  await bench.backend.close();
  writeFileSync(join(bench.dataDir, 'journal.db'), 'noise'.repeat(10_000));

  const again = await bench.reopened();
  const session = await again.client.session.get();
  expect(session.officer).not.toBeNull();
  expect(session.notices).toEqual([{ code: 'journal_restored', at: expect.any(String) }]);
  await untilSynced(again);
  await again.client.session.dismissNotice({ code: 'journal_restored' });
  expect((await again.client.session.get()).notices).toBeUndefined();
  const third = await again.reopened();
  expect((await third.client.session.get()).notices).toBeUndefined();
  expect(bench.central.executed).toHaveLength(1);
});

test('what only the lost part of a journal said stands in no list any more', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  bench.clock.advance(20_000);
  await untilSynced(bench);
  bench.central.faults.commands.push({ code: 'unreachable' });
  const recorded = recordedId('0192f0c1-0000-7000-8000-000000000001');
  await bench.client.command.submit({ complaintId: complaintNo(1).id, body: answerBody('Sudah diperbaiki') });
  await bench.client.command.submit({
    complaintId: recorded,
    body: { kind: 'record', payload: { report: sampleRecorded(), text: 'Parit tersumbat' } },
  });
  expect((await bench.client.queue.counts()).all).toBe(2);
  await bench.backend.close();
  writeFileSync(join(bench.dataDir, 'journal.db'), 'noise'.repeat(10_000));

  const again = await bench.reopened();
  expect((await again.client.session.get()).notices?.map(({ code }) => code)).toEqual(['journal_restored']);
  await untilSynced(again);
  await until(async () => {
    const { rows } = await again.client.queue.page({ view: 'all', after: null, limit: 50 });
    return rows.every(({ rawStatus }) => rawStatus === complaintNo(1).rawStatus);
  });
  const { rows } = await again.client.queue.page({ view: 'all', after: null, limit: 50 });
  expect(rows.map(({ id }) => id)).toEqual([complaintNo(1).id]);
});

test('a journal of before the central service was put back asks again for what that had accepted', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const answer = await bench.client.command.submit({ complaintId: complaintNo(1).id, body: answerBody() });
  bench.clock.advance(20_000);
  await until(async () => (await bench.client.outbox.list())[0]?.delivery.state === 'accepted');
  await untilSynced(bench);
  await bench.backend.close();
  const older = readFileSync(join(bench.dataDir, 'journal.db'));

  bench.central.restore('epoch-2', [complaintNo(1)]);
  bench.central.faults.commands.push({ code: 'unreachable' });
  const between = await bench.reopened();
  await until(() => bench.central.faults.commands.length === 0);
  await between.backend.close();
  writeFileSync(join(bench.dataDir, 'journal.db'), older);

  const again = await bench.reopened();
  expect((await again.client.session.get()).notices?.map(({ code }) => code)).toEqual(['journal_restored']);
  await untilSynced(again);
  expect(answer.ok && bench.central.results.has(answer.id)).toBe(true);
});

test('whichever page of the journal the disk has lost, also after an end in peace, the start succeeds', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  for (const n of [1, 2]) {
    await bench.client.draft.save({
      complaintId: complaintNo(n).id,
      kind: 'follow_up',
      text: 'x'.repeat(6_000),
    });
  }
  bench.clock.advance(20_000);
  await bench.backend.close();
  const path = join(bench.dataDir, 'journal.db');
  const bytes = readFileSync(path);
  for (let page = 0; page < bytes.length / 4096; page++) {
    const broken = Buffer.from(bytes);
    broken.fill(7, page * 4096, (page + 1) * 4096);
    writeFileSync(path, broken);
    const again = await testBackend([], {
      dataDir: bench.dataDir,
      clock: bench.clock,
      central: bench.central,
    });
    expect((await again.client.queue.counts()).drafts).toBe(2);
    await again.backend.close();
  }
  expect(readdirSync(bench.dataDir).filter((name) => name.includes('.damaged-')).length).toBeGreaterThan(3);
});

test.each(['an end in peace', 'a crash'])(
  'whichever page of the cache the disk has lost, after %s the start succeeds and the complaints come again',
  async (end) => {
    const complaints = Array.from({ length: 25 }, (_, n) => complaintNo(n + 1));
    const bench = await testBackend(complaints);
    await untilSynced(bench);
    await bench.client.draft.save({ complaintId: complaintNo(2).id, kind: 'follow_up', text: 'Sedang' });
    await bench.backend.close();
    if (end === 'a crash') rmSync(join(bench.dataDir, 'journal.db.clean'));
    const rebuilt = new Set<boolean>();
    const pages = statSync(join(bench.dataDir, 'cache.db')).size / 8192;
    for (let page = 0; page < pages; page++) {
      const dataDir = temporaryFolder();
      cpSync(bench.dataDir, dataDir, { recursive: true });
      const path = join(dataDir, 'cache.db');
      writeFileSync(path, readFileSync(path).fill(7, page * 8192, (page + 1) * 8192));
      const again = await testBackend([], { dataDir, clock: bench.clock, central: bench.central });
      await again.client.queue.page({ view: 'all', after: null, limit: 50 }).catch(() => null);
      await until(async () => (await again.client.queue.counts()).all === complaints.length);
      expect((await again.client.draft.list()).map(({ text }) => text)).toEqual(['Sedang']);
      rebuilt.add((await again.client.session.get()).notices !== undefined);
      await again.backend.close();
    }
    expect([...rebuilt]).toContain(true);
  },
);
