import { sql } from 'kysely';
import type { Agency } from '#shared/domain/roles.ts';
import { readSheetRows, type SheetRow } from '../excel/rows.ts';
import { NotExcelError } from '../excel/zip.ts';
import { announceAgencies, insertAgencies, listAgencies } from '../store/agencies.ts';
import { insertComplaints, insertEntries, readRows, updateComplaints } from '../store/complaints.ts';
import type { Db, Tx } from '../store/database.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { readMemory, rememberLapor } from '../store/lapor-memory.ts';
import { say } from '../words.ts';
import { AgencyBook } from './agency-book.ts';
import { type Columns, isHeader, readHeader } from './columns.ts';
import type { Happened } from './happened-there.ts';
import { type Merged, merge } from './merge.ts';
import { type ExportRow, type Rejection, readRow } from './read-row.ts';

export type ImportOptions = {
  readonly path: string;
  readonly apply: boolean;
  /** Apply the good rows of a file that has bad ones. */
  readonly skipRejected: boolean;
  readonly createAgencies: boolean;
  readonly now: Date;
};

/** `row` of a rejection is the sheet's own row number; 0 where the file as a whole is meant. */
export type ImportReport = {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows whose OPD is not known: imported, and waiting in the tray of the Admin Instansi. */
  readonly unassigned: number;
  readonly rejected: readonly Rejection[];
  /** What LAPOR! did with reports that were known before, counted. */
  readonly happened: Readonly<Partial<Record<Happened, number>>>;
  readonly applied: boolean;
  /** False: the file itself was refused, no row was looked at. */
  readonly readable: boolean;
};

const BATCH = 500;
/** "IMPOR": two imports at once would look at each other's half. */
const IMPORT_LOCK = 0x494d504f52;

/** The file as a whole cannot be imported. */
class FileRefused extends Error {
  readonly row: number;
  constructor(row: number, reason: string) {
    super(reason);
    this.row = row;
  }
}
/** Ends the transaction without a trace. */
class RolledBack extends Error {}

