import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../central/store/database.ts';
import { readIdentity } from '../../../central/store/service-row.ts';
import { giveComplaint, numbered } from '../../../central/testing/give-complaint.ts';
import { startTestCentral, type TestCentral } from '../../../test/support/central.ts';
import { copyOf } from '../../../test/support/postgres.ts';
import { startProxy } from '../../../test/support/proxy.ts';
import { systemClock } from '../base/clock.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { MONDAY, noteBody } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { untilNews } from '../testing/until-news.ts';
import { openBackend } from './backend.ts';

const AGENCY = 'Dinas Perhubungan';
const log = { info: () => {}, warn: () => {}, error: () => {} };

test('answers that an older copy of the central service has lost come back by themselves, although a colleague worked there first', async () => {
  const clock = manualClock(MONDAY);
  const start = async (databaseUrl?: string): Promise<TestCentral> => {
    const now = (): Date => new Date(clock.now());
    const central = await startTestCentral(databaseUrl === undefined ? { now } : { databaseUrl, now });
    onTestFinished(() => central.close());
    return central;
  };
  const first = await start();
  await first.addAgency(AGENCY, '4006');
  const complaint = await giveComplaint(first.db, numbered(1));
  const line = await startProxy(first.address);
  onTestFinished(() => line.close());
  const pc = async (name: string) => {
    const backend = await openBackend({
      dataDir: temporaryFolder(),
      join: { centralUrl: line.address, code: await first.code(AGENCY), name },
      log,
      world: { clock, random: () => 0, connector: httpConnector(systemClock.now) },
    });
    onTestFinished(() => backend.close());
    const client = createRouterClient(backend.router);
    const until = (holds: () => Promise<boolean>) => untilNews(client, holds);
    const synced = () =>
      until(async () => {
        const { phase, undelivered } = await client.sync.status();
        return phase === 'waiting' && undelivered === 0;
      });
    const write = async (text: string): Promise<void> => {
      await client.command.submit({ complaintId: complaint.id, body: noteBody(text) });
      clock.advance(10_000);
      await synced();
    };
    return { client, until, synced, write };
  };
  const [rina, togar] = [await pc('Rina'), await pc('Togar')];
  await Promise.all([rina.synced(), togar.synced()]);

  // The backup of the night, while the service stands still.
  line.cut();
  await first.close();
  const backup = await copyOf(first.databaseUrl);
  const texts = Array.from({ length: 10 }, (_, n) => `Catatan ${n}`);
  line.pointTo((await start(first.databaseUrl)).address);
  line.restore();
  for (const { client } of [rina, togar]) await client.sync.now();
  for (const text of texts) await rina.write(text);

  // The files of the older copy take the place of the database; nothing in them tells.
  line.cut();
  const { db, close } = openDatabase(backup);
  await db
    .updateTable('service')
    .set({ databaseIdentity: await readIdentity(db) })
    .execute();
  await close();
  const older = await start(backup);
  const colleague = await older.enrol(AGENCY, 'penghubung', 'Sari');
  for (let n = 0; n < 20; n++) await giveComplaint(older.db, numbered(10 + n));
  line.pointTo(older.address);
  line.restore();
  for (const { client } of [rina, togar]) await client.sync.now();
  const stored = async (): Promise<readonly string[]> => {
    const { changes } = await colleague.client.changes({ limit: 2000 });
    return changes.flatMap((change) =>
      change.type === 'upsert' && change.complaint.id === complaint.id
        ? change.complaint.timeline.map(({ text }) => text ?? '')
        : [],
    );
  };
  await rina.until(async () => (await stored()).length === texts.length);
  expect(await stored()).toEqual(texts);
  await togar.until(
    async () => (await togar.client.case.get({ id: complaint.id }))?.complaint.timeline.length === 10,
  );
});
