import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { databaseFolder } from '../support/database-folder.ts';
import { workAsMany } from './many-officers.ts';

// Many officers on one central service: `npm run load -- --minutes 10 --agencies 60 --officers 200 [--pause
// 4]`.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    agencies: { type: 'string', default: '60' },
    officers: { type: 'string', default: '200' },
    /** Seconds between two things that an officer does. */
    pause: { type: 'string', default: '4' },
    processes: { type: 'string', default: '3' },
    seed: { type: 'string', default: '20261124' },
  },
});
const folder = databaseFolder('beban');
const postgres = await openEmbeddedPostgres(folder);
try {
  const report = await workAsMany({
    databaseUrl: postgres.url,
    agencies: positive(values.agencies),
    officers: positive(values.officers),
    reportsEach: 40,
    ms: positive(values.minutes) * 60_000,
    pauseMs: positive(values.pause) * 1_000,
    speed: 1,
    faultShare: 0.08,
    importEveryMs: 5_000,
    killEveryMs: 120_000,
    processes: positive(values.processes),
    seed: positive(values.seed),
    tell: (line) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`),
  });
  for (const violation of report.violations) console.log(`! ${violation}`);
  console.log(JSON.stringify({ ...report, violations: report.violations.length }));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
} finally {
  await postgres.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function positive(text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new Error(`not a number above zero: ${text}`);
}
