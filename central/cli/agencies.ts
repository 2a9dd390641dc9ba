import { parseArgs } from 'node:util';
import { findAgency, listAgencies } from '../store/agencies.ts';
import { registerAgencies } from '../store/tray.ts';
import { Plain, say } from '../words.ts';
import { WHERE_OPTIONS, withDatabase } from './where.ts';

/** `agencies`: lists the OPDs. `agencies add NAME [--id N]`: adds one, with its id in LAPOR!. */
export async function agencies(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...WHERE_OPTIONS, id: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [verb, ...words] = positionals;
  const name = words.join(' ').trim();
  if (verb !== undefined && verb !== 'add') throw new Plain('agenciesUsage');
  if (verb === 'add' && name === '') throw new Plain('agenciesUsage');
  const laporId = values.id?.trim() || null;

  return withDatabase(values.data, async (db) => {
    if (verb === undefined) {
      for (const { id, name } of await listAgencies(db)) {
        console.log(values.json ? JSON.stringify({ id, name }) : `${id}\t${name}`);
      }
      return 0;
    }
    const [added] = await db.transaction().execute((tx) => registerAgencies(tx, [{ name, laporId }]));
    const agency = added?.agency ?? (await findAgency(db, laporId ?? name)) ?? (await findAgency(db, name));
    if (values.json) console.log(JSON.stringify({ agency, added: added !== undefined }));
    else if (added === undefined) console.log(say('agencyKnown', { ...agency }));
    else console.log(say('agencyAdded', { ...agency, reports: added.reports }));
    return 0;
  });
}
