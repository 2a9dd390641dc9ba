import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';
import { FORGET_UNNAMED_SQL, NEXT_OF_OPEN_SQL } from '../fetched-files.ts';
import { fetchedFiles } from './0006-fetched-files.ts';

test('pieces go with their file, and files are found from the newest report on without sorting', () => {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  const { db } = opened;
  migrate(db, [...CACHE_MIGRATIONS.filter(({ version }) => version < 6), fetchedFiles]);
  db.exec(`
    INSERT INTO fetched_file (sha256, size, used_at) VALUES ('a', 3, 0);
    INSERT INTO fetched_piece VALUES ('a', 0, x'010203');
    DELETE FROM fetched_file`);
  expect(db.prepare('SELECT count(*) AS n FROM fetched_piece').get()).toEqual({ n: 0 });
  const plan = queryPlan(db, NEXT_OF_OPEN_SQL).join('\n');
  expect(plan).not.toContain('TEMP B-TREE');
  expect(plan).toContain('SEARCH complaint USING INTEGER PRIMARY KEY');
  expect(queryPlan(db, FORGET_UNNAMED_SQL).join('\n')).toContain('entry_attachment_file (sha256=?)');
});
