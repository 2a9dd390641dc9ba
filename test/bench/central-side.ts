import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/paths.ts';
import { launch } from '../../build/start/children.ts';
import { migrate } from '../../central/migrations/migrate.ts';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { createCode } from '../../central/store/accounts.ts';
import { addAgencies } from '../../central/store/agencies.ts';
import { complaintRow, insertComplaints, insertEntries } from '../../central/store/complaints.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { publish } from '../../central/store/feed.ts';
import { inventedReport, OPD } from './invented.ts';

export type CentralSide = {
  readonly address: string;
  readonly code: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const ROWS_AT_ONCE = 1_000;

/** The real central service in a process of its own over a real PostgreSQL, holding `count` reports of one OPD. */
export async function startCentralSide(count: number, now: number): Promise<CentralSide> {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-bench-central-'));
  // PostgreSQL runs as another user where this runs as root, and must be able to enter.
  chmodSync(folder, 0o755);
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const postgres = await openEmbeddedPostgres(join(folder, 'postgres'));
    undo.push(() => postgres.close());
    const { db, close: closeDatabase } = openDatabase(postgres.url);
    undo.push(closeDatabase);
    await migrate(db);
    await fill(db, count, now);
    const service = await launch({
      command: 'node',
      args: [join(ROOT, 'central/cli.ts'), 'serve', '--port', '0'],
      cwd: folder,
      env: { DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' },
      log: join(folder, 'central.log'),
      onSpawn: (running) => undo.push(() => running.stop()),
    });
    if (!service.ok) throw new Error('the central service did not start');
    return {
      address: String(service.message.address),
      code: () =>
        createCode(db, { agency: OPD, role: 'penghubung', officerId: null, name: null }, new Date()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(db: Db, count: number, now: number): Promise<void> {
  await db.transaction().execute((tx) => addAgencies(tx, [{ name: OPD.name, laporId: OPD.id }]));
  for (let first = 0; first < count; first += ROWS_AT_ONCE) {
    const reports = Array.from({ length: Math.min(ROWS_AT_ONCE, count - first) }, (_, n) =>
      inventedReport(first + n, now),
    );
    const entries = reports.flatMap(({ id, timeline }) =>
      timeline.map((entry) => ({ ...entry, complaintId: id })),
    );
    await db.transaction().execute(async (tx) => {
      await insertComplaints(tx, reports.map(complaintRow));
      await insertEntries(tx, entries);
      await publish(
        tx,
        reports.map(({ id }) => ({ agencyId: OPD.id, kind: 'upsert' as const, complaintId: id })),
      );
    });
  }
}
