import { sql } from 'kysely';
import type { Agency } from '#shared/domain/people/roles.ts';
import { AgencyBook } from '../../lapor/import/agency-book.ts';
import type { LaporEvent } from '../../lapor/import/lapor-event.ts';
import { type Merged, merge } from '../../lapor/import/merge.ts';
import { type NumberedRow, readBatches } from '../../lapor/import/read-batches.ts';
import { FileRefused, type Rejection } from '../../lapor/import/rejection.ts';
import { announceAgencies, insertAgencies, listAgencies } from '../store/agencies.ts';
import { insertComplaints, readRows, updateComplaints } from '../store/complaints.ts';
import type { Db, Tx } from '../store/database.ts';
import { insertEntries } from '../store/entries.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { readMemory, rememberLapor } from '../store/lapor-memory.ts';

export type ImportOptions = {
  readonly path: string;
  readonly apply: boolean;
  /** Apply the good rows of a file that has bad ones. */
  readonly skipRejected: boolean;
  readonly createAgencies: boolean;
  readonly now: Date;
};

type Counts = Record<Merged['kind'], number> & {
  /** Rows whose agency is not known: they are imported, and wait until it is registered. */
  unassigned: number;
};

/** `row` of a rejection is the sheet's own row number; 0 where the file as a whole is meant. */
export type ImportReport = Readonly<Counts> & {
  readonly rejected: readonly Rejection[];
  /** What LAPOR! did with complaints that were known before, counted. */
  readonly happened: Readonly<Partial<Record<LaporEvent, number>>>;
  readonly applied: boolean;
  /** False: the file itself was refused, no row was looked at. */
  readonly readable: boolean;
};

/** Spells "IMPOR". Two imports at once would each see half of what the other writes. */
const IMPORT_LOCK = 0x494d504f52;

/** Thrown to end the transaction without a trace: nothing has failed. */
class RolledBack extends Error {}

/** Merges an export into the database, in one transaction or not at all. Without `apply`, only counts. */
export async function runImport(db: Db, options: ImportOptions): Promise<ImportReport> {
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, unassigned: 0 };
  const rejected: Rejection[] = [];
  const happened: Happened = {};
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`.execute(tx);
      const agencies = new AgencyBook(await listAgencies(tx), options.createAgencies);
      const importer = importInto(tx, options, agencies, counts, happened);
      for await (const batch of readBatches(options.path, rejected)) await importer.take(batch);
      if (!options.apply || (rejected.length > 0 && !options.skipRejected)) throw new RolledBack();
      await importer.finish();
    });
    return { ...counts, rejected, happened, applied: true, readable: true };
  } catch (error) {
    if (error instanceof RolledBack) return { ...counts, rejected, happened, applied: false, readable: true };
    if (!(error instanceof FileRefused)) throw error;
    const nothing = { new: 0, changed: 0, unchanged: 0, unassigned: 0 };
    return { ...nothing, rejected: [error.rejection], happened: {}, applied: false, readable: false };
  }
}

type Happened = Partial<Record<LaporEvent, number>>;

/** Merges batches into the database. The feeds come last, because others wait for their locks. */
function importInto(
  tx: Tx,
  { apply, path, now }: ImportOptions,
  agencies: AgencyBook,
  counts: Counts,
  happened: Happened,
) {
  const at = now.toISOString();
  const added: Agency[] = [];
  const feed: FeedLine[] = [];
  const agencyName = (id: string): string => agencies.nameOf(id);

  const note = ({ kind, row, happened: event }: Merged, agencyBefore: string | null): void => {
    counts[kind]++;
    if (event !== null) happened[event] = (happened[event] ?? 0) + 1;
    if (kind === 'unchanged') return;
    const { id: complaintId, agencyId } = row;
    if (agencyBefore !== null && agencyBefore !== agencyId)
      feed.push({ agencyId: agencyBefore, kind: 'removal', complaintId });
    if (agencyId !== null) feed.push({ agencyId, kind: 'upsert', complaintId });
  };

  const write = async (merged: readonly Merged[]): Promise<void> => {
    added.push(...(await insertAgencies(tx, agencies.takeCreated())));
    const rowsOf = (kind: Merged['kind']) => merged.flatMap((one) => (one.kind === kind ? [one.row] : []));
    await insertComplaints(tx, rowsOf('new'));
    await updateComplaints(tx, rowsOf('changed'));
    const entries = merged.flatMap((one) => one.entries);
    const memories = merged.flatMap((one) => one.memory ?? []);
    await insertEntries(tx, entries);
    await rememberLapor(tx, memories);
  };

  return {
    take: async (batch: readonly NumberedRow[]): Promise<void> => {
      const numbers = batch.map(({ row }) => row.trackingId);
      const complaints = await readRows(tx, numbers, apply ? 'forUpdate' : 'read');
      const ids = [...complaints.values()].map(({ id }) => id);
      const memories = await readMemory(tx, ids);
      const merged = batch.map(({ row }): Merged => {
        const agencyId = agencies.resolve(row.agencyLaporId, row.agencyName);
        if (agencyId === null) counts.unassigned++;
        const complaint = complaints.get(row.trackingId);
        const memory = complaint === undefined ? undefined : memories.get(complaint.id);
        const known = complaint === undefined || memory === undefined ? null : { complaint, memory };
        const result = merge(known, row, { agencyId, agencyName, at });
        note(result, complaint?.agencyId ?? null);
        return result;
      });
      if (apply) await write(merged);
    },
    finish: async (): Promise<void> => {
      await publish(tx, [...(await announceAgencies(tx, added)), ...feed]);
      if (counts.new + counts.changed === 0) return;
      const audit = { at, officerId: null, action: 'import', subject: path, detail: counts };
      await tx.insertInto('audit').values(audit).execute();
    },
  };
}
