import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError, safe } from '@orpc/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { jointIdOf } from '#shared/domain/answers/joint-answer.ts';
import { giveComplaint, numbered } from '../../../central/testing/give-complaint.ts';
import { startTestCentral } from '../../../test/support/central.ts';
import { exportRow } from '../../../test/support/excel.ts';
import { systemClock } from '../base/clock.ts';
import type { Db, openDatabase } from '../store/open-database.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { answerBody, complaintNo, MONDAY } from '../testing/samples.ts';
import { standaloneOffice } from '../testing/standalone-office.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';
import { untilNews } from '../testing/until-news.ts';

/**
 * The databases that the backend has open, by file name: the real ones, so that the test can take their room
 * away.
 */
const databases = vi.hoisted(() => new Map<string, unknown>());
const disk = vi.hoisted(() => ({ takesNothing: false }));
vi.mock('../store/open-database.ts', async (original) => {
  const real: { openDatabase: typeof openDatabase } = await original();
  const seen: typeof openDatabase = (path, key, durability) => {
    const opened = real.openDatabase(path, key, durability);
    if (opened.ok && disk.takesNothing) refuseFromFirstWrite(opened.db);
    if (opened.ok) databases.set(path.split(/[\\/]/).at(-1) ?? '', opened.db);
    return opened;
  };
  return { ...real, openDatabase: seen };
});
/** Not from the opening on: SQLite would then refuse tables in memory too. */
function refuseFromFirstWrite(db: Db): void {
  const begin = db.transaction.bind(db);
  db.transaction = (work) => {
    db.pragma('query_only = 1');
    return begin(work);
  };
}
const database = (name: 'journal.db' | 'cache.db') => databases.get(name) as Db;

const ID = complaintNo(1).id;
const LONG = 'Regu lapangan memeriksa lokasi. '.repeat(500);
const MAX_PAGES = 4_294_967_294;

/** No page more than there are now, also not those that are free. */
function fill(name: 'journal.db' | 'cache.db'): void {
  const db = database(name);
  db.exec('VACUUM');
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
}
const makeRoom = (name: 'journal.db' | 'cache.db') => database(name).pragma(`max_page_count = ${MAX_PAGES}`);

async function ready(): Promise<TestBackend> {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  return bench;
}
const save = (bench: TestBackend, text: string) =>
  bench.client.draft.save({ complaintId: ID, kind: 'follow_up', text });
const submit = (bench: TestBackend, text: string) =>
  bench.client.command.submit({ complaintId: ID, body: answerBody(text) });
const drafts = async (bench: TestBackend) =>
  (await bench.client.case.get({ id: ID }))?.drafts.map(({ text }) => text);

async function problemOf(answer: Promise<unknown>): Promise<string> {
  const { error } = await safe(answer);
  return error instanceof ORPCError && error.defined ? error.code : `not typed: ${error}`;
}

test('a full disk is told by its code; what was kept before stays, and goes on when there is room', async () => {
  const bench = await ready();
  await save(bench, 'Kalimat pertama');
  fill('journal.db');
  expect(await problemOf(save(bench, LONG))).toBe('storage_full');
  expect(await problemOf(submit(bench, LONG))).toBe('storage_full');
  expect(await drafts(bench)).toEqual(['Kalimat pertama']);
  expect(await bench.client.outbox.list()).toEqual([]);

  makeRoom('journal.db');
  await save(bench, LONG);
  expect(await submit(bench, LONG)).toMatchObject({ ok: true });
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 1);
});

test('a disk that takes no change is told by its code, for every step that writes', async () => {
  const bench = await ready();
  const sent = await submit(bench, 'Sudah di kotak keluar');
  if (!sent.ok) throw new Error(sent.code);
  database('journal.db').pragma('query_only = 1');
  const steps = [
    save(bench, 'x'),
    submit(bench, 'y'),
    bench.client.command.withdraw({ id: sent.id }),
    bench.client.settings.set({ language: 'en' }),
    bench.client.session.dismissNotice({ code: 'journal_begun' }),
  ];
  expect(await Promise.all(steps.map(problemOf))).toEqual(steps.map(() => 'storage_read_only'));
  expect(await bench.client.outbox.list()).toMatchObject([{ text: 'Sudah di kotak keluar' }]);

  database('journal.db').pragma('query_only = 0');
  bench.clock.advance(600_000);
  await until(() => bench.central.executed.length === 1);
});

