import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runImport } from '../../central/import/run-import.ts';
import { createCode } from '../../central/store/accounts.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { type Random, seededRandom } from '../../demo/random.ts';
import { percentile } from '../bench/statistics.ts';
import { exportRow, makeExport } from '../support/excel.ts';
import { startStack } from '../support/stack.ts';
import { seededPlan } from './fault-plan.ts';
import { startFaultyLine } from './fault-proxy.ts';
import { type OfficersProcess, startOfficers } from './officers-process.ts';
import { fillOffices, type Office } from './offices.ts';

export type ManyOptions = {
  /** An empty database. */
  readonly databaseUrl: string;
  readonly agencies: number;
  readonly officers: number;
  readonly reportsEach: number;
  /** How long they work, ms. */
  readonly ms: number;
  /** Between two things that an officer does, ms of this machine's time. */
  readonly pauseMs: number;
  /**
   * How much faster than here time passes on the officers' PCs: the ten seconds of undo are part of every
   * command.
   */
  readonly speed: number;
  /** Share of the requests that meet a fault. */
  readonly faultShare: number;
  readonly importEveryMs: number;
  /** Between two `kill -9` of the central service, ms; null: it is left alone. */
  readonly killEveryMs: number | null;
  /** Processes that carry the officers. */
  readonly processes: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
};

export type ManyReport = {
  readonly officers: number;
  readonly agencies: number;
  readonly minutes: number;
  /** That the apps had confirmed, reading marks not among them. */
  readonly commands: number;
  readonly accepted: number;
  readonly refused: number;
  readonly faults: number;
  readonly serviceKills: number;
  readonly imports: number;
  /** Complaints that an import gave to another agency. */
  readonly moved: number;
  /** From a request with commands to its answer, at the service's door, ms. */
  readonly p50CommandMs: number;
  readonly p95CommandMs: number;
  readonly requestsPerSecond: number;
  readonly violations: readonly string[];
};

const STATUSES = ['Terverifikasi', 'Terverifikasi', 'Ditanggapi oleh Pelapor', 'Ditunda'] as const;
const ROWS_OF_AN_IMPORT = 20;
/** Columns that these exports do not have: who reported, and whether anonymously, stays as it is. */
const UNTOLD: readonly string[] = ['Nama Pelapor', 'Tipe Laporan (Anonim/Rahasia)'];
const TELL_EVERY_MS = 30_000;

/**
 * Many officers of many agencies on one central service: real engines, stores and HTTP, a line that
 * misbehaves, imports that give complaints to other agencies. When faults and work stop, every client is
 * compared with PostgreSQL.
 */
