import { parseArgs } from 'node:util';
import { findAgency, listAgencies, setApproval } from '../store/agencies.ts';
import { registerAgencies } from '../store/unassigned-agencies.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { CliError, t } from './messages.ts';

/**
 * `agencies`: lists the agencies. `agencies add NAME [--id N]`: adds one, with its id in LAPOR!. `agencies
 * approval on|off NAME`: whether what the agency says to a reporter is approved by somebody else first.
 */
export async function agencies(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...DATABASE_OPTIONS, id: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [verb, ...words] = positionals;
  const name = words.join(' ').trim();
  if (verb === 'approval') return approval(values.data, words);
  if (verb !== undefined && verb !== 'add') throw new CliError('agenciesUsage');
  if (verb === 'add' && name === '') throw new CliError('agenciesUsage');
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
    const details = { id: agency?.id ?? '', name: agency?.name ?? name };
    if (values.json) console.log(JSON.stringify({ agency, added: added !== undefined }));
    else if (added === undefined) console.log(t('agencyKnown', details));
    else console.log(t('agencyAdded', { ...details, reports: added.reports }));
    return 0;
  });
}

async function approval(data: string | undefined, [choice, ...words]: readonly string[]): Promise<number> {
  const name = words.join(' ').trim();
  if ((choice !== 'on' && choice !== 'off') || name === '') throw new CliError('agenciesUsage');
  return withDatabase(data, async (db) => {
    const agency = await findAgency(db, name);
    if (agency === null) throw new CliError('unknownOpd', { opd: name });
    await db.transaction().execute((tx) => setApproval(tx, agency.id, choice === 'on'));
    console.log(t(choice === 'on' ? 'approvalOn' : 'approvalOff', { name: agency.name }));
    return 0;
  });
}
