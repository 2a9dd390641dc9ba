/** Time as the backend sees it; tests bring their own. */
export type Clock = {
  /** ms since 1970 by this PC. */
  readonly now: () => number;
  /** Calls back at a time, or at once when it is past. Answers how to take that back. */
  readonly alarm: (at: number, ring: () => void) => () => void;
};

/** A PC that sleeps stops its timers, too: a longer alarm looks at the time so often. */
const LOOK_MS = 60_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  alarm: (at, ring) => {
    let timer: NodeJS.Timeout;
    const set = (): void => {
      const delay = at - Date.now();
      timer = setTimeout(() => (Date.now() >= at ? ring() : set()), Math.min(delay, LOOK_MS));
      timer.unref();
    };
    set();
    return () => clearTimeout(timer);
  },
};

/** The same clock, whose alarms are silent from `ended` on: nothing may touch a store that is closed. */
export function silentAfter(clock: Clock, ended: AbortSignal): Clock {
  return {
    now: clock.now,
    alarm: (at, ring) =>
      clock.alarm(at, () => {
        if (!ended.aborted) ring();
      }),
  };
}

/** Resolves after `ms`, or as soon as `ended` says so. */
export function sleepUnlessAborted(clock: Clock, ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // The event would not come a second time.
    if (ended.aborted) return resolve();
    const cancel = clock.alarm(clock.now() + ms, resolve);
    const stop = (): void => {
      cancel();
      resolve();
    };
    ended.addEventListener('abort', stop, { once: true });
  });
}
