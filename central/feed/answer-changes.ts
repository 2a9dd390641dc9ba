import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Visitor } from '../store/presence.ts';
import { readOnce } from '../store/read-once.ts';
import { type FeedReading, type PageRequest, readChanges } from './changes.ts';
import type { FeedHub } from './hub.ts';
import type { Others, PresenceBook } from './presence.ts';

export type ChangesDeps = {
  /** Pages of the feed, each read once for all who stand at its cursor. */
  readonly pages: FeedPages;
  readonly hub: FeedHub;
  readonly presence: PresenceBook;
};

/** Reads the feed for many at once. */
export function openFeedPages(reading: FeedReading) {
  const once = readOnce<ChangesPage>();
  return (request: PageRequest): Promise<ChangesPage> =>
    once(JSON.stringify([request.agencyId, request.after, request.limit]), () =>
      readChanges(reading, request),
    );
}
export type FeedPages = ReturnType<typeof openFeedPages>;

export type ChangesRequest = {
  readonly after: string;
  readonly limit: number;
  /** ms to hold the request while there is nothing new. */
  readonly wait: number;
  /** The complaint that the officer has open. */
  readonly viewing?: string | null | undefined;
};

/**
 * The next page of the agency's feed with who else is there, held until there is something new of either, and
 * no longer than `wait`. A wake-up that brings nothing (the connection that carries the news broke or is
 * back) does not end it: an answer without news means that the time is over, or that the service closes.
 */
export async function answerChanges(
  { pages, hub, presence }: ChangesDeps,
  visitor: Visitor,
  { after, limit, wait, viewing = null }: ChangesRequest,
  signal: AbortSignal | undefined,
): Promise<ChangesPage> {
  const read = async (): Promise<{ readonly page: ChangesPage; readonly others: Others }> => {
    const page = await pages({ agencyId: visitor.agencyId, after, limit });
    const others = await presence.others(visitor);
    return { page: { ...page, presence: others.list }, others };
  };
  const watch = hub.subscribe(visitor.agencyId, visitor.officerId);
  const isNews = presence.newsFrom(visitor);
  try {
    await presence.begin(visitor, viewing, wait);
    let answer = await read();
    const nothing = () => answer.page.changes.length === 0 && !isNews(answer.others);
    const until = performance.now() + wait;
    for (let left = wait; nothing() && left > 0; left = until - performance.now()) {
      // A colleague may vanish without a word; most are heard of again before.
      const goesOn = await watch.news(Math.min(left, answer.others.changesInMs), signal);
      answer = await read();
      if (!goesOn) break;
    }
    // Nobody hears the answer to a request that broke off: the next one must say it.
    if (signal?.aborted !== true) presence.noteHeard(visitor, answer.others);
    return answer.page;
  } finally {
    watch.end();
    await presence.end(visitor, viewing);
  }
}
