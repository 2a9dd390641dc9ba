const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** A backend that ran this long was well: the next fall counts as the first. */
const WELL_MS = 60_000;

export type Falls = { readonly count: number; readonly restartInMs: number };
export const NO_FALLS: Falls = { count: 0, restartInMs: 0 };

/** The wait before the next start doubles with each fall, up to half a minute. `ranMs`: how long it ran. */
export function afterFall(falls: Falls, ranMs: number): Falls {
  const count = ranMs >= WELL_MS ? 1 : falls.count + 1;
  return { count, restartInMs: Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS) };
}
