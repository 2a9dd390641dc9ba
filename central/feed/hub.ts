import pg from 'pg';
import { FEED_CHANNEL } from '../store/feed.ts';

/** Tells waiting requests that an OPD's feed has grown. */
export type FeedHub = {
  /** Begin to listen before reading the feed, so that nothing falls in between. */
  subscribe(agencyId: string): FeedWatch;
  close(): Promise<void>;
};

export type FeedWatch = {
  /** Resolves when the feed has grown since `subscribe`, after `ms`, or when the request or the service ends. */
  grown(ms: number, signal: AbortSignal | undefined): Promise<void>;
  end(): void;
};

const RECONNECT_MS = 1_000;

/**
 * One connection for all waiting requests; PostgreSQL carries the news, so that an import by another process
 * wakes them too. When the connection breaks, everybody is woken and looks for themselves.
 */
export async function openFeedHub(url: string, onLost: (error: Error) => void): Promise<FeedHub> {
  const watches = new Map<string, Set<() => void>>();
  const wake = (agencyId: string): void => {
    for (const ring of watches.get(agencyId) ?? []) ring();
  };
  const wakeAll = (): void => {
    for (const agencyId of watches.keys()) wake(agencyId);
  };
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'penghubung-feed',
      keepAlive: true,
    });
    let failed = false;
    const lost = (error: Error): void => {
      if (failed || closed) return;
      failed = true;
      client = null;
      onLost(error);
      wakeAll();
      retry = setTimeout(() => listen().catch(lost), RECONNECT_MS);
    };
    fresh.on('error', lost);
    fresh.on('end', () => lost(new Error('the feed connection ended')));
    fresh.on('notification', ({ payload }) => wake(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${FEED_CHANNEL}`);
      client = fresh;
      // Whatever happened while nobody listened.
      wakeAll();
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  await listen();

  return {
    subscribe: (agencyId) => {
      const ringers = watches.get(agencyId) ?? new Set();
      watches.set(agencyId, ringers);
      let rung = closed;
      let onRing = (): void => undefined;
      const ring = (): void => {
        rung = true;
        onRing();
      };
      ringers.add(ring);
      return {
        grown: (ms, signal) =>
          new Promise((resolve) => {
            if (rung || signal?.aborted === true) return resolve();
            const done = (): void => {
              clearTimeout(timer);
              signal?.removeEventListener('abort', done);
              resolve();
            };
            const timer = setTimeout(done, ms);
            signal?.addEventListener('abort', done);
            onRing = done;
          }),
        end: () => {
          ringers.delete(ring);
          if (ringers.size === 0 && watches.get(agencyId) === ringers) watches.delete(agencyId);
        },
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      wakeAll();
      await client?.end();
    },
  };
}
