import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSearch } from '#shared/domain/text/search-query.ts';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';
import { passingSql, type Source, sourceSql } from '../search-filtered.ts';
import { conditionOf, reachOf } from '../search-filters.ts';

const TODAY = '2026-09-07';
const MATCH = 'lampu';

function planOf(source: Source, text: string): readonly string[] {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(
    opened.db,
    CACHE_MIGRATIONS.filter(({ version }) => version <= 10),
  );
  expect(schemaVersion(opened.db)).toBe(10);
  const { filters } = parseSearch(text, TODAY);
  const conditions = filters.map((filter) => conditionOf(filter, TODAY)).filter((c) => c !== null);
  const { sql } = sourceSql(source, filters, reachOf(filters, TODAY));
  return queryPlan(opened.db, passingSql(sql, source, conditions));
}

const BY_RID = 'SEARCH complaint USING INTEGER PRIMARY KEY (rowid=?)';
const WORDS = ['LIST SUBQUERY 1', 'SCAN complaint_fts VIRTUAL TABLE INDEX 0:M6', 'CREATE BLOOM FILTER'];

test.each<[Source, string, string[]]>([
  [
    { from: 'due' },
    'label:pju',
    ['SEARCH complaint USING INDEX complaint_labelled (rank>? AND rank<?)', BY_RID],
  ],
  [
    { from: 'due' },
    'untuk:saya',
    ['SEARCH complaint USING INDEX complaint_assigned (rank>? AND rank<?)', BY_RID],
  ],
  [{ from: 'changed' }, 'rahasia', ['SCAN complaint USING COVERING INDEX complaint_changed', BY_RID]],
  [
    { from: 'received' },
    'rahasia',
    ['SEARCH complaint USING INDEX complaint_received (received_no>? AND received_no<?)', BY_RID],
  ],
  [
    { from: 'due', match: MATCH },
    'rahasia',
    ['SEARCH complaint USING COVERING INDEX complaint_rank (rank>? AND rank<?)', ...WORDS, BY_RID],
  ],
  [
    { from: 'changed', match: MATCH },
    'rahasia',
    ['SCAN complaint USING COVERING INDEX complaint_changed', ...WORDS, BY_RID],
  ],
])('what passes is found along one index, without sorting: %j %s', (source, text, steps) => {
  const plan = planOf(source, text);
  expect(plan.filter((step) => !/^(CO-ROUTINE looked|SCAN looked)$/.test(step))).toEqual(steps);
});
