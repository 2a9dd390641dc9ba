import { setTimeout as delay } from 'node:timers/promises';
import { createCode } from '../../central/store/accounts.ts';
import { openDatabase } from '../../central/store/database.ts';
import { seededRandom } from '../../demo/random.ts';
import { type BackendClient, connectBackend } from '../support/backend-client.ts';
import { startStack } from '../support/stack.ts';
import { BusyOfficer } from './busy-officer.ts';
import { seededPlan } from './fault-plan.ts';
import { type FaultyLine, startFaultyLine } from './fault-proxy.ts';
import { fillOffices, type Office } from './offices.ts';
import { checkPromises, readDecided } from './promises.ts';
import { comeToRest, untilSynced } from './until-synced.ts';

export type LineReport = {
  readonly confirmed: number;
  readonly accepted: number;
  readonly refused: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly serviceKills: number;
  readonly violations: readonly string[];
};

/** Two officers of one agency, one of another. */
const WHO = [0, 0, 1] as const;
const REPORTS_PER_OPD = 12;
/** Share of the requests that meet a fault. */
const SHARE = 0.35;
/** Between two things that an officer does, ms. */
const PAUSE_MS = 250;
/** Between two kills of the service, ms. */
const KILL_EVERY_MS = 9_000;

/**
 * Officers' apps as processes of their own, each on a misbehaving line of its own, and the service killed
 * with -9 now and then. When the faults stop, what the apps have said is compared with PostgreSQL.
 * @param databaseUrl an empty database. @param ms how long it goes on
 */
export async function workOnFaultyLines(databaseUrl: string, ms: number, seed: number): Promise<LineReport> {
  const stack = await startStack({ databaseUrl });
  const { db, close } = openDatabase(databaseUrl);
  const lines: FaultyLine[] = [];
  const clients: BackendClient[] = [];
  const violations: string[] = [];
  const violate = (promise: string, detail: string): void => void violations.push(`${promise}: ${detail}`);
  try {
    const offices = await fillOffices(db, 2, REPORTS_PER_OPD);
    const officers: BusyOfficer[] = [];
    for (const [n, at] of WHO.entries()) {
      const office = offices[at] as Office;
      const name = `petugas${n}`;
      const line = await startFaultyLine(stack.central.address(), seededPlan(seed + n, SHARE));
      lines.push(line);
      const code = await createCode(db, { agency: office, role: 'penghubung', name }, new Date());
      const app = stack.host(name, { code, centralUrl: line.address });
      await app.start();
      const client = await connectBackend(app.address());
      clients.push(client);
      officers.push(new BusyOfficer(name, office.id, seededRandom(seed + 100 + n), () => client.backend));
    }
    await Promise.all(officers.map((officer) => untilSynced(officer, violate)));

    const until = Date.now() + ms;
    const work = officers.map(async (officer) => {
      while (Date.now() < until) {
        await officer.act();
        await delay(PAUSE_MS);
      }
    });
    let serviceKills = 0;
    while (Date.now() + KILL_EVERY_MS < until) {
      await delay(KILL_EVERY_MS);
      serviceKills++;
      await stack.central.kill();
      await stack.central.start();
    }
    await Promise.all(work);

    await Promise.all(lines.map((line) => line.calm()));
    await comeToRest(officers, violate);
    const decided = await readDecided(db);
    for (const officer of officers) await checkPromises(officer, decided, db, violate);
    const outcomes = [...decided.results.values()].map(({ outcome }) => outcome);
    return {
      confirmed: officers.reduce((sum, { commands }) => sum + commands.size, 0),
      accepted: outcomes.filter((outcome) => outcome === 'accepted').length,
      refused: outcomes.filter((outcome) => outcome === 'refused').length,
      faults: added(lines.map((line) => line.counts())),
      serviceKills,
      violations,
    };
  } finally {
    for (const client of clients) client.close();
    await stack.close();
    for (const line of lines) await line.close();
    await close();
  }
}

function added(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const one of counts) for (const [kind, n] of Object.entries(one)) sums[kind] = (sums[kind] ?? 0) + n;
  return sums;
}
