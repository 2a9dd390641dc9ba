import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { QueueFacts } from '../../projection/queue-facts.ts';

type Value = string | number | null;
const flag = (value: boolean): number => (value ? 1 : 0);

/** The columns that hold what the centre said, each with where it comes from. */
const TRUNK: readonly (readonly [string, (complaint: Complaint) => Value])[] = [
  ['tracking_id', (c) => c.trackingId],
  ['revision', (c) => c.revision],
  ['title', (c) => c.title],
  ['classification', (c) => c.classification],
  ['oversight', (c) => flag(c.oversight)],
  ['anonymous', (c) => flag(c.anonymous)],
  ['confidential', (c) => flag(c.confidential)],
  ['reporter_name', (c) => c.reporterName],
  ['category_id', (c) => c.categoryId],
  ['category', (c) => c.categoryPath.at(-1) ?? null],
  ['parent_agency', (c) => c.parentAgency],
  ['agency_id', (c) => c.agency?.id ?? null],
  ['agency_name', (c) => c.agency?.name ?? null],
  ['raw_status', (c) => c.rawStatus],
  ['status_reason', (c) => c.statusReason],
  ['province', (c) => c.province],
  ['regency', (c) => c.regency],
  ['district', (c) => c.district],
  ['village', (c) => c.village],
  ['channel', (c) => c.channel],
  ['rating', (c) => c.rating],
  ['received_at', (c) => c.receivedAt],
  ['dispositioned_at', (c) => c.dispositionedAt],
  ['returns', (c) => c.returns],
  ['extra', (c) => (Object.keys(c.extra).length === 0 ? null : JSON.stringify(c.extra))],
  ['original_text', (c) => c.originalText],
  ['final_text', (c) => c.finalText],
];

const FACTS: readonly (readonly [string, (facts: QueueFacts) => Value])[] = [
  ['visible_status', (f) => f.visibleStatus],
  ['bucket', (f) => f.bucket],
  ['status_known', (f) => flag(f.statusKnown)],
  ['rank', (f) => f.rank],
  ['due_day', (f) => f.dueDay],
  ['due_clock', (f) => f.dueClock],
  ['due_estimate_year', (f) => f.dueEstimateYear],
  ['first_owed', (f) => flag(f.firstOwed)],
  ['replied', (f) => flag(f.replied)],
  ['unread', (f) => flag(f.unread)],
  ['awaits_approval', (f) => flag(f.awaitsApproval)],
  ['unpublished', (f) => flag(f.unpublished)],
  ['assignee', (f) => f.assignee],
  ['priority', (f) => f.priority],
  ['labels', (f) => (f.labels.length === 0 ? null : JSON.stringify(f.labels))],
  ['links', (f) => (f.links.length === 0 ? null : JSON.stringify(f.links))],
  ['planned_day', (f) => f.plannedDay],
  ['snoozed_until', (f) => f.snoozedUntil],
  ['changed_at', (f) => f.changedAt],
];

const TRUNK_NAMES = TRUNK.map(([name]) => name);
const FACT_NAMES = FACTS.map(([name]) => name);
const UPSERTED = ['category_path_id', 'generation', 'ours', 'has_draft', ...TRUNK_NAMES, ...FACT_NAMES];

export const INSERT_COMPLAINT = `
  INSERT INTO complaint (id, received_no, ${UPSERTED.join(', ')})
  VALUES (?, ?, ${UPSERTED.map(() => '?').join(', ')})`;

/**
 * Those that stand in an index: SQLite writes an index anew when its column is named, also when the value is
 * the same.
 */
const INDEXED: readonly string[] = [
  'generation',
  'ours',
  'has_draft',
  'rank',
  'bucket',
  'first_owed',
  'replied',
  'awaits_approval',
  'unpublished',
];
/** It changes with every change, and stands in an index of its own. */
const CHANGED_AT = UPSERTED.indexOf('changed_at');
const placesOf = (indexed: boolean): readonly number[] =>
  UPSERTED.flatMap((name, place) =>
    INDEXED.includes(name) === indexed && place !== CHANGED_AT ? [place] : [],
  );
const CONTENT = placesOf(false);
const PLACE = placesOf(true);
const namesOf = (places: readonly number[]): string => places.map((place) => UPSERTED[place]).join(', ');

/** Takes `contentOf` the values, and the row's key. */
export const UPDATE_CONTENT = `
  UPDATE complaint SET (${namesOf(CONTENT)}) = (${CONTENT.map(() => '?').join(', ')}) WHERE rid = ?`;
/**
 * Takes `placeOf` the values, the row's key, and those values again: a row that has them already is left
 * alone.
 */
export const UPDATE_PLACE = `
  UPDATE complaint SET (${namesOf(PLACE)}) = (${PLACE.map(() => '?').join(', ')})
  WHERE rid = ? AND (${namesOf(PLACE)}) <> (${PLACE.map(() => '?').join(', ')})`;

/** Takes `changedAtOf` the values, the row's key, and that value again. */
export const UPDATE_CHANGED_AT = 'UPDATE complaint SET changed_at = ? WHERE rid = ? AND changed_at <> ?';

export function contentOf(values: readonly Value[]): Value[] {
  return CONTENT.map((place) => values[place] ?? null);
}
export function placeOf(values: readonly Value[]): Value[] {
  return PLACE.map((place) => values[place] ?? null);
}

export function changedAtOf(values: readonly Value[]): Value {
  return values[CHANGED_AT] ?? null;
}

export const UPDATE_FACTS = `
  UPDATE complaint SET has_draft = ?, ${FACT_NAMES.map((name) => `${name} = ?`).join(', ')} WHERE rid = ?`;

export const SELECT_COMPLAINT = `
  SELECT rid, id, category_path_id, ours, ${TRUNK_NAMES.join(', ')} FROM complaint`;

/** The values of `UPSERTED`, in its order. */
export function upsertedValues(
  complaint: Complaint,
  facts: QueueFacts,
  place: { pathId: number | null; generation: number; ours: boolean; hasDraft: boolean },
): Value[] {
  const values: Value[] = [place.pathId, place.generation, flag(place.ours), flag(place.hasDraft)];
  for (const [, get] of TRUNK) values.push(get(complaint));
  for (const [, get] of FACTS) values.push(get(facts));
  return values;
}

export function factValues(facts: QueueFacts): Value[] {
  return FACTS.map(([, get]) => get(facts));
}