test('what the journal has taken is answered as taken, also when the cache has no room; the queue follows', async () => {
  const bench = await ready();
  database('cache.db').pragma('query_only = 1');
  await save(bench, 'Draf');
  expect(await submit(bench, 'Draf')).toMatchObject({ ok: true });
  await save(bench, 'Berikutnya');
  expect((await bench.client.outbox.list()).map(({ text }) => text)).toEqual(['Draf']);
  expect((await bench.client.queue.counts()).drafts).toBe(0);
  database('cache.db').pragma('query_only = 0');
  bench.clock.advance(30_000);
  expect((await bench.client.queue.counts()).drafts).toBe(1);
});

test('while the disk is full the window goes on to read, and no half copy of the journal appears', async () => {
  const bench = await ready();
  fill('journal.db');
  for (let n = 0; n < 3; n++) await problemOf(save(bench, LONG));
  bench.clock.advance(3_600_000);
  expect((await bench.client.queue.page({ view: 'all', after: null, limit: 9 })).rows).toHaveLength(2);
  expect(bench.logged.filter(({ level }) => level === 'error')).toEqual([]);
  const copies = readdirSync(bench.dataDir).filter((name) => name.includes('.copy-'));
  for (const copy of copies) expect(statSync(join(bench.dataDir, copy)).size).toBeGreaterThan(0);
});

test('a start on a disk that takes no change still shows the queue and every text', async () => {
  const bench = await ready();
  await save(bench, 'Sedang ditulis');
  disk.takesNothing = true;
  try {
    const again = await bench.reopened();
    expect((await again.client.queue.page({ view: 'all', after: null, limit: 9 })).rows).toHaveLength(2);
    expect(await drafts(again)).toEqual(['Sedang ditulis']);
    expect(await problemOf(save(again, 'lebih'))).toBe('storage_read_only');
  } finally {
    disk.takesNothing = false;
  }
});

test('a journal that cannot be restored for want of room is left where it is, and is restored when there is', async () => {
  const bench = await ready();
  await save(bench, 'Sedang ditulis');
  bench.clock.advance(20_000);
  await bench.backend.close();
  const path = join(bench.dataDir, 'journal.db');
  const noise = Buffer.alloc(50_000, 'noise');
  writeFileSync(path, noise);
  disk.takesNothing = true;
  try {
    await expect(bench.reopened()).rejects.toMatchObject({ code: 'no_access' });
  } finally {
    disk.takesNothing = false;
  }
  expect(readFileSync(path).equals(noise)).toBe(true);
  expect(await drafts(await bench.reopened())).toEqual(['Sedang ditulis']);
});

test('an answer to several complaints that the disk does not take whole is kept for none, and stays a draft', async () => {
  const bench = await ready();
  const draftId = '0190aaaa-0000-7000-8000-000000000001';
  const complaintId = jointIdOf(draftId);
  const complaints = [1, 2].map((number) => ({ id: complaintNo(number).id, revision: 1 }));
  const choices = { joint: { as: 'follow_up' as const, complaints } };
  await bench.client.draft.save({ id: draftId, complaintId, kind: 'follow_up', text: 'Segera', choices });
  fill('journal.db');
  const answers = [
    { complaintId: complaintNo(1).id, revision: 1, text: 'Segera kami tangani.' },
    { complaintId: complaintNo(2).id, revision: 1, text: LONG },
  ];
  const submitJoint = () => bench.client.command.submitJoint({ draftId, as: 'follow_up', answers });
  expect(await problemOf(submitJoint())).toBe('storage_full');
  expect(await bench.client.outbox.list()).toEqual([]);
  expect((await bench.client.draft.list()).map(({ id, text }) => [id, text])).toEqual([[draftId, 'Segera']]);

  makeRoom('journal.db');
  expect(await submitJoint()).toMatchObject({ outcome: 'kept' });
  expect(await bench.client.outbox.list()).toHaveLength(2);
});

