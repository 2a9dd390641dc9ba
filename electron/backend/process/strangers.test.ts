import { createServer } from 'node:http';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { giveComplaint, numbered } from '../../../central/testing/give-complaint.ts';
import { startTestCentral } from '../../../test/support/central.ts';
import { listen } from '../../../test/support/listen.ts';
import { startProxy } from '../../../test/support/proxy.ts';
import { systemClock } from '../base/clock.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { answerBody, MONDAY } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { untilNews } from '../testing/until-news.ts';
import { openBackend } from './backend.ts';

/** What stands between an office and the central service may say, in its best words. */
const SAYINGS = [200, 401, 403, 404, 426, 429, 503];

/** A server that says one after the other to whoever asks. */
async function strangers(): Promise<string> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    const headers = { 'content-type': 'application/json', 'retry-after': '31536000' };
    response.writeHead(SAYINGS[asked++ % SAYINGS.length] ?? 200, headers).end('{"code":"UNAUTHORIZED"}');
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}

test('whatever a stranger on the line says is no connection: it is tried again, and everything arrives by itself', async () => {
  const clock = manualClock(MONDAY);
  const central = await startTestCentral({ now: () => new Date(clock.now()) });
  onTestFinished(() => central.close());
  await central.addAgency('Dinas Perhubungan', '4006');
  const complaint = await giveComplaint(central.db, numbered(1));
  const line = await startProxy(central.address);
  onTestFinished(() => line.close());
  const join = { centralUrl: line.address, code: await central.code('Dinas Perhubungan'), name: 'Rina' };

  const backend = await openBackend({
    dataDir: temporaryFolder(),
    join,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    world: { clock, random: () => 0.5, connector: httpConnector(systemClock.now) },
  });
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router);
  const until = (holds: () => Promise<boolean>) => untilNews(client, holds);
  await until(async () => (await client.sync.status()).phase === 'waiting');

  await client.command.submit({ complaintId: complaint.id, body: answerBody('Sudah ditambal.') });
  line.pointTo(await strangers());
  line.drop();
  for (let n = 0; n < 2 * SAYINGS.length; n++) {
    clock.advance(300_000);
    await until(async () => (await client.sync.status()).phase === 'idle');
    expect(await client.sync.status()).toMatchObject({
      online: false,
      signInNeeded: false,
      outdated: false,
      undelivered: 1,
    });
  }
  line.pointTo(central.address);
  line.drop();
  clock.advance(300_000);
  await until(async () => (await client.sync.status()).undelivered === 0);
  await until(async () => (await client.sync.status()).phase === 'waiting');
  expect(await client.sync.status()).toMatchObject({ online: true, obstacle: null });
});
