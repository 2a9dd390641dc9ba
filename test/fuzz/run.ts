import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { databaseFolder } from '../support/database-folder.ts';
import { fuzz } from './fuzz.ts';
import { FAULTS } from './judge.ts';

// Requests as they should be and as they should not, over both contracts: `npm run fuzz -- --requests 100000
// [--seed 7] [--json]`.
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261130' },
    /** One line at the end; what was found is told beside it. */
    json: { type: 'boolean', default: false },
  },
});
const folder = databaseFolder('acak');
const pcs = join(folder, 'pc');
mkdirSync(pcs);
const postgres = await openEmbeddedPostgres(join(folder, 'central'));
try {
  const began = performance.now();
  const report = await fuzz({
    databaseUrl: postgres.url,
    databaseLog: join(folder, 'central/postgres/server.log'),
    folder: pcs,
    requests: Number(values.requests),
    seed: Number(values.seed),
    tell: (line) => console.error(line),
  });
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.error(`${seconds} s`);
  if (values.json) console.log(JSON.stringify(report));
  else for (const [name, count] of Object.entries(report)) console.log(`${name}: ${count}`);
  process.exitCode = FAULTS.every((fault) => report[fault] === 0) ? 0 : 1;
} finally {
  await postgres.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