test('a disk that is full in the first load is said, with what goes on by itself when there is room', async () => {
  const bench = await testBackend(
    Array.from({ length: 80 }, (_, n) => complaintNo(n + 1, { originalText: LONG })),
  );
  fill('cache.db');
  const status = () => bench.client.sync.status();
  await until(async () => (await status()).obstacle !== null);
  expect(await status()).toMatchObject({ obstacle: 'storage_full', lastSyncedAt: null });
  const events = async () => (await bench.client.sync.log()).map(({ event, detail }) => [event, detail]);
  // The same again and again is one line.
  for (let n = 0; n < 5; n++) bench.clock.advance(300_000);
  await until(async () => (await status()).phase === 'idle');
  expect((await events()).filter(([event]) => event === 'not_stored')).toEqual([
    ['not_stored', 'storage_full'],
  ]);

  makeRoom('cache.db');
  bench.clock.advance(300_000);
  await untilSynced(bench);
  expect(await status()).toMatchObject({ obstacle: null, firstLoad: null });
  expect((await bench.client.queue.counts()).all).toBe(80);
  expect((await events())[0]).toEqual(['synced', null]);
});

/** An office that joins; `handedOver`: the central service has what it did, and the last step is to come. */
async function joiningOffice(handedOver: () => void) {
  const clock = manualClock(MONDAY);
  const central = await startTestCentral({ now: () => new Date(clock.now()) });
  onTestFinished(() => central.close());
  await central.addAgency('Dinas Perhubungan', '7001');
  const http = httpConnector(systemClock.now);
  const office = await standaloneOffice({
    clock,
    connector: {
      ...http,
      connect: (url, token) => {
        const transport = http.connect(url, token);
        const adopt: typeof transport.adopt = async (brought, signal) => {
          const answer = await transport.adopt(brought, signal);
          handedOver();
          return answer;
        };
        return { ...transport, adopt };
      },
    },
  });
  await office.begin();
  await office.imported([exportRow()]);
  await office.shows(1);
  await office.client.command.submit({ complaintId: 'lapor-9400001', body: answerBody('Sudah diganti.') });
  await office.decided();
  const code = await central.code('Dinas Perhubungan', 'penghubung', true);
  await office.client.standalone.join({ centralUrl: central.address, code, name: 'Rina' });
  const session = () => office.client.session.get();
  return { office, central, clock, session };
}

test('a disk that takes nothing while an office joins is waited for: it joins when it does again', async () => {
  let isFull = true;
  const { office, central, clock, session } = await joiningOffice(() => {
    if (isFull) database('journal.db').pragma('query_only = 1');
  });
  await untilNews(office.client, async () => (await session()).joining?.waiting === true);
  expect(await session()).toMatchObject({ standalone: true });

  isFull = false;
  database('journal.db').pragma('query_only = 0');
  clock.advance(300_000);
  await untilNews(office.client, async () => !(await session()).standalone);
  expect(await session()).toMatchObject({ joining: null, centralUrl: central.address });
});

test('a cache that takes nothing while an office joins is said by the sync, which goes on when it does again', async () => {
  const { office, central, clock, session } = await joiningOffice(() => {
    database('cache.db').pragma('query_only = 1');
  });
  await untilNews(office.client, async () => !(await session()).standalone);
  const status = () => office.client.sync.status();
  await untilNews(office.client, async () => (await status()).obstacle === 'storage_read_only');
  await giveComplaint(central.db, { ...numbered(1), agency: { id: '7001', name: 'Dinas Perhubungan' } });

  database('cache.db').pragma('query_only = 0');
  clock.advance(300_000);
  const shown = async () => (await office.queue()).map(({ id }) => id);
  await untilNews(office.client, async () => (await shown()).join() === numbered(1).id);
  await untilNews(office.client, async () => (await status()).phase === 'waiting');
  expect(await status()).toMatchObject({ obstacle: null, differs: false });
});

test('an office that joined while its cache takes nothing can be started, and goes on when it does again', async () => {
  const { office, clock } = await joiningOffice(() => {
    database('cache.db').pragma('query_only = 1');
  });
  await untilNews(office.client, async () => !(await office.client.session.get()).standalone);
  await office.backend.close();
  disk.takesNothing = true;
  const { dataDir } = office;
  const again = await standaloneOffice({ clock, dataDir, connector: httpConnector(systemClock.now) }).finally(
    () => {
      disk.takesNothing = false;
    },
  );
  expect(await again.queue()).toMatchObject([{ id: 'lapor-9400001' }]);
  for (const name of ['journal.db', 'cache.db'] as const) {
    database(name).pragma('query_only = 0');
    database(name).transaction = Object.getPrototypeOf(database(name)).transaction;
  }
  clock.advance(300_000);
  await untilNews(again.client, async () => (await again.queue()).length === 0);
  await untilNews(again.client, async () => (await again.client.sync.status()).phase === 'waiting');
});
