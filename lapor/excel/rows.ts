import { fromSerial } from './dates.ts';
import {
  MAX_COLUMNS,
  MAX_ESCAPED_CELL,
  MAX_ROW_TEXT,
  MAX_ROWS,
  MAX_UNPACKED,
  TooLargeError,
} from './limits.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { unescapeExcel } from './text.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { readXml, type XmlHandlers } from './xml.ts';
import { NotExcelError, openZip } from './zip.ts';

/** A real date or time cell of Excel; `time` to the minute. A cell with a time alone has a day in 1899. */
export type DateCell = { readonly day: string; readonly time: string };
export type Cell = string | number | boolean | DateCell;

export type SheetRow = {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  /** By column, from 0; empty cells are absent. */
  readonly cells: readonly (Cell | undefined)[];
};

/** The path of a workbook, or its bytes. */
export type LaporFile = string | Buffer;

/**
 * The rows of a workbook's first sheet, in chunks as they are read: memory does not grow with the file.
 * A cell that is longer than Excel's can be comes too long, for the reader of its row to say so.
 * @param most bytes that it may unpack to, and characters of all cells
 * @throws NotExcelError when it is no workbook, or a damaged one; TooLargeError; ENOENT and the like as Node
 *   throws them
 */
export async function* readSheetRows(
  from: LaporFile,
  most = MAX_UNPACKED,
): AsyncGenerator<readonly SheetRow[]> {
  const zip = await openZip(from, most);
  let strings: SharedStrings | null = null;
  try {
    const workbook = await readWorkbook(zip);
    if (workbook.sharedStrings !== null) {
      strings = await readSharedStrings(await zip.stream(workbook.sharedStrings), workbook.sharedStrings);
    }
    let rows: SheetRow[] = [];
    const { place, ...handlers } = sheetHandlers(workbook, strings, most, (row) => rows.push(row));
    for await (const _ of readXml(await zip.stream(workbook.sheet), handlers, place)) {
      if (rows.length > 0) yield rows;
      rows = [];
    }
  } finally {
    strings?.close();
    zip.close();
  }
}

function sheetHandlers(
  { isDateStyle, from1904 }: Workbook,
  strings: SharedStrings | null,
  most: number,
  onRow: (row: SheetRow) => void,
): XmlHandlers & { readonly place: () => string } {
  let number = 0;
  const bounds = sheetBounds(most);
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let raw = '';
  let taking = false;
  let phonetic = false;

  const cellValue = (): Cell | undefined => {
    switch (type) {
      case 's':
        return strings?.at(Number(raw)) ?? '';
      case 'b':
        return raw === '1';
      case 'd':
        return { day: raw.slice(0, 10), time: raw.slice(11, 16) || '00:00' };
      case 'inlineStr':
      case 'str':
      case 'e':
        return unescapeExcel(raw);
      default: {
        const value = Number(raw);
        if (raw.trim() === '' || Number.isNaN(value)) return raw;
        return isDateStyle(style) ? fromSerial(value, from1904) : value;
      }
    }
  };

  return {
    place: () => `${lettersOf(column)}${number}`,
    open: (name, attribute) => {
      switch (name) {
        case 'row':
          number = Number(attribute('r') ?? number + 1);
          bounds.beginRow(number);
          cells = [];
          column = -1;
          break;
        case 'c': {
          const reference = attribute('r');
          column = reference === undefined ? column + 1 : columnOf(reference);
          bounds.beginCell(column);
          type = attribute('t') ?? 'n';
          style = Number(attribute('s') ?? 0);
          raw = '';
          break;
        }
        case 'rPh':
          phonetic = true;
          break;
        case 'v':
        case 't':
          taking = !phonetic;
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'row') onRow({ number, cells });
      else if (name === 'c' && raw !== '') cells[column] = bounds.counted(cellValue());
    },
    text: (part) => {
      if (taking && raw.length < MAX_ESCAPED_CELL) raw += part;
    },
  };
}

/** Ends the reading of a sheet that goes on where Excel's would end, or that holds too much text. */
function sheetBounds(most: number) {
  let row = 0;
  let rows = 0;
  let allText = 0;
  let rowText = 0;
  return {
    beginRow: (number: number): void => {
      row = number;
      rowText = 0;
      if (++rows > MAX_ROWS || !(number <= MAX_ROWS)) throw new NotExcelError('a row beyond the last one');
    },
    beginCell: (column: number): void => {
      if (column >= MAX_COLUMNS) throw new NotExcelError('a column beyond the last one');
    },
    /** A short cell can point to a long text, as often as it likes. */
    counted: (value: Cell | undefined): Cell | undefined => {
      if (typeof value !== 'string') return value;
      rowText += value.length;
      allText += value.length;
      if (rowText > MAX_ROW_TEXT) throw new TooLargeError(`${row}:${row}`);
      if (allText > most) throw new TooLargeError(null);
      return value;
    },
  };
}

/** "AB12" is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** Column 27 is "AB". */
function lettersOf(column: number): string {
  const letters = column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1);
  return letters + String.fromCharCode(65 + (Math.max(column, 0) % 26));
}
