/** A list by rank. `where`: which complaints stand in it, asked of their columns with this prefix. */
type List = { readonly index: string; readonly where: (row: string) => string };

const ours =
  (condition: string) =>
  (row: string): string =>
    `${row}ours = 1 AND ${row}${condition}`;

/**
 * The lists of the queue. Each has a partial index, and by its name here a column in `queue_count`: how many
 * of its complaints have this rank.
 */
export const QUEUE_LISTS = {
  ours: { index: 'complaint_rank', where: (row) => `${row}ours = 1` },
  firstOwed: { index: 'complaint_first_owed', where: ours('firstOwed = 1') },
  inProcess: { index: 'complaint_in_process', where: ours("bucket = 'proses'") },
  replied: { index: 'complaint_replied', where: ours('replied = 1') },
  awaiting: { index: 'complaint_awaiting', where: ours('awaitsApproval = 1') },
  unpublished: { index: 'complaint_unpublished', where: ours('unpublished = 1') },
  drafted: { index: 'complaint_drafted', where: (row) => `${row}hasDraft = 1` },
} as const satisfies Readonly<Record<string, List>>;

/** The columns that the counted lists ask of a complaint. */
export const LISTED_COLUMNS: readonly string[] = [
  'rank',
  'ours',
  'firstOwed',
  'bucket',
  'replied',
  'awaitsApproval',
  'unpublished',
  'hasDraft',
];

/**
 * Few complaints have labels, or somebody who works on them: they have lists of their own, uncounted, so that
 * a filter need not look at all the others.
 */
export const FILTER_LISTS = {
  labelled: { index: 'complaint_labelled', where: ours('labels IS NOT NULL') },
  assigned: { index: 'complaint_assigned', where: ours('assignee IS NOT NULL') },
} as const satisfies Readonly<Record<string, List>>;

/** `FROM complaint` along the index of a list. */
export function fromList({ index, where }: List): string {
  return `FROM complaint INDEXED BY ${index} WHERE ${where('')}`;
}
