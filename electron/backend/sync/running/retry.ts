import type { Log } from '../../base/log.ts';
import type { Failure } from '../http/failure.ts';
import { backoffMs } from './backoff.ts';

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

/** `until`: when it is tried again, ms since 1970. */
export function afterFailure(
  { attempt }: Retry,
  { retryAfterMs }: Failure,
  now: number,
  random: number,
): { readonly retry: Retry; readonly until: number } {
  const next = attempt + 1;
  return {
    retry: { attempt: next, notBefore: retryAfterMs === null ? 0 : now + retryAfterMs },
    until: now + Math.max(retryAfterMs ?? 0, backoffMs(next, random)),
  };
}

/** Notes why a request got no answer, unless we ended it ourselves. */
export function logFailure(log: Log, what: string, { code }: Failure): void {
  if (code !== 'aborted') log.info({ what, code }, 'no answer from the centre');
}
