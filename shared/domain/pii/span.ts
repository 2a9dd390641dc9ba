/** A stretch of a text, [from, to) in UTF-16 units. */
export type Span = { readonly from: number; readonly to: number };

/** How far back a word that says what a number is may stand, UTF-16 units. */
const REACH = 40;

/** What stands directly before `from`, for patterns that end with `$`. */
export function leadOf(text: string, from: number): string {
  return text.slice(Math.max(0, from - REACH), from);
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * Takes spans of a text of this length, of which none may overlap another. The time does not grow with the
 * number of those taken before.
 * @returns false: part of the span is taken already
 */
export function takerOfSpans(length: number): (span: Span) => boolean {
  const taken = new Uint8Array(length);
  return ({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  };
}
