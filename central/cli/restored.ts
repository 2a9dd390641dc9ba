import { beginEpoch } from '../store/service-row.ts';
import { command } from './command.ts';
import { t } from './messages.ts';

/** Tells every client that the history here does not continue what it knows; the service may run. */
export const restored = command({ options: {} }, async ({ withDb }) => {
  await withDb((db) => beginEpoch(db, new Date()));
  console.log(t('restored'));
});
