import type { RouterClient } from '@orpc/server';
import type { WindowRouter } from '../api/router.ts';

/** Waits until something holds, looking again with each thing that a window would hear of. */
export async function untilNews(
  client: Pick<RouterClient<WindowRouter>, 'events'>,
  holds: () => Promise<boolean>,
): Promise<void> {
  const ending = new AbortController();
  const events = await client.events(undefined, { signal: ending.signal });
  let next = events.next();
  while (!(await holds())) {
    await next;
    next = events.next();
  }
  ending.abort();
}
