import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { FIELDS, mayBeNull } from '#shared/domain/complaint/fields.ts';
import { type ComplaintRow, ROW_COLUMNS } from '#shared/domain/complaint/row.ts';
import type { QueueFacts } from './facts.ts';
import { LISTED_COLUMNS } from './queue-lists.ts';

/** How a column keeps its value: flags as 0 and 1, lists and records as JSON, null where they are empty. */
type Kind = (typeof ROW_COLUMNS)[keyof ComplaintRow];
/** A value as SQLite takes it. */
export type Value = string | number | null;

/** Kept otherwise: as the key, by the key of the path, and beside the agency's name. */
const KEPT_APART = ['id', 'categoryPath', 'agencyId'] as const;
type SaidName = Exclude<keyof ComplaintRow, (typeof KEPT_APART)[number]>;
/** They stand last: a list never reads past the columns before them. */
const LONG: readonly string[] = ['extra', 'originalText', 'finalText'];

/** What the central service said: the fields of a complaint that have one column each. */
const SAID_NAMES = Object.keys(ROW_COLUMNS)
  .filter((name): name is SaidName => !KEPT_APART.some((apart) => apart === name))
  .sort((a, b) => LONG.indexOf(a) - LONG.indexOf(b));

/** What is derived from the complaint as the officer sees it. */
const FACTS: Readonly<Record<keyof QueueFacts, Kind>> = {
  visibleStatus: 'text',
  bucket: 'text',
  statusKnown: 'flag',
  rank: 'integer',
  dueDay: 'text',
  dueClock: 'text',
  dueEstimateYear: 'integer',
  firstOwed: 'flag',
  replied: 'flag',
  unread: 'flag',
  awaitsApproval: 'flag',
  unpublished: 'flag',
  assignee: 'text',
  priority: 'text',
  labels: 'list',
  links: 'list',
  plannedDay: 'text',
  snoozedUntil: 'text',
  changedAt: 'integer',
};
const FACT_NAMES = Object.keys(FACTS) as (keyof QueueFacts)[];
const NULLABLE_FACTS: readonly (keyof QueueFacts)[] = [
  'dueDay',
  'dueClock',
  'dueEstimateYear',
  'assignee',
  'plannedDay',
  'snoozedUntil',
];

/** What only the cache knows of a complaint: where it stands. */
export type Placement = {
  /** Complaints that the current pull from the start has brought carry the same number. */
  readonly generation: number;
  /** It stands in the queue. */
  readonly ours: boolean;
  readonly hasDraft: boolean;
  /** Of its item in the feed; absent: the central service knows nothing of it, only this PC does. */
  readonly mark?: number;
};
const PLACED = [
  'categoryPathId',
  'category',
  'agencyId',
  'agencyName',
  'generation',
  'ours',
  'hasDraft',
  'mark',
];

/** How SQLite declares a column of a kind, and how its value is written and read. */
const KINDS: Readonly<Record<Kind, ReturnType<typeof asItIs>>> = {
  text: asItIs('TEXT'),
  day: asItIs('TEXT'),
  instant: asItIs('TEXT'),
  integer: asItIs('INTEGER'),
  real: asItIs('REAL'),
  flag: {
    sql: 'INTEGER',
    write: (field) => (field === null ? null : Number(field)),
    read: (value) => (value === null ? null : value === 1),
  },
  list: asJson(() => []),
  record: asJson(() => ({})),
};

function asItIs(sql: string) {
  return { sql, write: (field: unknown) => field as Value, read: (value: Value): unknown => value };
}

/** Null where it is empty. */
function asJson(empty: () => unknown) {
  return {
    sql: 'TEXT',
    write: (field: unknown) => (Object.keys(field as object).length === 0 ? null : JSON.stringify(field)),
    read: (value: Value): unknown => (value === null ? empty() : JSON.parse(String(value))),
  };
}

function declared(name: string, kind: Kind, nullable: boolean): string {
  const mayBeNull = nullable || kind === 'list' || kind === 'record';
  return `${name} ${KINDS[kind].sql}${mayBeNull ? '' : ' NOT NULL'}`;
}
const DECLARED_FACTS = FACT_NAMES.map((name) => declared(name, FACTS[name], NULLABLE_FACTS.includes(name)));
const DECLARED_SAID = SAID_NAMES.map((name) => declared(name, ROW_COLUMNS[name], mayBeNull(FIELDS[name])));

