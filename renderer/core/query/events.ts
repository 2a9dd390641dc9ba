import type { BackendEvent } from '#shared/contract/window/events.ts';
import { sleep } from '../time.ts';
import type { Backend } from '../transport/backend.ts';
import type { Connection } from '../transport/connection.ts';

/** What the listener gets after a new line: nobody knows what happened meanwhile. */
const EVERYTHING: BackendEvent = {
  topics: ['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings', 'log'],
  complaintIds: null,
};

/** Hands every event of the backend to `listener`, over one line after the other, until the window ends. */
export async function followEvents(
  backend: Backend,
  connection: Connection,
  listener: (event: BackendEvent) => void,
): Promise<never> {
  const tell = (event: BackendEvent): void => {
    try {
      listener(event);
    } catch (error) {
      // A fault of this page is none of the line: it is told as one, and the next event is taken.
      reportError(error);
    }
  };
  for (;;) {
    await connection.link();
    try {
      const events = await backend.events();
      tell(EVERYTHING);
      for await (const event of events) tell(event);
    } catch {
      // The line was lost. The next round waits for another one.
    }
    await sleep(50);
  }
}
