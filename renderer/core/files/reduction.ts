/** Longest side of a photo as it is sent, pixels: enough to read a house number on it. */
const PHOTO_SIDE = 1_600;
/** Longest side of a drawn picture (a screenshot, a scan): its letters stay readable. */
const DRAWN_SIDE = 2_560;
/** A photo below this size, bytes, goes as it is. */
const SMALL_PHOTO = 300_000;
const SMALL_DRAWN = 1_000_000;
/** Bytes per pixel of a PNG below which it is drawn: flat colours pack well, a photo's grain does not. */
const DRAWN_DENSITY = 1;
/** A copy that is not at least a fifth smaller is not worth having two. */
const WORTH = 0.8;

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

export type Reduction = { readonly width: number; readonly height: number; readonly quality: number };

/** The kinds of picture that are reduced, by their first 12 bytes. */
export function photoTypeOf(head: Uint8Array): PhotoType | null {
  const text = String.fromCharCode(...head.subarray(0, 12));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'image/webp' : null;
}

/** How a picture is made smaller; null: it goes as it is. `size` in bytes, `width` and `height` in pixels. */
export function reductionOf(type: PhotoType, size: number, width: number, height: number): Reduction | null {
  const drawn = type === 'image/png' && size / (width * height) < DRAWN_DENSITY;
  const longest = Math.max(width, height);
  const side = drawn ? DRAWN_SIDE : PHOTO_SIDE;
  if (drawn ? size <= SMALL_DRAWN : size <= SMALL_PHOTO && longest <= side) return null;
  const scale = Math.min(1, side / longest);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    quality: drawn ? 0.92 : 0.8,
  };
}

/** Is a copy of `copy` bytes worth being sent in place of `original` bytes? */
export function isWorth(copy: number, original: number): boolean {
  return copy < original * WORTH;
}
