import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { listen } from '../support/listen.ts';
import { freshDatabase } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { type FuzzOptions, type FuzzReport, fuzz } from './fuzz.ts';
import { openMarks } from './marks.ts';
import type { World } from './world.ts';

/** 100,000 by hand: `npm run fuzz -- --requests 100000`. */
const REQUESTS = 400;

async function run(options: Pick<FuzzOptions, 'requests' | 'seed' | 'front' | 'patienceMs'>) {
  const told: string[] = [];
  const report = await fuzz({
    databaseUrl: await freshDatabase(),
    databaseLog: join(inject('postgresFolder'), 'postgres/server.log'),
    folder: temporaryFolder(),
    tell: (line) => told.push(line),
    ...options,
  });
  return { report, told: told.join('\n') };
}
const clean = (requests: number): FuzzReport => {
  return { requests, serverErrors: 0, stackTraces: 0, hangs: 0, leaks: 0 };
};

test('whatever is sent over both contracts, nothing falls, hangs or tells what it should not', async () => {
  const { report, told } = await run({ requests: REQUESTS, seed: 20_261_130 });
  expect(report, told).toEqual(clean(REQUESTS));
});

/** A service that has each of the faults; whatever else it is asked it does not know. */
function brokenService(world: World) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url?.split('?')[0];
    request.on('error', () => undefined).resume();
    if (path === '/v1/commands') return;
    if (path === '/v1/me') response.writeHead(500).end();
    else if (path === '/v1/changes') response.end(world.marks.of('hidden'));
    else if (path === '/v1/enrolments') response.end(new Error('enrolling').stack);
    else response.writeHead(404).end();
  };
}

test('each fault is found in a service that has it, and so is a write to another agency', async () => {
  const { report, told } = await run({
    requests: 120,
    seed: 7,
    // A request that is not answered is found at once.
    patienceMs: 50,
    front: async (world) => {
      await world.db
        .updateTable('complaints')
        .set({ title: 'Diubah' })
        .where('agencyId', '=', (await world.victim.client.me()).officer.agency?.id ?? '')
        .execute();
      const server = createServer(brokenService(world));
      onTestFinished(async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      });
      return listen(server);
    },
  });
  for (const [name, count] of Object.entries(report)) expect(count, name).toBeGreaterThan(0);
  expect(told).toContain('something of another agency was changed');
  expect(told).toContain('seed 7');
});

test('a text or token in a log is found, and the line that holds it', () => {
  const marks = openMarks('x');
  marks.addToken('ours', 'token-of-ours');
  marks.watch().end('good\nrefused: kanari-ours-x\n');
  expect(marks.logged).toEqual(['refused: kanari-ours-x']);
  expect(marks.found('a\nBearer token-of-ours\n')).toEqual(['Bearer token-of-ours']);
});
