import { mkdirSync } from 'node:fs';
import { openCentre } from './central.ts';
import { type Job, simulate } from './simulate.ts';

// A process of the pool (`pool.ts`): one central service over a database of its own, one job after the other.
const [databaseUrl, folder, large] = process.argv.slice(2);
if (databaseUrl === undefined || folder === undefined) throw new Error('worker.ts DATABASE_URL FOLDER');
mkdirSync(folder, { recursive: true });
const centre = await openCentre(databaseUrl, folder, large === 'large');

process.on('message', (job: Job) => {
  simulate(centre, folder, job).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ broken: error instanceof Error ? error.stack : String(error) }),
  );
});
// Whoever wanted the results is gone.
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
