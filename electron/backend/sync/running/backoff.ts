export const MIN_DELAY_MS = 1_000;
export const MAX_DELAY_MS = 300_000;

/**
 * How long to wait after the `attempt`-th failure in a row (1 is the first): full jitter, so that the
 * offices of a kabupaten do not come back all at once. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, MIN_DELAY_MS * 2 ** Math.min(attempt, 20));
  return Math.max(MIN_DELAY_MS, Math.round(random * ceiling));
}
