import { type LaporFile, readSheetRows, type SheetRow } from '../excel/rows.ts';
import { NotExcelError } from '../excel/zip.ts';
import { type Columns, isHeader, readHeader } from './columns.ts';
import { type ImportRow, readRow } from './read-row.ts';
import { FileRefused, type Rejection } from './rejection.ts';

/** Rows that are merged into a store at once. */
const BATCH = 500;

export type NumberedRow = { readonly number: number; readonly row: ImportRow };

/** The good rows in batches; the others go to `rejected`. @throws FileRefused */
export async function* readBatches(
  from: LaporFile,
  rejected: Rejection[],
): AsyncGenerator<readonly NumberedRow[]> {
  let columns: Columns | null = null;
  let batch: NumberedRow[] = [];
  const firstRowOf = new Map<string, number>();
  for await (const rows of sheetRows(from)) {
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
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (columns === null) throw new FileRefused('fileNoHeader');
  if (batch.length > 0) yield batch;
}

async function* sheetRows(from: LaporFile): AsyncGenerator<readonly SheetRow[]> {
  const path = typeof from === 'string' ? from : '';
  try {
    yield* readSheetRows(from);
  } catch (error) {
    if (error instanceof NotExcelError) throw new FileRefused('fileNotExcel');
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
