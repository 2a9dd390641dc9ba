import type { BackendEvent } from '#shared/contract/window/events.ts';
import type { Backend } from '../transport/backend.ts';
import type { Connection } from '../transport/connection.ts';

/** Said to every listener after a new connection: what happened meanwhile is not known. */
export const EVERYTHING: BackendEvent = {
  topics: ['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings', 'log'],
  complaintIds: null,
};

/**
 * Hands every event of the backend to `listener`, over one connection after the other, until the window ends.
 * The backend gathers what comes closely together, so an event is acted on as it comes.
 */
export async function followEvents(
  backend: Backend,
  connection: Connection,
  listener: (event: BackendEvent) => void,
): Promise<never> {
  for (;;) {
    const line = await connection.link();
    try {
      const events = await backend.events();
      listener(EVERYTHING);
      for await (const event of events) listener(event);
    } catch {
      // The line was lost: the loop waits for the next one.
    }
    await nextLine(connection, line);
  }
}

/**
 * Waits until the connection has another line than `line`; a stream that ended on a good line is asked for
 * again at once.
 */
async function nextLine(connection: Connection, line: unknown): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (connection.state() === 'open' && (await connection.link()) === line) return;
  await connection.link();
}
