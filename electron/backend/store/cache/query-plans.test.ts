import { expect, test } from 'vitest';
import { QUEUE_VIEWS } from '#shared/contract/window/queue.ts';
import { parseSearch } from '#shared/domain/text/search-query.ts';
import { emptyCache } from '../../testing/empty-stores.ts';
import { queryPlan } from '../../testing/query-plan.ts';
import { OLDER_SQL } from './complaints.ts';
import { DIGEST_SQL } from './digest.ts';
import { FORGET_UNNAMED_SQL, NEXT_OF_OPEN_SQL } from './fetched-files.ts';
import { SELECT_ENTRIES, SELECT_ENTRY_ATTACHMENTS } from './history.ts';
import { LINKED_SQL } from './lookups.ts';
import { headingSql, pageSql } from './queue-query.ts';
import { SEARCH_SQL } from './search.ts';
import { passingSql, type Source, sourceSql } from './search-filtered.ts';
import { conditionOf, reachOf } from './search-filters.ts';
import { HISTORY_SQL } from './search-hits.ts';
import { BOUND_SQL, RANGE_SQL } from './search-index.ts';
import { AMONG_SQL, BETWEEN_SQL } from './search-nearby.ts';
import { EXPAND_SQL } from './search-terms.ts';
import { AROUND_SQL, CANDIDATE_SQL, HOLDERS_SQL } from './similar.ts';

const TODAY = '2026-09-07';
const planOf = (sql: string) => queryPlan(emptyCache(), sql);

test('a complaint is found by its id without reading the others', () => {
  expect(planOf('SELECT rid FROM complaint WHERE id = ?')[0]).toMatch(
    /^SEARCH complaint USING COVERING INDEX/,
  );
});

test('the entries of a complaint are found by an index, in their order', () => {
  expect(planOf(SELECT_ENTRIES)).toEqual([
    'SEARCH timeline_entry USING INDEX sqlite_autoindex_timeline_entry_1 (complaintRid=?)',
  ]);
});

test('the files of entries are found by their complaint', () => {
  expect(planOf(SELECT_ENTRY_ATTACHMENTS)).toEqual([
    'SEARCH entry_attachment USING PRIMARY KEY (complaintRid=?)',
  ]);
});

