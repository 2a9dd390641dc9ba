import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Log } from '../base/log.ts';
import { readOrCreateKey } from '../keys/key-file.ts';
import { openCache } from '../store/cache/cache-store.ts';
import { renewableCache } from '../store/cache/renewable-cache.ts';
import { damageNote } from '../store/damage.ts';
import { openJournal } from '../store/journal/journal-store.ts';
import { answerBody, complaintNo } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';
import { createCacheRebuilder } from './rebuild-damaged-cache.ts';

const COMPLAINTS = Array.from({ length: 900 }, (_, n) => complaintNo(n + 1));

/** The second half of the closed cache is noise: it opens, and breaks when it is read. */
function damage(bench: TestBackend): void {
  const path = join(bench.dataDir, 'cache.db');
  const from = Math.floor(statSync(path).size / 2);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(statSync(path).size - from, 'noise'), 0, undefined, from);
  closeSync(file);
}

/** The officer had a draft and an unsent answer; the cache was damaged while the app was closed. */
async function damagedBench(): Promise<TestBackend> {
  const bench = await testBackend(COMPLAINTS);
  await untilSynced(bench);
  await bench.client.draft.save({
    complaintId: complaintNo(2).id,
    kind: 'follow_up',
    text: 'Sedang ditulis',
  });
  bench.central.faults.commands.push(...Array(50).fill({ code: 'unreachable' }));
  const sent = await bench.client.command.submit({
    complaintId: complaintNo(1).id,
    body: answerBody('Belum terkirim'),
  });
  if (!sent.ok) throw new Error(sent.code);
  await bench.backend.close();
  damage(bench);
  return testBackend([], { dataDir: bench.dataDir, clock: bench.clock, central: bench.central });
}

/** Reads until the damage has been met, as an officer who looks through the queue. */
async function lookThrough({ client }: TestBackend): Promise<void> {
  for (const { id } of COMPLAINTS) await client.case.get({ id }).catch(() => null);
}

test('a cache that breaks while the officer works is thrown away and pulled again; nothing of theirs is lost', async () => {
  const bench = await damagedBench();
  await lookThrough(bench);
  await until(async () => (await bench.client.queue.counts()).all === 900);
  expect((await bench.client.session.get()).notices).toEqual([
    { code: 'cache_rebuilt', at: expect.any(String) },
  ]);
  expect((await bench.client.case.get({ id: complaintNo(2).id }))?.drafts).toMatchObject([
    { text: 'Sedang ditulis' },
  ]);
  expect((await bench.client.outbox.list()).map(({ text }) => text)).toEqual(['Belum terkirim']);
  bench.central.faults.commands.length = 0;
  bench.clock.advance(400_000);
  await until(() => bench.central.executed.length === 1);
  expect((await bench.client.sync.log()).map(({ event }) => event)).toContain('cache_rebuilt');

  // It is a good one now: the next start does not pull again.
  await untilSynced(bench);
  const asked = bench.central.asked.length;
  const again = await bench.reopened();
  await untilSynced(again);
  expect(again.central.asked.slice(asked).every(({ after }) => after !== '')).toBe(true);
});

test('questions that meet the damage at once get one new cache, which the next start keeps', async () => {
  const bench = await testBackend(COMPLAINTS);
  await untilSynced(bench);
  await bench.backend.close();
  damage(bench);
  const read = readOrCreateKey(bench.dataDir);
  if (!read.ok) throw new Error(read.code);
  const path = join(bench.dataDir, 'cache.db');
  const opened = openCache(path, read.key);
  const journal = openJournal(join(bench.dataDir, 'journal.db'), read.key);
  if (!opened.ok || !journal.ok || opened.rebuilt !== null) throw new Error('not opened');
  const cache = renewableCache(opened.cache, path, read.key);
  const errors = COMPLAINTS.flatMap(({ id }) => errorOf(() => cache.complaints.get(id)));
  expect(errors.length).toBeGreaterThan(1);
  const told: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (_, message) => told.push(message) };
  const damaged = damageNote(path);
  const { clock } = bench;
  const noteDamage = createCacheRebuilder({
    cache,
    journal: journal.journal,
    damage: damaged,
    clock,
    log,
    renewed: () => {},
  });
  for (const error of errors) noteDamage(error);
  expect(told).toEqual([]);
  expect(damaged.noted()).toBe(false);
  // Damage that is met later is in the new one.
  await nextTurn();
  noteDamage(errors[0]);
  expect(told).toHaveLength(1);
  expect(damaged.noted()).toBe(true);
  cache.close();
  journal.journal.close();
});

function errorOf(read: () => unknown): readonly unknown[] {
  try {
    read();
    return [];
  } catch (error) {
    return [error];
  }
}
