import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { openCentre } from './centre.ts';
import { BREAKAGES, type Outcome, simulate } from './simulate.ts';

// Runs the simulation: `npm run simulate -- --seeds 300 [--from 1] [--break idempotency|feed_lock|durability]`.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    break: { type: 'string' },
  },
});
const breakage = BREAKAGES.find((name) => name === values.break);
if (values.break !== undefined && breakage === undefined) {
  console.error(`--break: ${BREAKAGES.join(', ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'penghubung-simulasi-'));
// The database may run as another user, who must be able to enter.
chmodSync(folder, 0o755);
const postgres = await openEmbeddedPostgres(folder, {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
});
const centre = await openCentre(postgres.url, join(folder, 'ekspor.xlsx'));
let steps = 0;
let violations = 0;
const count = wholeNumber(values.seeds);
const from = wholeNumber(values.from);
try {
  for (let seed = from; seed < from + count; seed++) {
    const outcome = await simulate({ centre, folder, seed, ...(breakage === undefined ? {} : { breakage }) });
    steps += outcome.steps.length;
    violations += outcome.violations.length;
    if (outcome.violations.length > 0) tell(outcome);
  }
} finally {
  await centre.close();
  await postgres.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(JSON.stringify({ seeds: count, steps, violations }));
process.exitCode = violations === 0 ? 0 : 1;

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
