import pg from 'pg';
import { FEED_CHANNEL } from '../store/feed.ts';
import { PRESENCE_CHANNEL } from '../store/presence.ts';

/** Tells waiting requests that an OPD's feed has grown, or that its officers have other reports open. */
export type FeedHub = {
  /**
   * Begin to listen before reading the feed, so that nothing falls in between.
   * @param officerId whose request it is: it hears of the other officers
   */
  subscribe(agencyId: string, officerId: string): FeedWatch;
  close(): Promise<void>;
};

export type FeedWatch = {
  /**
   * Resolves when there may be news since `subscribe` or since the last call, or after `ms`. The caller
   * looks, and waits again when there is nothing to see.
   * @returns false when the request or the service ends: no further call will bring anything
   */
  news(ms: number, signal: AbortSignal | undefined): Promise<boolean>;
  end(): void;
};

type Ringer = { readonly officerId: string; readonly ring: () => void };

const RECONNECT_MS = 1_000;

/**
 * One connection for all waiting requests; PostgreSQL carries the news, so that an import by another process
 * wakes them too. When the connection breaks and when it is back, everybody is woken and looks for
 * themselves.
 * @param onBack a broken connection was made anew
 */
export async function openFeedHub(
  url: string,
  onLost: (error: Error) => void,
  onBack: () => void,
): Promise<FeedHub> {
  const watches = new Map<string, Set<Ringer>>();
  const wake = (agencyId: string): void => {
    for (const { ring } of watches.get(agencyId) ?? []) ring();
  };
  /** Of what an officer has open only the others want to hear. */
  const wakeOthers = (agencyId: string, than: string): void => {
    for (const { officerId, ring } of watches.get(agencyId) ?? []) {
      if (officerId !== than) ring();
    }
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
      retry = setTimeout(() => listen().then(onBack, lost), RECONNECT_MS);
    };
    fresh.on('error', lost);
    fresh.on('end', () => lost(new Error('the feed connection ended')));
    fresh.on('notification', ({ channel, payload = '' }) => {
      if (channel === FEED_CHANNEL) return wake(payload);
      const [officerId = '', ...agencyId] = payload.split(' ');
      wakeOthers(agencyId.join(' '), officerId);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${FEED_CHANNEL}; listen ${PRESENCE_CHANNEL}`);
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
    subscribe: (agencyId, officerId) => {
      const ringers = watches.get(agencyId) ?? new Set();
      watches.set(agencyId, ringers);
      let rung = false;
      let onRing = (): void => undefined;
      const ring = (): void => {
        rung = true;
        onRing();
      };
      const ringer = { officerId, ring };
      ringers.add(ringer);
      return {
        news: (ms, signal) =>
          new Promise((resolve) => {
            const end = (): void => {
              clearTimeout(timer);
              signal?.removeEventListener('abort', end);
              // A ring from now on is for the next call.
              onRing = () => undefined;
              rung = false;
              resolve(!closed && signal?.aborted !== true);
            };
            const timer = setTimeout(end, ms);
            signal?.addEventListener('abort', end);
            onRing = end;
            if (rung || closed || signal?.aborted === true) end();
          }),
        end: () => {
          ringers.delete(ringer);
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
