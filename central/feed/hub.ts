import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { REVOKED_CHANNEL } from '../store/devices.ts';
import { FEED_CHANNEL } from '../store/feed.ts';
import { PRESENCE_CHANNEL } from '../store/presence.ts';
import { openWatches } from './watches.ts';

/** Wakes waiting requests when an agency's feed has grown, or its officers open other complaints. */
export type FeedHub = Awaited<ReturnType<typeof openFeedHub>>;

export type HubEvents = {
  /** The connection broke, or could not be made anew for another reason than before. */
  readonly onLost: (error: unknown) => void;
  /** A broken connection was made anew: what was said meanwhile was not heard. */
  readonly onBack: () => void;
  /** The token of some device was taken back. */
  readonly onRevoked: () => void;
};

const RECONNECT_MS = 1_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * One connection for all waiting requests; PostgreSQL carries the news, so that an import by another process
 * wakes them too. When the connection breaks and when it is back, everybody is woken and looks for
 * themselves.
 * @param reconnectMs between two attempts to make a broken connection anew
 */
export async function openFeedHub(
  url: string,
  { onLost, onBack, onRevoked }: HubEvents,
  reconnectMs = RECONNECT_MS,
) {
  const watches = openWatches();
  const closing = new AbortController();
  const hear = ({ channel, payload = '' }: pg.Notification): void => {
    if (channel === FEED_CHANNEL) watches.wake(payload);
    else if (channel === REVOKED_CHANNEL) onRevoked();
    else {
      const [officerId = '', ...agencyId] = payload.split(' ');
      watches.wakeOthers(agencyId.join(' '), officerId);
    }
  };
  let line = await listen(url, hear);

  /** @returns null when the service ends before PostgreSQL is back */
  const listenAgain = async (lostBy: Error): Promise<Line | null> => {
    for (let said = String(lostBy); ; ) {
      await delay(reconnectMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return null;
      try {
        return await listen(url, hear);
      } catch (error) {
        if (String(error) !== said) onLost(error);
        said = String(error);
      }
    }
  };
  const stay = async (): Promise<void> => {
    for (;;) {
      const error = await line.broken;
      if (closing.signal.aborted) return;
      onLost(error);
      watches.wakeAll();
      const again = await listenAgain(error);
      if (again === null) return;
      line = again;
      if (closing.signal.aborted) return line.connection.end();
      // Whatever happened while nobody listened.
      watches.wakeAll();
      onBack();
    }
  };
  const stayed = stay();

  return {
    subscribe: watches.subscribe,
    close: async (): Promise<void> => {
      closing.abort();
      watches.close();
      await line.connection.end();
      await stayed;
    },
  };
}

type Line = {
  readonly connection: pg.Client;
  /** Settles when it broke or ended. */
  readonly broken: Promise<Error>;
};

/** A connection that hears the news. @throws when it cannot be had */
async function listen(url: string, hear: (news: pg.Notification) => void): Promise<Line> {
  const connection = new pg.Client({
    connectionString: url,
    application_name: 'penghubung-feed',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  const broken = new Promise<Error>((resolve) => {
    connection.on('error', resolve);
    connection.on('end', () => resolve(new Error('the feed connection ended')));
  });
  connection.on('notification', hear);
  try {
    await connection.connect();
    await connection.query(`listen ${FEED_CHANNEL}; listen ${PRESENCE_CHANNEL}; listen ${REVOKED_CHANNEL}`);
    return { connection, broken };
  } catch (error) {
    // What broke on the way may still be half open.
    void connection.end().catch(() => undefined);
    throw error;
  }
}
