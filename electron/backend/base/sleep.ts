import type { Clock } from './clock.ts';

/** Resolves after `ms`, or at once when the program closes. */
export function sleepUnlessAborted(clock: Clock, ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // The event would not come a second time.
    if (closing.aborted) return resolve();
    const cancel = clock.alarm(clock.now() + ms, resolve);
    const stop = (): void => {
      cancel();
      resolve();
    };
    closing.addEventListener('abort', stop, { once: true });
  });
}
