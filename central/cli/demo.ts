import { listAgencies } from '../store/agencies.ts';
import { command, FLAG } from './command.ts';
import { fillDemo } from './fill-demo.ts';
import { t } from './messages.ts';

const SEED = 20_261_124;

/** Fills an empty database with the invented regency and names its agencies. */
export const demo = command({ options: { json: FLAG } }, ({ values, withDb }) =>
  withDb(async (db) => {
    const filled = await fillDemo(db, { seed: SEED, now: new Date() });
    const agencies = filled?.agencies ?? (await listAgencies(db));
    if (values.json) {
      console.log(JSON.stringify({ filled: filled !== null, complaints: filled?.complaints ?? 0, agencies }));
      return;
    }
    if (filled === null) console.log(t('demoPresent'));
    else console.log(t('demoFilled', { complaints: filled.complaints, agencies: filled.agencies.length }));
    for (const { name } of agencies) console.log(name);
  }),
);
