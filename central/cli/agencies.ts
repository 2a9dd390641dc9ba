import { findAgency, listAgencies, setApproval } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { registerAgencies } from '../store/unassigned-agencies.ts';
import { agencyNamed, command, FLAG, printLines, TEXT } from './command.ts';
import { CliError, t } from './messages.ts';

/**
 * `agencies`: lists the agencies. `agencies add NAME [--id N]`: adds one, with its id in LAPOR!. `agencies
 * approval on|off NAME`: whether what the agency says to a reporter is approved by somebody else first.
 */
export const agencies = command(
  { options: { id: TEXT, json: FLAG }, words: true },
  async ({ values: { id, json }, words, withDb }) => {
    const [verb, ...others] = words;
    const [choice, ...rest] = verb === 'approval' ? others : ['', ...others];
    const name = rest.join(' ').trim();
    if (verb === undefined) return withDb((db) => list(db, json));
    if (verb === 'add' && name !== '') return withDb((db) => add(db, name, id?.trim() || null, json));
    if (verb === 'approval' && (choice === 'on' || choice === 'off') && name !== '')
      return withDb((db) => approve(db, choice, name));
    throw new CliError('agenciesUsage');
  },
);

async function list(db: Db, json: boolean | undefined): Promise<void> {
  const all = (await listAgencies(db)).map(({ id, name }) => ({ id, name }));
  printLines(all, json, ({ id, name }) => [id, name]);
}

async function add(db: Db, name: string, laporId: string | null, json: boolean | undefined): Promise<void> {
  const [added] = await db.transaction().execute((tx) => registerAgencies(tx, [{ name, laporId }]));
  const agency = added?.agency ?? (await findAgency(db, laporId ?? name)) ?? (await findAgency(db, name));
  const details = { id: agency?.id ?? '', name: agency?.name ?? name };
  if (json) console.log(JSON.stringify({ agency, added: added !== undefined }));
  else if (added === undefined) console.log(t('agencyKnown', details));
  else console.log(t('agencyAdded', { ...details, reports: added.reports }));
}

async function approve(db: Db, choice: 'on' | 'off', opd: string): Promise<void> {
  const { id, name } = await agencyNamed(db, opd);
  await db.transaction().execute((tx) => setApproval(tx, id, choice === 'on'));
  console.log(t(choice === 'on' ? 'approvalOn' : 'approvalOff', { name }));
}