export async function workAsMany(options: ManyOptions): Promise<ManyReport> {
  const { databaseUrl, ms, tell } = options;
  const random = seededRandom(options.seed);
  const stack = await startStack({ databaseUrl });
  const { db, close } = openDatabase(databaseUrl);
  const commandMs: number[] = [];
  let requests = 0;
  const line = await startFaultyLine(
    stack.central.address(),
    seededPlan(options.seed, options.faultShare),
    ({ path, ms: taken }) => {
      requests++;
      if (path === '/v1/commands') commandMs.push(taken);
    },
  );
  const processes: OfficersProcess[] = [];
  try {
    const offices = await fillOffices(db, options.agencies, options.reportsEach);
    const people = await Promise.all(
      Array.from({ length: options.officers }, async (_, n) => {
        const agency = offices[n % offices.length] as Office;
        const name = `p${n}`;
        const code = await createCode(db, { agency, role: 'penghubung', name }, new Date());
        return { name, agencyId: agency.id, code };
      }),
    );
    for (let n = 0; n < options.processes; n++) {
      const folder = join(stack.folder, `officers-${n}`);
      mkdirSync(folder);
      processes.push(
        await startOfficers({
          databaseUrl,
          folder,
          centralUrl: line.address,
          people: people.filter((_, i) => i % options.processes === n),
          pauseMs: options.pauseMs,
          speed: options.speed,
          seed: options.seed + 1 + n,
        }),
      );
    }
    tell(`${people.length} officers are enrolled and have their reports`);
    requests = 0;
    commandMs.length = 0;
    const began = Date.now();
    const until = began + ms;
    const centre = new CentreWork(db, offices, random, stack.folder);
    for (const one of processes) one.work();
    const imports = everySoOften(options.importEveryMs, until, () => centre.importSome());
    const kills = everySoOften(options.killEveryMs, until, async () => {
      await stack.central.kill();
      await stack.central.start();
    });
    const news = everySoOften(TELL_EVERY_MS, until, async () => {
      const p95 = Math.round(percentile(commandMs, 0.95));
      tell(`${requests} requests, p95 of ${commandMs.length} with commands ${p95} ms`);
    });
    const [imported, serviceKills] = await Promise.all([imports, kills, news, delay(ms)]);
    const seconds = (Date.now() - began) / 1_000;
    const figures = {
      p50CommandMs: Math.round(percentile(commandMs, 0.5)),
      p95CommandMs: Math.round(percentile(commandMs, 0.95)),
      requestsPerSecond: Math.round(requests / seconds),
    };
    tell('the faults stop');
    await Promise.all(processes.map((one) => one.stopWork()));
    await line.calm();
    // Twice: first everybody sends what is left, then everybody reads what the others have sent.
    for (let round = 0; round < 2; round++) await Promise.all(processes.map((one) => one.untilSynced()));
    tell('everybody is at rest');
    const checked = await Promise.all(processes.map((one) => one.check()));
    const outcomes = await db
      .selectFrom('commandResults')
      .select((count) => ['outcome', count.fn.countAll<number>().as('count')])
      .where('kind', '!=', 'mark_read')
      .groupBy('outcome')
      .execute();
    const countOf = (outcome: string): number => outcomes.find((one) => one.outcome === outcome)?.count ?? 0;
    return {
      officers: options.officers,
      agencies: options.agencies,
      minutes: Math.round(seconds / 6) / 10,
      commands: checked.reduce((sum, { commands }) => sum + commands, 0),
      accepted: countOf('accepted'),
      refused: countOf('refused'),
      faults: Object.values(line.counts()).reduce((sum, count) => sum + count, 0),
      serviceKills,
      imports: imported,
      moved: centre.moved,
      ...figures,
      violations: checked.flatMap(({ violations }) => violations),
    };
  } finally {
    for (const one of processes) await one.close();
    await line.close();
    await close();
    await stack.close();
  }
}

/** What the Admin Instansi does meanwhile: imports that give complaints to other agencies. */
class CentreWork {
  moved = 0;
  readonly #db: Db;
  readonly #offices: readonly Office[];
  readonly #random: Random;
  readonly #folder: string;
  #files = 0;

  constructor(db: Db, offices: readonly Office[], random: Random, folder: string) {
    this.#db = db;
    this.#offices = offices;
    this.#random = random;
    this.#folder = folder;
  }

  async importSome(): Promise<void> {
    const random = this.#random;
    const ids = new Set<string>();
    while (ids.size < ROWS_OF_AN_IMPORT) {
      const { trackingIds } = this.#pick();
      ids.add(trackingIds[random.between(0, trackingIds.length - 1)] as string);
    }
    const rows = [...ids].map((trackingId) => {
      const { id, name } = this.#pick();
      return exportRow({
        'Tracking ID': trackingId,
        'Status Laporan': random.pick(STATUSES),
        'ID Instansi Terdisposisi': Number(id),
        'Instansi Terdisposisi': name,
      });
    });
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !UNTOLD.includes(name));
    const path = join(this.#folder, `ekspor-${++this.#files}.xlsx`);
    await makeExport(rows, { path, columns });
    const { applied, changed } = await runImport(this.#db, {
      path,
      apply: true,
      skipRejected: false,
      createAgencies: false,
      now: new Date(),
    });
    if (!applied) throw new Error('the import was not taken');
    this.moved += changed;
  }

  #pick(): Office {
    return this.#offices[this.#random.between(0, this.#offices.length - 1)] as Office;
  }
}

/** Does something again and again until a time, and answers how often. */
async function everySoOften(
  everyMs: number | null,
  until: number,
  work: () => Promise<void>,
): Promise<number> {
  let done = 0;
  if (everyMs === null) return done;
  while (Date.now() + everyMs < until) {
    await delay(everyMs);
    await work();
    done++;
  }
  return done;
}
