import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../build/build.ts';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { databaseFolder } from '../support/database-folder.ts';
import { writeOnSlowLink } from './slow-link.ts';

// An officer on a slow link: `npm run slow-link -- --follow-ups 20 --photo 300 --kbit 64 --round-trip 600
// --loss 0.05 --drops 2`.
const { values } = parseArgs({
  options: {
    'follow-ups': { type: 'string', default: '20' },
    /** kB of each photo; 0: texts only. */
    photo: { type: 'string', default: '300' },
    kbit: { type: 'string', default: '64' },
    'round-trip': { type: 'string', default: '600' },
    loss: { type: 'string', default: '0.05' },
    drops: { type: 'string', default: '0' },
    seed: { type: 'string', default: '20261124' },
  },
});
await buildIfStale();
const folder = databaseFolder('lambat');
const postgres = await openEmbeddedPostgres(folder);
try {
  const link = {
    bitsPerSecond: Number(values.kbit) * 1_000,
    roundTripMs: Number(values['round-trip']),
    loss: Number(values.loss),
    seed: Number(values.seed),
  };
  const report = await writeOnSlowLink({
    databaseUrl: postgres.url,
    followUps: Number(values['follow-ups']),
    photoBytes: Number(values.photo) * 1_000,
    link,
    drops: Number(values.drops),
    tell: (line) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`),
  });
  for (const violation of report.violations) console.log(`! ${violation}`);
  console.log(JSON.stringify({ ...link, ...report, violations: report.violations.length }));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
} finally {
  await postgres.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
