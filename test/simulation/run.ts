import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fastFolder } from '../../build/test/fast-folder.ts';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { databaseFolder } from '../support/database-folder.ts';
import { BREAKAGE_NAMES } from './breakages.ts';
import { openPool } from './pool.ts';
import { runSeeds } from './seeds.ts';
import { type Outcome, STEPS_PER_SEED } from './simulate.ts';

// Runs the simulation: `npm run simulate -- --seeds 300 [--from 1] [--workers 2] [--break NAME]`; five years of
// one office: `--seeds 1 --steps 4000 --days 1826`; over a million rows: `--seeds 1 --large`.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    break: { type: 'string' },
    steps: { type: 'string', default: String(STEPS_PER_SEED) },
    days: { type: 'string', default: '0' },
    large: { type: 'boolean', default: false },
  },
});
/** Seeds between two lines of how far it is, which go to stderr. */
const TOLD_EACH = 500;
const breakage = BREAKAGE_NAMES.find((name) => name === values.break);
if (values.break !== undefined && breakage === undefined) {
  console.error(`--break: ${BREAKAGE_NAMES.join(', ')}`);
  process.exit(2);
}
const count = wholeNumber(values.seeds);
const from = wholeNumber(values.from);
const workers = Math.max(1, Math.min(wholeNumber(values.workers), count));

const files = mkdtempSync(join(fastFolder(), 'penghubung-simulasi-'));
const cluster = databaseFolder('simulasi');
const postgres = await openEmbeddedPostgres(cluster, {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '500',
});
let ended = 0;
let steps = 0;
let violations = 0;
try {
  const pool = await openPool(await databases(postgres.url, workers), files, values.large);
  try {
    await runSeeds(pool, workers, {
      from,
      count,
      length: wholeNumber(values.steps),
      days: wholeNumber(values.days),
      ...(breakage === undefined ? {} : { breakage }),
      ended: (outcome) => {
        ended++;
        steps += outcome.steps.length;
        violations += outcome.violations.length;
        if (outcome.violations.length > 0) tell(outcome);
        if (ended % TOLD_EACH === 0) console.error(JSON.stringify({ seeds: ended, steps, violations }));
        return false;
      },
    });
  } finally {
    await pool.close();
  }
} finally {
  await postgres.close();
  for (const folder of [files, cluster]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(JSON.stringify({ seeds: ended, steps, violations }));
process.exitCode = violations === 0 ? 0 : 1;

/** One for each process. */
async function databases(serverUrl: string, wanted: number): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const urls = [];
  for (let n = 0; n < wanted; n++) {
    await client.query(`create database simulation_${n}`);
    const url = new URL(serverUrl);
    url.pathname = `/simulation_${n}`;
    urls.push(url.href);
  }
  await client.end();
  return urls;
}

/** Everything that is needed to see it again. */
function tell({ seed, steps: taken, violations: found }: Outcome): void {
  console.log(`seed ${seed}`);
  for (const [n, step] of taken.entries()) console.log(`  ${n} ${JSON.stringify(step)}`);
  for (const violation of found) console.log(`  ! ${JSON.stringify(violation)}`);
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`not a whole number: ${text}`);
}