/** The columns of `complaint` as `CREATE TABLE` takes them. */
export const COMPLAINT_COLUMNS = `
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    receivedNo INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    ours INTEGER NOT NULL,
    hasDraft INTEGER NOT NULL,
    mark INTEGER,
    ${DECLARED_FACTS.join(',\n    ')},
    categoryPathId INTEGER REFERENCES category_path (id),
    category TEXT,
    agencyId TEXT,
    agencyName TEXT,
    ${DECLARED_SAID.join(',\n    ')}`;

const UPSERTED: readonly string[] = [...PLACED, ...SAID_NAMES, ...FACT_NAMES];
const placesFor = (names: readonly string[]): string => names.map(() => '?').join(', ');

/** Takes id, `receivedNo`, and the values of `upsertedValues`. */
export const INSERT_COMPLAINT = `
  INSERT INTO complaint (id, receivedNo, ${UPSERTED.join(', ')}) VALUES (?, ?, ${placesFor(UPSERTED)})`;

/** The values of a complaint's row, in the order of `INSERT_COMPLAINT`. */
export function upsertedValues(
  complaint: Complaint,
  facts: QueueFacts,
  { generation, ours, hasDraft, mark }: Placement,
  categoryPathId: number | null,
): Value[] {
  const { agency, categoryPath } = complaint;
  const category = categoryPath.at(-1) ?? null;
  const placed = [categoryPathId, category, agency?.id ?? null, agency?.name ?? null, generation];
  const values: Value[] = [...placed, ours ? 1 : 0, hasDraft ? 1 : 0, mark ?? null];
  for (const name of SAID_NAMES) values.push(KINDS[ROW_COLUMNS[name]].write(complaint[name]));
  values.push(...factValues(facts));
  return values;
}

/** A row of `SELECT_COMPLAINT`. */
export type SelectedRow = Readonly<Record<SaidName, Value>> & {
  readonly rid: number;
  readonly id: string;
  readonly ours: number;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly joinedPath: string | null;
};
export const SELECT_COMPLAINT = `
  SELECT rid, complaint.id, ours, agencyId, agencyName, category_path.joined AS joinedPath, ${SAID_NAMES.join(', ')}
  FROM complaint LEFT JOIN category_path ON category_path.id = categoryPathId`;

/** Between the parts of `category_path.joined`. */
export const PATH_SEPARATOR = '\u001f';

/** The fields of the complaint that its row holds. */
export function saidIn(row: SelectedRow): Omit<Complaint, 'timeline' | 'readBy'> {
  const { id, agencyId, agencyName, joinedPath } = row;
  const said = Object.fromEntries(SAID_NAMES.map((name) => [name, KINDS[ROW_COLUMNS[name]].read(row[name])]));
  return {
    ...(said as unknown as Pick<Complaint, SaidName>),
    id,
    categoryPath: joinedPath === null ? [] : joinedPath.split(PATH_SEPARATOR),
    agency: agencyId === null ? null : { id: agencyId, name: agencyName ?? '' },
  };
}

/** They change with every change, and have an index of their own. */
const CHANGING: readonly string[] = ['changedAt', 'mark'];
/** The other columns that stand in an index. */
const INDEXED: readonly string[] = [...LISTED_COLUMNS, 'generation'];

/** A statement on some of the columns, and what it takes of `upsertedValues` for the row with this key. */
function updateOf(isMeant: (name: string) => boolean, unlessEqual: boolean) {
  const positions = UPSERTED.flatMap((name, position) => (isMeant(name) ? [position] : []));
  const names = UPSERTED.filter(isMeant);
  const [columns, places] = [`(${names.join(', ')})`, `(${placesFor(names)})`];
  return {
    sql: `UPDATE complaint SET ${columns} = ${places}
      WHERE rid = ?${unlessEqual ? ` AND ${columns} <> ${places}` : ''}`,
    valuesOf: (values: readonly Value[], rid: number): readonly Value[] => {
      const meant = positions.map((position) => values[position] ?? null);
      return unlessEqual ? [...meant, rid, ...meant] : [...meant, rid];
    },
  };
}

/**
 * An update is three statements. SQLite writes an index anew when its column is named, also when the value is
 * the same: so the columns that stand in an index are named only where one of them has changed.
 */
export const UPDATES = [
  updateOf((name) => !INDEXED.includes(name) && !CHANGING.includes(name), false),
  updateOf((name) => INDEXED.includes(name), true),
  updateOf((name) => CHANGING.includes(name), true),
];

/** Takes whether there is a draft, `factValues`, and the row's key. */
export const UPDATE_FACTS = `
  UPDATE complaint SET hasDraft = ?, ${FACT_NAMES.map((name) => `${name} = ?`).join(', ')} WHERE rid = ?`;

export function factValues(facts: QueueFacts): Value[] {
  return FACT_NAMES.map((name) => KINDS[FACTS[name]].write(facts[name]));
}
