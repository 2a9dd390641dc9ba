import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import * as z from 'zod';
import { entryRowsOf, rowOf } from '#shared/domain/complaint/row.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { ROOT } from '../../build/base/paths.ts';
import { launch } from '../../build/start/children.ts';
import { steadyPort } from '../../build/start/ports.ts';
import { migrate } from '../../central/migrations/migrate.ts';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { createCode, hashOf } from '../../central/store/accounts.ts';
import { addAgencies } from '../../central/store/agencies.ts';
import { insertComplaints } from '../../central/store/complaints.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { insertEntries } from '../../central/store/entries.ts';
import { publish } from '../../central/store/feed.ts';
import manifest from '../../package.json' with { type: 'json' };
import { databaseFolder } from '../support/database-folder.ts';
import { AGENCY, inventedComplaint, SMALL_AGENCY } from './invented.ts';

export type CentralSide = {
  readonly address: string;
  /** A one-time code for an officer of this agency; that of the first load when absent. */
  readonly code: (agency?: Agency) => Promise<string>;
  /** A token of an officer of this agency; that of the first load when absent. */
  readonly token: (agency?: Agency) => Promise<string>;
  /** Tokens of further devices of an officer of the agency of the first load. */
  readonly devices: (count: number) => Promise<readonly string[]>;
  /** Of the service. */
  readonly pid: number;
  /**
   * Gives `count` complaints of that agency a new revision whose title ends in `word`, in one transaction.
   * @returns their ids
   */
  readonly change: (count: number, word: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

const ROWS_AT_ONCE = 1_000;
/** As `npm run central` starts it. */
const NODE_OPTIONS = manifest.scripts.central.split(' ').filter((word) => word.startsWith('--'));
const SMALL_COMPLAINTS = 60;

/**
 * The real central service in a process of its own over a real PostgreSQL, holding `count` complaints of one
 * agency and a few of a small one.
 */
export async function startCentralSide(count: number, now: number): Promise<CentralSide> {
  const folder = databaseFolder('bench-central');
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
    await fill(db, AGENCY, 0, count, now);
    await fill(db, SMALL_AGENCY, count, SMALL_COMPLAINTS, now);
    const service = await launch({
      command: 'node',
      args: [...NODE_OPTIONS, join(ROOT, 'central/cli.ts'), 'serve', '--port', String(await steadyPort())],
      cwd: folder,
      env: { DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' },
      log: join(folder, 'central.log'),
      onSpawn: (running) => undo.push(() => running.stop()),
    });
    if (!service.ok) throw new Error('the central service did not start');
    const address = String(service.message.address);
    const code: CentralSide['code'] = (agency = AGENCY) =>
      createCode(db, { agency, role: 'penghubung', officerId: null, name: null }, new Date());
    return {
      address,
      code,
      token: async (agency) => tokenFor(address, await code(agency)),
      devices: async (wanted) => devices(db, await tokenFor(address, await code()), wanted),
      pid: service.running.pid,
      change: (changed, word) => change(db, changed, word),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function tokenFor(address: string, code: string): Promise<string> {
  const response = await fetch(`${address}/v1/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: 'Raw', device: 'bench' }),
  });
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

/** What enrolling would write, in one statement. */
async function devices(db: Db, token: string, count: number): Promise<readonly string[]> {
  const tokens = Array.from({ length: count }, (_, n) => `${token}-${n}`);
  await sql`
    insert into tokens (hash, officer_id, device, created_at)
    select sha256(more::bytea), officer_id, 'bench', now()
    from unnest(${tokens}::text[]) as more, tokens where hash = ${hashOf(token)}`.execute(db);
  return tokens;
}

async function change(db: Db, count: number, word: string): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update complaints set revision = revision + 1, title = title || ' ' || ${word}::text
      where id in (select id from complaints where agency_id = ${AGENCY.id} order by id limit ${count})
      returning id`.execute(tx);
    await publish(
      tx,
      rows.map(({ id }) => ({ agencyId: AGENCY.id, kind: 'upsert' as const, complaintId: id })),
    );
    return rows.map(({ id }) => id);
  });
}

async function fill(db: Db, agency: Agency, from: number, count: number, now: number): Promise<void> {
  await db.transaction().execute((tx) => addAgencies(tx, [{ name: agency.name, laporId: agency.id }]));
  for (let first = from; first < from + count; first += ROWS_AT_ONCE) {
    const complaints = Array.from({ length: Math.min(ROWS_AT_ONCE, from + count - first) }, (_, n) => ({
      ...inventedComplaint(first + n, now),
      agency,
    }));
    await db.transaction().execute(async (tx) => {
      await insertComplaints(tx, complaints.map(rowOf));
      await insertEntries(tx, complaints.flatMap(entryRowsOf));
      await publish(
        tx,
        complaints.map(({ id }) => ({ agencyId: agency.id, kind: 'upsert' as const, complaintId: id })),
      );
    });
  }
}
