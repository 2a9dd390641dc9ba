import { parseArgs } from 'node:util';
import { beginEpoch } from '../store/service-row.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { t } from './messages.ts';

/**
 * Tells every client that the history here is not a continuation of what it knows. It may run beside the
 * service.
 */
export async function restored(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: DATABASE_OPTIONS });
  await withDatabase(values.data, beginEpoch);
  console.log(t('restored'));
  return 0;
}