test.each(QUEUE_VIEWS)('a page of "%s" is read along one index, without sorting', (view) => {
  expect(planOf(pageSql(view))).toEqual([
    expect.stringMatching(/^SEARCH complaint USING INDEX complaint_\w+ \(/),
  ]);
});

test.each(QUEUE_VIEWS)('the complaints of "%s" are counted without reading one of them', (view) => {
  expect(planOf(headingSql(view))).toEqual([
    'SEARCH queue_count USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
  ]);
});

test('what both sides compare is counted from an index of the complaints alone', () => {
  const plan = planOf(DIGEST_SQL);
  expect(plan.filter((step) => step.includes('complaint'))).toEqual([
    'SCAN complaint USING COVERING INDEX complaint_changed',
  ]);
});

test('a search reads the full-text index newest first, without sorting', () => {
  const plan = planOf(SEARCH_SQL);
  expect(plan).toHaveLength(2);
  expect(plan[0]).toMatch(/^SCAN complaint_fts VIRTUAL TABLE INDEX/);
  expect(plan[1]).toBe('SEARCH complaint USING INDEX complaint_received (receivedNo=?)');
});

test('where the next slice of the full-text index begins is found in the order of receipt, without sorting', () => {
  expect(planOf(BOUND_SQL)).toEqual([
    'SEARCH complaint USING COVERING INDEX complaint_received (receivedNo<?)',
  ]);
});

test('the next complaints for the full-text index are found in the order of receipt, without sorting', () => {
  expect(planOf(RANGE_SQL)).toEqual([
    'SEARCH complaint USING INDEX complaint_received (receivedNo>? AND receivedNo<?)',
    expect.stringMatching(/^CORRELATED SCALAR SUBQUERY/),
    expect.stringMatching(/^SEARCH timeline_entry USING INDEX/),
  ]);
});

test('the texts of one complaint are found by an index', () => {
  expect(planOf(HISTORY_SQL)).toHaveLength(1);
});

test('complaints of an older pull are found without reading the newer ones', () => {
  expect(planOf(OLDER_SQL)).toEqual(['SEARCH complaint USING INDEX complaint_generation (generation<?)']);
});

test('files are fetched from the newest complaint on, without sorting', () => {
  const plan = planOf(NEXT_OF_OPEN_SQL).join('\n');
  expect(plan).not.toContain('TEMP B-TREE');
  expect(plan).toContain('SEARCH complaint USING INTEGER PRIMARY KEY');
  expect(planOf(FORGET_UNNAMED_SQL).join('\n')).toContain('entry_attachment_file (sha256=?)');
});

test('complaints linked to another one are found among the linked ones alone', () => {
  expect(planOf(LINKED_SQL)[0]).toBe('SCAN complaint USING INDEX complaint_linked');
});

test('the words of a beginning are read along the key of their list', () => {
  expect(planOf(EXPAND_SQL)).toEqual(['SEARCH search_term USING PRIMARY KEY (term>? AND term<?)']);
});

test('words near a typed one are read along the key of their list', () => {
  expect(planOf(BETWEEN_SQL).join('; ')).toContain(
    'SEARCH search_term USING PRIMARY KEY (term>? AND term<?)',
  );
  expect(planOf(AMONG_SQL).join('; ')).toContain('SEARCH search_term USING PRIMARY KEY (term=?)');
});

test('each question about similar complaints goes by an index', () => {
  expect(planOf(HOLDERS_SQL)).toEqual([
    expect.stringMatching(/^SCAN complaint_fts VIRTUAL TABLE INDEX \d+:.*M/),
  ]);
  expect(planOf(AROUND_SQL)).toEqual([
    expect.stringMatching(/^CO-ROUTINE/),
    'SEARCH complaint USING COVERING INDEX complaint_received (receivedNo>? AND receivedNo<?)',
    expect.stringMatching(/^SCAN/),
  ]);
  expect(planOf(CANDIDATE_SQL)).toEqual([
    'SEARCH complaint USING INDEX complaint_received (receivedNo=?)',
    'SEARCH category_path USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
  ]);
});

const filtersOf = (text: string) => parseSearch(text, TODAY).filters;

test.each([
  ['due', 'kec:galang', 'SEARCH complaint USING COVERING INDEX complaint_rank (rank>? AND rank<?)'],
  ['due', 'status:proses', 'SEARCH complaint USING COVERING INDEX complaint_in_process (rank>? AND rank<?)'],
  ['due', 'status:dibalas', 'SEARCH complaint USING COVERING INDEX complaint_replied (rank>? AND rank<?)'],
] as const)(
  'the complaints that are held against filters come along one index, without sorting: %s %s',
  (from, text, step) => {
    const filters = filtersOf(text);
    expect(planOf(sourceSql({ from }, filters, reachOf(filters, TODAY)).sql)).toEqual([step]);
  },
);

const MATCH = 'lampu';
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
    ['SEARCH complaint USING INDEX complaint_received (receivedNo>? AND receivedNo<?)', BY_RID],
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
])(
  'the complaints that pass filters are found along one index, without sorting: %j %s',
  (source, text, steps) => {
    const filters = filtersOf(text);
    const conditions = filters.map((filter) => conditionOf(filter, TODAY)).filter((c) => c !== null);
    const { sql } = sourceSql(source, filters, reachOf(filters, TODAY));
    const plan = planOf(passingSql(sql, source, conditions));
    expect(plan.filter((step) => !/^(CO-ROUTINE looked|SCAN looked)$/.test(step))).toEqual(steps);
  },
);
