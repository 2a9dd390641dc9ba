/**
 * A list by rank. `column`: what it asks of a complaint beside `ours`. `where`: which complaints stand in it,
 * asked of their columns with this prefix.
 */
type List = ReturnType<typeof ours>;

const ours = (index: string, column: string, is = '= 1') => ({
  index,
  column,
  where: (row: string) => `${row}ours = 1 AND ${row}${column} ${is}`,
});
const whole = (index: string, column: string): List => ({
  index,
  column,
  where: (row) => `${row}${column} = 1`,
});

/**
 * The lists of the queue. Each has a partial index, and by its name here a column in `queue_count`: how many
 * of its complaints have this rank.
 */
export const QUEUE_LISTS = {
  ours: whole('complaint_rank', 'ours'),
  firstOwed: ours('complaint_first_owed', 'firstOwed'),
  inProcess: ours('complaint_in_process', 'bucket', "= 'proses'"),
  replied: ours('complaint_replied', 'replied'),
  awaiting: ours('complaint_awaiting', 'awaitsApproval'),
  unpublished: ours('complaint_unpublished', 'unpublished'),
  drafted: whole('complaint_drafted', 'hasDraft'),
};

/** The columns that the counted lists ask of a complaint. */
export const LISTED_COLUMNS = ['rank', ...Object.values(QUEUE_LISTS).map(({ column }) => column)];

/**
 * Few complaints have labels, or somebody who works on them: they have lists of their own, uncounted, so that
 * a filter need not look at all the others.
 */
export const FILTER_LISTS = {
  labelled: ours('complaint_labelled', 'labels', 'IS NOT NULL'),
  assigned: ours('complaint_assigned', 'assignee', 'IS NOT NULL'),
};

/** `FROM complaint` along the index of a list. */
export function fromList({ index, where }: List): string {
  return `FROM complaint INDEXED BY ${index} WHERE ${where('')}`;
}
