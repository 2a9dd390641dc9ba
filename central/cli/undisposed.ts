import { disposeComplaint } from '../commands/dispose.ts';
import { listUndisposed } from '../store/complaints.ts';
import type { Db } from '../store/database.ts';
import { agencyNamed, command, FLAG, printLines, TEXT } from './command.ts';
import { CliError, t } from './messages.ts';

/**
 * `waiting`: lists the complaints that offices recorded and that no agency has yet, without who told of them.
 * `waiting give NUMBER --opd NAME`: gives one to an agency.
 */
export const undisposed = command(
  { options: { opd: TEXT, json: FLAG }, words: true },
  async ({ values, words: [verb, number, ...rest], withDb }) => {
    const opd = values.opd?.trim() ?? '';
    if (verb === undefined) return withDb((db) => list(db, values.json));
    if (verb === 'give' && number !== undefined && rest.length === 0 && opd !== '')
      return withDb((db) => give(db, number, opd));
    throw new CliError('waitingUsage');
  },
);

async function list(db: Db, json: boolean | undefined): Promise<void> {
  const all = await listUndisposed(db);
  printLines(all, json, ({ number, receivedAt, channel, title }) => [number, receivedAt, channel, title]);
  if (all.length === 0 && !json) console.log(t('waitingNone'));
}

async function give(db: Db, number: string, opd: string): Promise<void> {
  const agency = await agencyNamed(db, opd);
  const disposed = await db.transaction().execute((tx) => disposeComplaint(tx, number, agency, new Date()));
  if (!disposed) throw new CliError('waitingUnknown', { number });
  console.log(t('waitingGiven', { number, name: agency.name }));
}
