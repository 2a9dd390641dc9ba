import { MAX_UNPACKED, TooLargeError } from '../excel/limits.ts';
import { type LaporFile, readSheetRows, type SheetRow } from '../excel/rows.ts';
import { NotExcelError } from '../excel/zip.ts';
import { type Columns, isHeader, readHeader } from './columns.ts';
import { type ImportRow, readRow } from './read-row.ts';
import { FileRefused, type Rejection } from './rejection.ts';

/** Rows that are merged into a store at once: so many, or with so many characters. */
const BATCH = 500;
const BATCH_TEXT = 16 * 1024 ** 2;

export type NumberedRow = { readonly number: number; readonly row: ImportRow };

/**
 * The good rows in batches; the others go to `rejected`.
 * @param most bytes that the file may unpack to
 * @throws FileRefused
 */
export async function* readBatches(
  from: LaporFile,
  rejected: Rejection[],
  most = MAX_UNPACKED,
): AsyncGenerator<readonly NumberedRow[]> {
  let columns: Columns | null = null;
  let batch: NumberedRow[] = [];
  let text = 0;
  const firstRowOf = new Map<string, number>();
  for await (const rows of sheetRows(from, most)) {
    for (const sheetRow of rows) {
      if (columns === null) {
        if (isHeader(sheetRow)) columns = headerOf(sheetRow);
        continue;
      }
      const read = readRow(sheetRow, columns);
      if (read.kind === 'rejected') rejected.push(read.rejection);
      if (read.kind !== 'row') continue;
      const { trackingId } = read.row;
      const first = firstRowOf.get(trackingId);
      if (first !== undefined) {
        const values = { value: trackingId, first };
        rejected.push({ row: read.number, sentence: 'rowDuplicate', values });
        continue;
      }
      firstRowOf.set(trackingId, read.number);
      batch.push(read);
      text += textLength(sheetRow);
      if (batch.length < BATCH && text < BATCH_TEXT) continue;
      yield batch;
      batch = [];
      text = 0;
    }
  }
  if (columns === null) throw new FileRefused('fileNoHeader');
  if (batch.length > 0) yield batch;
}

const textLength = ({ cells }: SheetRow): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);

async function* sheetRows(from: LaporFile, most: number): AsyncGenerator<readonly SheetRow[]> {
  const path = typeof from === 'string' ? from : '';
  try {
    yield* readSheetRows(from, most);
  } catch (error) {
    if (error instanceof NotExcelError) throw new FileRefused('fileNotExcel');
    if (error instanceof TooLargeError) {
      const { place } = error;
      if (place !== null) throw new FileRefused('fileTextTooLong', { place });
      throw new FileRefused('fileTooLarge', { most: Math.floor(most / 1024 ** 2) });
    }
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new FileRefused('fileNotFound', { path });
    if (code === 'EISDIR' || code === 'EACCES') throw new FileRefused('fileUnreadable', { path });
    throw error;
  }
}

function headerOf(row: SheetRow): Columns {
  const header = readHeader(row);
  if (header.ok) return header.columns;
  throw new FileRefused('fileMissingColumns', { columns: header.missing.join(', ') }, row.number);
}
