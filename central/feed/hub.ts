import pg from 'pg';
import { REVOKED_CHANNEL } from '../store/devices.ts';
import { FEED_CHANNEL } from '../store/feed.ts';
import { PRESENCE_CHANNEL } from '../store/presence.ts';
import { openWatches } from './watches.ts';

/** Wakes waiting requests when an agency's feed has grown, or its officers open other complaints. */
export type FeedHub = Awaited<ReturnType<typeof openFeedHub>>;

export type HubEvents = {
  readonly onLost: (error: Error) => void;
  /** A broken connection was made anew: what was said meanwhile was not heard. */
  readonly onBack: () => void;
  /** The token of some device was taken back. */
  readonly onRevoked: () => void;
};

const RECONNECT_MS = 1_000;

/**
 * One connection for all waiting requests; PostgreSQL carries the news, so that an import by another process
 * wakes them too. When the connection breaks and when it is back, everybody is woken and looks for
 * themselves.
 */
export async function openFeedHub(url: string, { onLost, onBack, onRevoked }: HubEvents) {
  const watches = openWatches();
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const connection = new pg.Client({
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
      watches.wakeAll();
      retry = setTimeout(() => listen().then(onBack, lost), RECONNECT_MS);
    };
    connection.on('error', lost);
    connection.on('end', () => lost(new Error('the feed connection ended')));
    connection.on('notification', ({ channel, payload = '' }) => {
      if (channel === FEED_CHANNEL) return watches.wake(payload);
      if (channel === REVOKED_CHANNEL) return onRevoked();
      const [officerId = '', ...agencyId] = payload.split(' ');
      watches.wakeOthers(agencyId.join(' '), officerId);
    });
    try {
      await connection.connect();
      await connection.query(`listen ${FEED_CHANNEL}; listen ${PRESENCE_CHANNEL}; listen ${REVOKED_CHANNEL}`);
      client = connection;
      // Whatever happened while nobody listened.
      watches.wakeAll();
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  await listen();

  return {
    subscribe: watches.subscribe,
    close: async (): Promise<void> => {
      closed = true;
      clearTimeout(retry);
      watches.close();
      await client?.end();
    },
  };
}
