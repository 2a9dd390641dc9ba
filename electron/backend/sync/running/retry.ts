import type { Failure } from '../http/failure.ts';

const MIN_DELAY_MS = 1_000;
const MAX_DELAY_MS = 300_000;

/**
 * How long to wait after the `attempt`-th failure in a row (1 is the first): full jitter, so that the
 * offices of a kabupaten do not come back all at once. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, MIN_DELAY_MS * 2 ** Math.min(attempt, 20));
  return Math.max(MIN_DELAY_MS, Math.round(random * ceiling));
}

/** The longest time that anything waits before it is tried, for whatever reason, ms. */
export const LONGEST_WAIT_MS = 3_600_000;

/**
 * Whether `time` is still to come. A time further away than the longest wait was noted before the PC's clock
 * was set back, and is past.
 */
export function isAhead(time: number, now: number): boolean {
  return time > now && time - now <= LONGEST_WAIT_MS;
}

/** What a machine remembers of its failures. */
export type Retry = {
  /** Failures in a row. */
  readonly attempt: number;
  /** The central service asked us not to come before, ms since 1970. */
  readonly notBefore: number;
};

export const NO_FAILURE: Retry = { attempt: 0, notBefore: 0 };

/** A wait that the central service asked for, ms, as far as it is obeyed. */
export function boundedWait(ms: number): number {
  return Math.min(Math.max(0, ms), LONGEST_WAIT_MS);
}

/** `until`: when it is tried again, ms since 1970. */
export function afterFailure(retry: Retry, { retryAfterMs }: Failure, now: number, random: number) {
  const attempt = retry.attempt + 1;
  const asked = boundedWait(retryAfterMs ?? 0);
  const notBefore = retryAfterMs === null ? 0 : now + asked;
  return { attempt, notBefore, until: now + Math.max(asked, backoffMs(attempt, random)) };
}
