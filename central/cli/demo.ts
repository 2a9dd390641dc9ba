import { parseArgs } from 'node:util';
import { listAgencies } from '../store/agencies.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { fillDemo } from './fill-demo.ts';
import { t } from './messages.ts';

const SEED = 20_261_124;

/** Fills an empty database with the invented regency and names its agencies. */
export async function demo(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...DATABASE_OPTIONS, json: { type: 'boolean' } },
  });
  return withDatabase(values.data, async (db) => {
    const filled = await fillDemo(db, { seed: SEED, now: new Date() });
    const agencies = filled?.agencies ?? (await listAgencies(db));
    if (values.json) {
      console.log(JSON.stringify({ filled: filled !== null, complaints: filled?.complaints ?? 0, agencies }));
      return 0;
    }
    if (filled === null) console.log(t('demoPresent'));
    else console.log(t('demoFilled', { complaints: filled.complaints, agencies: filled.agencies.length }));
    for (const { name } of agencies) console.log(name);
    return 0;
  });
}
