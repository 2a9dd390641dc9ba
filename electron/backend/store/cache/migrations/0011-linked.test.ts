import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';
import { LINKED_SQL } from '../linked.ts';

test('reports linked to another one are found among the linked ones alone', () => {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(
    opened.db,
    CACHE_MIGRATIONS.filter(({ version }) => version <= 11),
  );
  expect(queryPlan(opened.db, LINKED_SQL)[0]).toBe('SCAN complaint USING INDEX complaint_linked');
  opened.db.close();
});
