import { parseArgs } from 'node:util';
import { disposeComplaint } from '../commands/dispose.ts';
import { findAgency } from '../store/agencies.ts';
import { listUndisposed } from '../store/undisposed-complaints.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { CliError, t } from './messages.ts';

/**
 * `waiting`: lists the complaints that offices recorded and that no agency has yet, without who told of them.
 * `waiting give NUMBER --opd NAME`: gives one to an agency.
 */
export async function undisposed(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...DATABASE_OPTIONS, opd: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [verb, number, ...rest] = positionals;
  const opd = values.opd?.trim() ?? '';
  const gives = verb === 'give' && number !== undefined && rest.length === 0 && opd !== '';
  if (verb !== undefined && !gives) throw new CliError('waitingUsage');
  return withDatabase(values.data, async (db) => {
    if (number === undefined) {
      const complaints = await listUndisposed(db);
      for (const complaint of complaints) {
        const { receivedAt, channel, title } = complaint;
        console.log(
          values.json ? JSON.stringify(complaint) : [complaint.number, receivedAt, channel, title].join('\t'),
        );
      }
      if (complaints.length === 0 && !values.json) console.log(t('waitingNone'));
      return 0;
    }
    const agency = await findAgency(db, opd);
    if (agency === null) throw new CliError('unknownOpd', { opd });
    const disposed = await db.transaction().execute((tx) => disposeComplaint(tx, number, agency, new Date()));
    if (!disposed) throw new CliError('waitingUnknown', { number });
    console.log(t('waitingGiven', { number, name: agency.name }));
    return 0;
  });
}
