import type { Clock } from '../../base/clock.ts';
import type { Failure } from '../http/failure.ts';

/** What a state machine has going on outside of itself: its requests, and its one alarm. */
export type InFlight = {
  /** Of the requests since the last abort. */
  readonly signal: () => AbortSignal;
  readonly abort: () => void;
  /** Replaces an earlier alarm; null: none. `at`: ms since 1970. */
  readonly alarm: (at: number | null) => void;
  /** Follows work to its end; `failed` hears of an error of this computer, after `ports.failed`. */
  readonly track: (work: Promise<void>, failed: (failure: Failure) => void) => void;
  /** Resolves when nothing of it runs any more. */
  readonly settled: () => Promise<unknown>;
};

const LOCAL_ERROR: Failure = { code: 'local_error', retryAfterMs: null };

export type InFlightPorts = {
  readonly clock: Clock;
  readonly ring: () => void;
  /** A step failed on this computer, not at the central service. */
  readonly failed: (error: unknown) => void;
};

export function inFlight({ clock, ring, failed }: InFlightPorts): InFlight {
  let clearAlarm: (() => void) | null = null;
  let controller = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    signal: () => controller.signal,
    abort: () => {
      controller.abort();
      controller = new AbortController();
    },
    alarm: (at) => {
      clearAlarm?.();
      clearAlarm = at === null ? null : clock.alarm(at, ring);
    },
    track: (work, tell) => {
      const done = work
        .catch((error: unknown) => {
          // A full disk must neither end the synchronisation nor be tried without a pause.
          failed(error);
          tell(LOCAL_ERROR);
        })
        .finally(() => running.delete(done));
      running.add(done);
    },
    settled: () => Promise.allSettled(running),
  };
}