/** Reads an export and lays it over the database: all of it in one transaction, or nothing. Without `apply`, only counts. */
export async function runImport(db: Db, options: ImportOptions): Promise<ImportReport> {
  const tally: Tally & { rejected: Rejection[] } = {
    new: 0,
    changed: 0,
    unchanged: 0,
    unassigned: 0,
    rejected: [],
    happened: {},
  };
  let applied = false;
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`.execute(tx);
      const before: readonly Agency[] = await listAgencies(tx);
      const importer = new Importer(tx, options, new AgencyBook(before, options.createAgencies), tally);
      for await (const batch of readBatches(options.path, tally.rejected)) await importer.take(batch);
      if (!options.apply || (tally.rejected.length > 0 && !options.skipRejected)) throw new RolledBack();
      await importer.finish();
    });
    applied = true;
  } catch (error) {
    if (error instanceof FileRefused) {
      const rejected = [{ row: error.row, reason: error.message }];
      return {
        new: 0,
        changed: 0,
        unchanged: 0,
        unassigned: 0,
        rejected,
        happened: {},
        applied: false,
        readable: false,
      };
    }
    if (!(error instanceof RolledBack)) throw error;
  }
  return { ...tally, applied, readable: true };
}

type NumberedRow = { readonly number: number; readonly row: ExportRow };

/** The good rows in batches; the others go to `rejected`. @throws FileRefused */
async function* readBatches(path: string, rejected: Rejection[]): AsyncGenerator<readonly NumberedRow[]> {
  let columns: Columns | null = null;
  let batch: NumberedRow[] = [];
  const firstRowOf = new Map<string, number>();
  for await (const rows of sheetRows(path)) {
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
        rejected.push({ row: read.number, reason: say('rowDuplicate', { value: trackingId, first }) });
        continue;
      }
      firstRowOf.set(trackingId, read.number);
      batch.push(read);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (columns === null) throw new FileRefused(0, say('fileNoHeader'));
  if (batch.length > 0) yield batch;
}

async function* sheetRows(path: string): AsyncGenerator<readonly SheetRow[]> {
  try {
    yield* readSheetRows(path);
  } catch (error) {
    if (error instanceof NotExcelError) throw new FileRefused(0, say('fileNotExcel'));
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new FileRefused(0, say('fileNotFound', { path }));
    }
    if (error instanceof Error && 'code' in error && (error.code === 'EISDIR' || error.code === 'EACCES')) {
      throw new FileRefused(0, say('fileUnreadable', { path }));
    }
    throw error;
  }
}

function headerOf(row: SheetRow): Columns {
  const header = readHeader(row);
  if (header.ok) return header.columns;
  throw new FileRefused(row.number, say('fileMissingColumns', { columns: header.missing.join(', ') }));
}

type Tally = {
  new: number;
  changed: number;
  unchanged: number;
  unassigned: number;
  happened: Partial<Record<Happened, number>>;
};

/** Works batch by batch; the feeds, whose locks others wait for, come last. */
class Importer {
  readonly #tx: Tx;
  readonly #options: ImportOptions;
  readonly #agencies: AgencyBook;
  readonly #tally: Tally;
  readonly #added: Agency[] = [];
  readonly #feed: FeedLine[] = [];

  constructor(tx: Tx, options: ImportOptions, agencies: AgencyBook, tally: Tally) {
    this.#tx = tx;
    this.#options = options;
    this.#agencies = agencies;
    this.#tally = tally;
  }

  async take(batch: readonly NumberedRow[]): Promise<void> {
    const { apply, now } = this.#options;
    const complaints = await readRows(
      this.#tx,
      batch.map(({ row }) => row.trackingId),
      apply ? 'lock' : 'look',
    );
    const memories = await readMemory(
      this.#tx,
      [...complaints.values()].map(({ id }) => id),
    );
    const merged = batch.map(({ row }): Merged => {
      const agencyId = this.#agencies.resolve(row.agencyLaporId, row.agencyName);
      if (agencyId === null) this.#tally.unassigned++;
      const complaint = complaints.get(row.trackingId);
      const memory = complaint === undefined ? undefined : memories.get(complaint.id);
      const known = complaint === undefined || memory === undefined ? null : { complaint, memory };
      const agencyName = (id: string): string => this.#agencies.nameOf(id);
      const result = merge(known, row, { agencyId, agencyName, at: now.toISOString() });
      this.#note(result, complaint?.agency_id ?? null);
      return result;
    });
    if (apply) await this.#write(merged);
  }

  #note({ kind, row, happened }: Merged, agencyBefore: string | null): void {
    this.#tally[kind]++;
    const counts = this.#tally.happened;
    if (happened !== null) counts[happened] = (counts[happened] ?? 0) + 1;
    if (kind === 'unchanged') return;
    if (agencyBefore !== null && agencyBefore !== row.agency_id) {
      this.#feed.push({ agencyId: agencyBefore, kind: 'removal', complaintId: row.id });
    }
    if (row.agency_id !== null)
      this.#feed.push({ agencyId: row.agency_id, kind: 'upsert', complaintId: row.id });
  }

  async #write(merged: readonly Merged[]): Promise<void> {
    const tx = this.#tx;
    this.#added.push(...(await insertAgencies(tx, this.#agencies.takeCreated())));
    const rowsOf = (kind: Merged['kind']) => merged.flatMap((one) => (one.kind === kind ? [one.row] : []));
    await insertComplaints(tx, rowsOf('new'));
    await updateComplaints(tx, rowsOf('changed'));
    await insertEntries(
      tx,
      merged.flatMap(({ entries }) => entries),
    );
    await rememberLapor(
      tx,
      merged.flatMap(({ memory }) => memory ?? []),
    );
  }

  async finish(): Promise<void> {
    const { new: fresh, changed, unchanged, unassigned } = this.#tally;
    await publish(this.#tx, [...(await announceAgencies(this.#tx, this.#added)), ...this.#feed]);
    if (fresh + changed === 0) return;
    await this.#tx
      .insertInto('audit')
      .values({
        at: this.#options.now.toISOString(),
        officer_id: null,
        action: 'import',
        subject: this.#options.path,
        detail: { new: fresh, changed, unchanged, unassigned },
      })
      .execute();
  }
}
