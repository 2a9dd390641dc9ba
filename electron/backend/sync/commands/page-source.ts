import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Answer } from '../http/failure.ts';
import type { Transport } from '../http/transport.ts';

/**
 * Reports in one page. Each is one transaction, during which the window is not answered (about 60 ms for a
 * full page); smaller pages cost more, because each is a commit, a request and a compressed body of its own.
 */
export const PAGE_LIMIT = 1000;
/** Complaints in the very first page: a slow link shows a screenful before it has brought a full page. */
export const FIRST_LIMIT = 200;

export type PageSource = {
  readonly next: (
    after: string,
    wait: number,
    signal: AbortSignal,
    /** A first load: fetch the page after this one while this one is being written. */
    ahead: boolean,
  ) => Promise<Answer<ChangesPage>>;
};

/**
 * A request is on the wire after two turns of the event loop (measured with Node's fetch); one is to spare.
 */
const TURNS_TO_SEND = 3;

/**
 * Pages of the feed; during a long pull the next one is on its way before it is asked for.
 * @param pause one turn of the event loop
 * @param viewing the report that the officer has open, for the colleagues
 */
export function pageSource(
  transport: () => Pick<Transport, 'changes'> | null,
  pause: () => Promise<void>,
  viewing: () => string | null,
): PageSource {
  let prefetched: { readonly after: string; readonly page: Promise<Answer<ChangesPage>> } | null = null;
  const fetchPage = (after: string, wait: number, signal: AbortSignal): Promise<Answer<ChangesPage>> => {
    const way = transport();
    if (way === null)
      return Promise.resolve({ ok: false, failure: { code: 'unauthorized', retryAfterMs: null } });
    const limit = after === '' ? FIRST_LIMIT : PAGE_LIMIT;
    return way.changes({ after, limit, wait, viewing: viewing() }, signal);
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
        // Whoever writes this page now holds the loop: a request that has not left yet would wait for that.
        for (let turn = 0; turn < TURNS_TO_SEND; turn++) await pause();
      }
      return answer;
    },
  };
}
