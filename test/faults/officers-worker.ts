import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { openDatabase } from '../../central/store/database.ts';
import { seededRandom } from '../../demo/random.ts';
import type { Clock } from '../../electron/backend/base/clock.ts';
import { type Backend, openBackend } from '../../electron/backend/process/backend.ts';
import { httpConnector } from '../../electron/backend/sync/http/http-transport.ts';
import { BusyOfficer } from './busy-officer.ts';
import type { Asked, OfficersOptions } from './officers-process.ts';
import { checkPromises, readDecided } from './promises.ts';
import { untilSynced } from './until-synced.ts';

// The process side of `officers-process.ts`: real backends over real files, one for each officer.

const violations: string[] = [];
const violate = (promise: string, detail: string): void => void violations.push(`${promise}: ${detail}`);
const officers: BusyOfficer[] = [];
const backends: Backend[] = [];
let working = false;
let atWork: Promise<unknown> = Promise.resolve();
let given: OfficersOptions;

async function start(options: OfficersOptions): Promise<void> {
  given = options;
  const clock = fastClock(options.speed);
  for (const [n, { name, agencyId, code }] of options.people.entries()) {
    const random = seededRandom(options.seed * 1_000 + n);
    const backend = await openBackend({
      dataDir: join(options.folder, name),
      join: { centralUrl: options.centralUrl, code, name },
      log: {
        info: () => {},
        warn: () => {},
        error: (fields, message) => violate('nothing fails on the PC', `${name}: ${message} ${fields.err}`),
      },
      world: { clock, connector: httpConnector(clock.now) },
    });
    backends.push(backend);
    const client = createRouterClient(backend.router);
    officers.push(new BusyOfficer(name, agencyId, random, () => client));
  }
  await Promise.all(officers.map((officer) => untilSynced(officer, violate)));
}

/** Between half and one and a half of the pause, so that nobody keeps step. */
async function work(officer: BusyOfficer): Promise<void> {
  await delay(Math.random() * given.pauseMs);
  while (working) {
    await officer.act();
    await delay((0.5 + Math.random()) * given.pauseMs);
  }
}

async function check(): Promise<{ commands: number; violations: readonly string[] }> {
  const { db, close } = openDatabase(given.databaseUrl);
  const decided = await readDecided(db);
  for (const officer of officers) await checkPromises(officer, decided, db, violate);
  await close();
  return { commands: officers.reduce((sum, { commands }) => sum + commands.size, 0), violations };
}

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.do) {
    case 'start':
      return start(asked.options);
    case 'work':
      working = true;
      atWork = Promise.all(officers.map(work));
      return;
    case 'stop_work':
      working = false;
      return atWork;
    case 'until_synced':
      return Promise.all(officers.map((officer) => untilSynced(officer, violate)));
    case 'check':
      return check();
  }
}

/** Time that passes `speed` times as fast. */
function fastClock(speed: number): Clock {
  const began = Date.now();
  const now = (): number => Math.round(began + (Date.now() - began) * speed);
  return {
    now,
    alarm: (at, ring) => {
      const timer = setTimeout(ring, Math.min(Math.max(0, at - now()) / speed, 2_000_000_000));
      return () => clearTimeout(timer);
    },
  };
}

process.on('message', async (asked: Asked) => {
  const result = await answer(asked);
  if (asked.do === 'work') return;
  process.send?.(asked.do === 'check' ? result : { done: asked.do });
});
process.on('disconnect', async () => {
  await Promise.all(backends.map((backend) => backend.close()));
  process.exit();
});
