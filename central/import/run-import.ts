import { sql } from 'kysely';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { AgencyBook } from '../../lapor/import/agency-book.ts';
import type { LaporEvent } from '../../lapor/import/lapor-event.ts';
import { type Merged, merge } from '../../lapor/import/merge.ts';
import { type NumberedRow, readBatches } from '../../lapor/import/read-batches.ts';
import { FileRefused, type Rejection } from '../../lapor/import/rejection.ts';
import { adoptConfirmed } from '../commands/adopt.ts';
import { announceAgencies, insertAgencies, listAgencies } from '../store/agencies.ts';
import { isReadable, readRows } from '../store/complaints.ts';
import type { Db, Tx } from '../store/database.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { ownWordOf, readMemory } from '../store/lapor-memory.ts';
import { type MergedRow, notStorable, writeMerged } from './write-merged.ts';

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
      const importer = importInto(tx, options, agencies, { counts, happened, rejected });
      for await (const batch of readBatches(options.path, rejected)) await importer.take(batch);
      if (!options.apply || (rejected.length > 0 && !options.skipRejected)) throw new RolledBack();
      await importer.finish();
    });
    await adoptConfirmed({ db, now: () => options.now, onFault: () => undefined });
    return { ...counts, rejected, happened, applied: true, readable: true };
  } catch (error) {
    if (error instanceof RolledBack) return { ...counts, rejected, happened, applied: false, readable: true };
    if (!(error instanceof FileRefused)) throw error;
    const nothing = { new: 0, changed: 0, unchanged: 0, unassigned: 0 };
    return { ...nothing, rejected: [error.rejection], happened: {}, applied: false, readable: false };
  }
}

type Happened = Partial<Record<LaporEvent, number>>;
/** What an import has come to so far. */
type Outcome = {
  readonly counts: Counts;
  readonly happened: Happened;
  readonly rejected: Rejection[];
};
/** What the database holds of a batch: complaints by tracking id, LAPOR!'s last word by complaint. */
type Stored = {
  readonly complaints: ReadonlyMap<string, ComplaintRow>;
  readonly memories: ReadonlyMap<string, LaporMemory>;
};

/** Merges batches into the database. The feeds come last, because others wait for their locks. */
function importInto(
  tx: Tx,
  { apply, path, now }: ImportOptions,
  agencies: AgencyBook,
  { counts, happened, rejected }: Outcome,
) {
  const at = now.toISOString();
  const added: Agency[] = [];
  const feed: FeedLine[] = [];
  const agencyName = (id: string): string => agencies.nameOf(id);

  const note = ({ merged: { kind, row, happened: event }, agencyBefore, unassigned }: MergedRow): void => {
    counts[kind]++;
    if (unassigned) counts.unassigned++;
    if (event !== null) happened[event] = (happened[event] ?? 0) + 1;
    if (kind === 'unchanged') return;
    const { id: complaintId, agencyId } = row;
    if (agencyBefore !== null && agencyBefore !== agencyId)
      feed.push({ agencyId: agencyBefore, kind: 'removal', complaintId });
    if (agencyId !== null) feed.push({ agencyId, kind: 'upsert', complaintId });
  };

  const mergeRow = ({ number, row }: NumberedRow, stored: Stored): MergedRow | null => {
    const complaint = stored.complaints.get(row.trackingId);
    if (complaint !== undefined && !isReadable(complaint)) {
      rejected.push(notStorable(number, row.trackingId));
      return null;
    }
    const agencyId = agencies.resolve(row.agencyLaporId, row.agencyName);
    const memory = complaint && (stored.memories.get(complaint.id) ?? ownWordOf(complaint));
    const known = complaint === undefined || memory === undefined ? null : { complaint, memory };
    const merged = merge(known, row, { agencyId, agencyName, at });
    return { number, merged, agencyBefore: complaint?.agencyId ?? null, unassigned: agencyId === null };
  };

  return {
    take: async (batch: readonly NumberedRow[]): Promise<void> => {
      const numbers = batch.map(({ row }) => row.trackingId);
      const complaints = await readRows(tx, numbers, apply ? 'forUpdate' : 'read');
      const ids = [...complaints.values()].map(({ id }) => id);
      const stored = { complaints, memories: await readMemory(tx, ids) };
      const merged = batch.flatMap((row) => mergeRow(row, stored) ?? []);
      if (apply) added.push(...(await insertAgencies(tx, agencies.takeCreated())));
      const written = apply ? await writeMerged(tx, merged, rejected) : merged;
      for (const row of written) note(row);
    },
    finish: async (): Promise<void> => {
      await publish(tx, [...(await announceAgencies(tx, added)), ...feed]);
      if (counts.new + counts.changed === 0) return;
      const audit = { at, officerId: null, action: 'import', subject: path, detail: counts };
      await tx.insertInto('audit').values(audit).execute();
    },
  };
}
