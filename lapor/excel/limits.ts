/** Excel's own limits of a sheet: a file that goes beyond was not written by it, nor by LAPOR!. */
export const MAX_CELL = 32_767;
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * Bytes of all parts of a workbook, unpacked. An export of 100,000 complaints with long texts has 300 MB; a
 * few MB can be packed so that they unpack to any size.
 */
export const MAX_UNPACKED = 1024 ** 3;
/** Parts of a workbook, and bytes of each part beside the sheet and its texts. */
export const MAX_PARTS = 1_000;
export const MAX_SMALL_PART = 32 * 1024 ** 2;
/** Texts in the list that the cells point into. */
export const MAX_SHARED_TEXTS = 10_000_000;

/** Characters of a row: the cells of several can point to the same long text. */
export const MAX_ROW_TEXT = 1024 ** 2;
/** Characters between two marks of the XML: what is longer than this is kept in memory until it ends. */
export const MAX_TOKEN = 1024 ** 2;
/** Elements within each other; a sheet has ten. */
export const MAX_DEPTH = 64;
/** Characters of a cell as the XML has them: one of the cell can be "_x000D_". */
export const MAX_ESCAPED_CELL = 7 * (MAX_CELL + 1);

/** More is in the file than any honest one holds; it was not read any further. */
export class TooLargeError extends Error {
  /** The cell or row, as Excel writes it ("D17", "17:17"), or the part of the file; null: all of it. */
  readonly place: string | null;
  constructor(place: string | null) {
    super(`too large: ${place ?? 'the file'}`);
    this.place = place;
  }
}
