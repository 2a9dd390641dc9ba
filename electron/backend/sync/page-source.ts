import type { ChangesPage } from '#shared/contract/central.ts';
import type { Answer } from './failure.ts';
import type { Transport } from './transport.ts';

/** Reports in one page: a transaction short enough that the window is answered between two of them. */
export const PAGE_LIMIT = 500;

export type PageSource = {
  readonly next: (
    after: string,
    wait: number,
    signal: AbortSignal,
    /** A first load: fetch the page after this one while this one is being written. */
    ahead: boolean,
  ) => Promise<Answer<ChangesPage>>;
};

/** Pages of the feed; during a long pull the next one is on its way before it is asked for. */
export function pageSource(transport: () => Transport | null): PageSource {
  let prefetched: { readonly after: string; readonly page: Promise<Answer<ChangesPage>> } | null = null;
  const fetchPage = (after: string, wait: number, signal: AbortSignal): Promise<Answer<ChangesPage>> => {
    const way = transport();
    if (way === null)
      return Promise.resolve({ ok: false, failure: { code: 'unauthorized', retryAfterMs: null } });
    return way.changes({ after, limit: PAGE_LIMIT, wait }, signal);
  };
  return {
    next: async (after, wait, signal, ahead) => {
      const ready = prefetched;
      prefetched = null;
      const answer = await (ready !== null && ready.after === after
        ? ready.page
        : fetchPage(after, wait, signal));
      if (answer.ok && answer.value.more && ahead) {
        const { cursor } = answer.value;
        prefetched = { after: cursor, page: fetchPage(cursor, 0, signal) };
      }
      return answer;
    },
  };
}
