import type { Clock } from './clock.ts';

/** Waits, or until it is closed. */
export function rest(clock: Clock, ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // Closed while the last attempt was under way: nothing would tell it any more.
    if (closing.aborted) return resolve();
    const cancel = clock.alarm(clock.now() + ms, resolve);
    closing.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
