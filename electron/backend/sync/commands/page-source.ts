import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Answer } from '../http/failure.ts';
import type { Transport } from '../http/transport.ts';

/**
 * Complaints in one page. Each is one transaction, during which the window is not answered (about 60 ms for a
 * full page); smaller pages cost more, because each is a commit, a request and a compressed body of its own.
 */
export const PAGE_LIMIT = 1000;
/** Complaints in the very first page: a slow link shows a screenful before it has brought a full page. */
export const FIRST_LIMIT = 200;

/** A page that is too long to be read is asked for again in so many parts, down to one complaint. */
const PARTS = 8;

/** A request is on the wire after two turns of the event loop (with Node's fetch); one is to spare. */
const TURNS_TO_SEND = 3;

/**
 * Pages of the feed; during a long pull the next one is on its way before it is asked for.
 * @param pause one turn of the event loop
 * @param viewing the complaint that the officer has open, for the colleagues
 */
export function pageSource(
  transport: () => Pick<Transport, 'changes'>,
  pause: () => Promise<void>,
  viewing: () => string | null,
) {
  type Prefetched = { readonly after: string; readonly page: Promise<Answer<ChangesPage>> };
  let prefetched: Prefetched | null = null;
  let most = PAGE_LIMIT;
  const fetchPage = (after: string, wait: number, signal: AbortSignal): Promise<Answer<ChangesPage>> => {
    const limit = Math.min(most, after === '' ? FIRST_LIMIT : PAGE_LIMIT);
    return transport().changes({ after, limit, wait, viewing: viewing() }, signal);
  };
  return {
    /** What was fetched ahead is not wanted any more. */
    forget: (): void => {
      prefetched = null;
    },
    /** `ahead`: a first load; fetches the page after this one while this one is being written. */
    next: async (after: string, wait: number, signal: AbortSignal, ahead: boolean) => {
      const ready = prefetched;
      prefetched = null;
      const answer = await (ready?.after === after ? ready.page : fetchPage(after, wait, signal));
      if (answer.ok) most = Math.min(PAGE_LIMIT, most * PARTS);
      else if (answer.failure.code === 'too_long') most = Math.max(1, Math.floor(most / PARTS));
      if (answer.ok && answer.value.more && ahead && !signal.aborted) {
        const { cursor } = answer.value;
        prefetched = { after: cursor, page: fetchPage(cursor, 0, signal) };
        // Whoever writes this page now holds the loop: a request that has not left yet would wait for that.
        for (let turn = 0; turn < TURNS_TO_SEND; turn++) await pause();
      }
      return answer;
    },
  };
}
