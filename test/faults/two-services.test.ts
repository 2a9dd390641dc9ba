import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChangesPage, MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { buildIfStale } from '../../build/build.ts';
import { createCode } from '../../central/store/accounts.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { seededRandom } from '../../demo/random.ts';
import { connectBackend } from '../support/backend-client.ts';
import { type CentralClient, centralClient } from '../support/central.ts';
import { freshDatabase } from '../support/postgres.ts';
import { startProxy } from '../support/proxy.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { BusyOfficer } from './busy-officer.ts';
import { fillOffices, type Office } from './offices.ts';
import { checkPromises, readDecided } from './promises.ts';
import { comeToRest, untilSynced } from './until-synced.ts';

// Two central services as processes of their own over one PostgreSQL, as behind a load balancer.
let a: Stack;
let b: Stack;
let db: Db;
let office: Office;
let closeDatabase: () => Promise<void>;
beforeAll(async () => {
  await buildIfStale();
  const databaseUrl = await freshDatabase();
  a = await startStack({ databaseUrl });
  b = await startStack({ databaseUrl });
  ({ db, close: closeDatabase } = openDatabase(databaseUrl));
  const [first] = await fillOffices(db, 2, 12);
  if (first === undefined) throw new Error('no office');
  office = first;
});
afterAll(async () => {
  await closeDatabase();
  await a.close();
  await b.close();
});

/** A new officer of the agency, who enrols at one service and may speak to both. */
async function officerAtBoth(name: string): Promise<{ atA: CentralClient; atB: CentralClient }> {
  const code = await createCode(db, { agency: office, role: 'penghubung', name }, new Date());
  const { token } = await centralClient(b.central.address()).enrol({ code, name, device: 'PC' });
  return { atA: centralClient(a.central.address(), token), atB: centralClient(b.central.address(), token) };
}

async function readToEnd(client: CentralClient, after = ''): Promise<ChangesPage> {
  const changes: ChangesPage['changes'] = [];
  for (let cursor = after; ; ) {
    const page = await client.changes({ after: cursor, limit: 7 });
    changes.push(...page.changes);
    if (!page.more) return { ...page, changes };
    cursor = page.cursor;
  }
}

async function note(client: CentralClient, n: number, text: string): Promise<string> {
  const complaintId = `lapor-${office.trackingIds[n % office.trackingIds.length]}`;
  const body = { kind: 'internal_note', payload: { text } } as const;
  const command = { ...sampleCommand(body, { id: v7(), complaintId }), attachments: [], ...body };
  for (;;) {
    const [result] = (await client.commands({ commands: [command] })).results;
    // The other service had the complaint for longer than a decision waits: an app sends it again.
    if (result?.outcome === 'later') continue;
    expect(result).toMatchObject({ outcome: 'accepted' });
    return complaintId;
  }
}

test('who waits at one service is answered by what is written at the other', async () => {
  const { atA, atB } = await officerAtBoth('Rina Sitepu');
  const { cursor } = await readToEnd(atA);
  // Unheard, it would be answered with nothing when its time is over.
  const waiting = atA.changes({ after: cursor, wait: MAX_WAIT_MS });
  const complaintId = await note(atB, 0, 'ditulis di layanan kedua');
  const page = await waiting;
  expect(page.changes).toMatchObject([{ type: 'upsert', complaint: { id: complaintId } }]);
});

test('many write at both services while a reader at each reads on: both end with what PostgreSQL holds', async () => {
  const writers = await Promise.all(Array.from({ length: 6 }, (_, i) => officerAtBoth(`Penulis ${i}`)));
  const readers = await Promise.all(['Pembaca 0', 'Pembaca 1'].map(officerAtBoth));
  let writing = true;
  const work = Promise.all(
    writers.map(async ({ atA, atB }, w) => {
      for (let i = 0; i < 20; i++)
        await note((w + i) % 2 === 0 ? atA : atB, w * 5 + i * 7, `catatan ${w}-${i}`);
    }),
  ).finally(() => {
    writing = false;
  });
  const seen = await Promise.all(
    readers.map(async ({ atA, atB }, r) => {
      const latest = new Map<string, readonly string[]>();
      let cursor = '';
      let last = -1;
      const readOn = async (client: CentralClient): Promise<void> => {
        const page = await readToEnd(client, cursor);
        cursor = page.cursor;
        for (const change of page.changes) {
          expect(change.seq).toBeGreaterThan(last);
          last = change.seq;
          if (change.type === 'upsert') {
            const { id, timeline } = change.complaint;
            latest.set(
              id,
              timeline.map((entry) => entry.text),
            );
          }
        }
      };
      // One cursor, at whichever service answers.
      for (let turn = r; writing; turn++) await readOn(turn % 2 === 0 ? atA : atB);
      await work;
      await readOn(r === 0 ? atA : atB);
      return Object.fromEntries(latest);
    }),
  );
  const rows = await db
    .selectFrom('timelineEntries')
    .select(['complaintId', 'text'])
    .orderBy('position')
    .execute();
  expect(rows.filter(({ text }) => text.startsWith('catatan '))).toHaveLength(120);
  const stored = Map.groupBy(rows, (row) => row.complaintId);
  const wanted = office.trackingIds.map((id) => [
    `lapor-${id}`,
    (stored.get(`lapor-${id}`) ?? []).map(({ text }) => text),
  ]);
  expect(seen).toEqual([Object.fromEntries(wanted), Object.fromEntries(wanted)]);
});

test('one service is killed while officers write; who turns to the other has lost nothing and doubled nothing', async () => {
  const violations: string[] = [];
  const violate = (promise: string, detail: string): void => void violations.push(`${promise}: ${detail}`);
  const line = await startProxy(b.central.address());
  const clients: Awaited<ReturnType<typeof connectBackend>>[] = [];
  try {
    const officers: BusyOfficer[] = [];
    for (const [n, name] of ['petugas-a', 'petugas-b'].entries()) {
      const code = await createCode(db, { agency: office, role: 'penghubung', name }, new Date());
      const app = b.host(name, { code, centralUrl: line.address });
      await app.start();
      const client = await connectBackend(app.address());
      clients.push(client);
      officers.push(new BusyOfficer(name, office.id, seededRandom(n), () => client.backend));
    }
    await Promise.all(officers.map((officer) => untilSynced(officer, violate)));
    // Until the first commands are past their time of undo and under way.
    const answered = async (): Promise<number> => (await readDecided(db)).results.size;
    const before = await answered();
    let killed = false;
    const work = officers.map(async (officer) => {
      for (let left = 20; left > 0; left -= killed ? 1 : 0) {
        await officer.act();
        await delay(150);
      }
    });
    while ((await answered()) < before + 20) await delay(20);
    await b.central.kill();
    line.pointTo(a.central.address());
    killed = true;
    await Promise.all(work);
    await comeToRest(officers, violate);
    const decided = await readDecided(db);
    for (const officer of officers) await checkPromises(officer, decided, db, violate);
    expect(violations).toEqual([]);
    expect(decided.results.size).toBeGreaterThan(before + 20);
  } finally {
    for (const client of clients) client.close();
    await line.close();
  }
});
