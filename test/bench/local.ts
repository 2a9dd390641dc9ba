import { QUEUE_VIEWS } from '#shared/contract/window/queue.ts';
import { openBackendSide } from './backend-side.ts';
import { inventedQueries, inventedSlangQueries } from './invented.ts';
import { percentile, timed } from './statistics.ts';

const PAGES = 2_000;
const PAGE_ROWS = 50;
const SEARCHES = 500;
const SUBMITS = 300;

export type LocalFigures = {
  readonly queuePageP99: number;
  readonly searchP95: number;
  readonly slangSearchP95: number;
  readonly enqueueP95: number;
};

/** Questions of the window to a backend in this process, over a data folder that is full. All in ms. */
export async function measureLocal(dataDir: string): Promise<LocalFigures> {
  const backend = await openBackendSide(dataDir);
  const { client } = backend;

  const pages: number[] = [];
  const ids: string[] = [];
  const places = new Map<string, string | null>();
  for (let n = 0; n < PAGES; n++) {
    const view = QUEUE_VIEWS[n % QUEUE_VIEWS.length] ?? 'all';
    // Every tenth page after a change, when nothing counted before is valid any more.
    if (n % 10 === 0 && ids.length > 0) {
      const complaintId = ids[n % ids.length] ?? '';
      await client.draft.save({ complaintId, kind: 'internal_note', text: n % 20 === 0 ? 'catatan' : '' });
    }
    pages.push(
      await timed(async () => {
        const page = await client.queue.page({ view, after: places.get(view) ?? null, limit: PAGE_ROWS });
        places.set(view, page.next);
        if (view === 'first_answer' || view === 'in_process') ids.push(...page.rows.map((row) => row.id));
      }),
    );
  }

  const timesOf = async (queries: readonly string[]): Promise<number[]> => {
    const times: number[] = [];
    for (const text of queries) {
      times.push(await timed(() => client.queue.search({ text, limit: PAGE_ROWS })));
    }
    return times;
  };
  const searches = await timesOf(inventedQueries(SEARCHES));
  const slangSearches = await timesOf(inventedSlangQueries(SEARCHES));

  const submits: number[] = [];
  for (const complaintId of new Set(ids)) {
    if (submits.length === SUBMITS) break;
    const body = { kind: 'follow_up' as const, payload: { text: 'Sudah kami tangani, terima kasih.' } };
    submits.push(
      await timed(async () => {
        const answer = await client.command.submit({ complaintId, body });
        if (!answer.ok) throw new Error(answer.code);
      }),
    );
  }
  await backend.close();
  return {
    queuePageP99: percentile(pages, 0.99),
    searchP95: percentile(searches, 0.95),
    slangSearchP95: percentile(slangSearches, 0.95),
    enqueueP95: percentile(submits, 0.95),
  };
}
