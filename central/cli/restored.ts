import { beginEpoch } from '../store/service-row.ts';
import { command } from './command.ts';
import { t } from './messages.ts';

/**
 * Tells every client that the history here is not a continuation of what it knows. It may run beside the
 * service.
 */
export const restored = command({ options: {} }, async ({ withDb }) => {
  await withDb(beginEpoch);
  console.log(t('restored'));
});
