/** Bytes from `start` up to, not including, `end`. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.2). `whole` where it asks for none, or for
 * something that need not be served: other units, several ranges. Null: it lies outside of the file (416).
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'whole' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, '') ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '')
    return last === '' || Number(last) === 0 ? null : { start: Math.max(0, size - Number(last)), end: size };
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return null;
  return { start, end: last === '' ? size : Math.min(size, Number(last) + 1) };
}
