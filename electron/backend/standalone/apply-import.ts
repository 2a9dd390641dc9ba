import {
  type ImportSummary,
  MAX_IMPORT_BYTES,
  NAMED_REJECTIONS,
} from '#shared/contract/window/standalone.ts';
import type { Agency, Officer } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { agencyIdOf } from '../../../lapor/agency-name.ts';
import { LAPOR_EVENTS, type LaporEvent } from '../../../lapor/import/lapor-event.ts';
import { merge } from '../../../lapor/import/merge.ts';
import { importMessage } from '../../../lapor/import/messages.ts';
import { readBatches } from '../../../lapor/import/read-batches.ts';
import type { ImportRow } from '../../../lapor/import/read-row.ts';
import { FileRefused, type Rejection } from '../../../lapor/import/rejection.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';

/** Bytes that a file may unpack to: its rows are kept in memory until the officer has decided. */
const MAX_UNPACKED_HERE = 512 * 1024 ** 2;

/** An export file of LAPOR! that was read: its good rows, and why the others are rejected. */
type ImportFile = { readonly rows: readonly ImportRow[]; readonly rejected: readonly Rejection[] };

/** Reads the bytes of an export file. A rejection alone: the file as a whole cannot be taken. */
async function readImport(bytes: Buffer): Promise<ImportFile | Rejection> {
  const rejected: Rejection[] = [];
  const rows: ImportRow[] = [];
  try {
    const batches = readBatches(bytes, rejected, MAX_UNPACKED_HERE);
    for await (const batch of batches) rows.push(...batch.map(({ row }) => row));
    return { rows, rejected };
  } catch (error) {
    if (error instanceof FileRefused) return error.rejection;
    throw error;
  }
}

/** The LAPOR! file that the window is handing over: only in memory, because it is full of names. */
export function importSlot() {
  let bytes = Buffer.alloc(0);
  let known: ReturnType<typeof readImport> | null = null;
  const clear = (): void => {
    bytes = Buffer.alloc(0);
    known = null;
  };
  return {
    /** A new file takes the place of the one before. False: it is too large. */
    begin: (size: number): boolean => {
      clear();
      if (size > MAX_IMPORT_BYTES) return false;
      bytes = Buffer.alloc(size);
      return true;
    },
    /** What would lie behind the end is left out. */
    append: (offset: number, chunk: Uint8Array): void => {
      const room = Math.max(0, bytes.length - offset);
      if (room > 0) bytes.set(chunk.subarray(0, room), offset);
    },
    /** What stands in it, read once. */
    read: () => {
      known ??= readImport(bytes);
      return known;
    },
    clear,
  };
}

/** Whose import it is, and when. */
export type ImportRun = {
  readonly journal: JournalStore;
  readonly officer: Officer;
  readonly language: Language;
  /** The file's spellings of the own agency, where they differ from the officer's; null: as before. */
  readonly ours: readonly string[] | null;
  /** False: only says what it would do. */
  readonly apply: boolean;
  /** ISO instant. */
  readonly at: string;
};

/** Merges the rows into the office's own complaints, all in one transaction. */
export function importRows(read: ImportFile, run: ImportRun): ImportSummary {
  const { standalone, write } = run.journal;
  const agencies = agenciesOf(read, run);
  if (!run.apply) return summarise(read, agencies, mergeRows(read, agencies, run), run);
  return write(() => {
    if (run.ours !== null) standalone.setOwnNames(run.ours);
    const counts = mergeRows(read, agencies, run);
    const before = standalone.names().agencies;
    const known = new Map([...before, ...agencies.values()].map((agency) => [agency.id, agency]));
    if (known.size > before.length) standalone.setNames({ agencies: [...known.values()] });
    return summarise(read, agencies, counts, run);
  });
}

/** The agencies of a file by the name that it writes. */
type Agencies = ReadonlyMap<string, Agency>;

/** The officer's own agency keeps its own id, however the file spells it. */
function agenciesOf({ rows }: ImportFile, { officer, ours, journal }: ImportRun): Agencies {
  const own = officer.agency;
  const names = [own?.name ?? '', ...(ours ?? journal.standalone.ownNames())].map(nameKey);
  const found = new Map<string, Agency>();
  for (const { agencyName: name, agencyLaporId: laporId } of rows) {
    if (name === '' || found.has(name)) continue;
    const isOurs = own !== null && names.includes(nameKey(name));
    found.set(name, isOurs ? own : { id: agencyIdOf({ name, laporId }), name });
  }
  return found;
}

/** What became of the rows, and what LAPOR! did meanwhile. */
type ImportCounts = Record<'new' | 'changed' | 'unchanged' | 'others', number> & {
  readonly happened: Partial<Record<LaporEvent, number>>;
};

function mergeRows({ rows }: ImportFile, agencies: Agencies, run: ImportRun): ImportCounts {
  const { standalone } = run.journal;
  const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, others: 0, happened: {} };
  const names = new Map([...agencies.values()].map(({ id, name }) => [id, name]));
  const agencyName = (id: string): string => names.get(id) ?? id;
  for (const row of rows) {
    const agencyId = agencies.get(row.agencyName)?.id ?? null;
    const before = standalone.byTrackingId(row.trackingId);
    if (before === null && agencyId !== run.officer.agency?.id) {
      counts.others++;
      continue;
    }
    const { row: complaint, timeline = [], readBy = [], lapor = null } = before ?? {};
    const known = complaint === undefined || lapor === null ? null : { complaint, memory: lapor };
    const merged = merge(known, row, { agencyId, agencyName, at: run.at });
    const { kind, happened, memory } = merged;
    counts[kind]++;
    if (happened !== null) counts.happened[happened] = (counts.happened[happened] ?? 0) + 1;
    if (!run.apply || (kind === 'unchanged' && memory === null)) continue;
    const entries = merged.entries.map(({ complaintId: _, ...entry }) => entry);
    standalone.put({ row: merged.row, timeline: [...timeline, ...entries], readBy, lapor: memory ?? lapor });
  }
  return counts;
}

function summarise(
  { rows, rejected }: ImportFile,
  agencies: Agencies,
  { happened, ...results }: ImportCounts,
  { language, officer, apply }: ImportRun,
): ImportSummary {
  const rowsOf = Map.groupBy(rows, ({ agencyName }) => agencyName);
  return {
    ok: true,
    applied: apply,
    ...results,
    rejected: rejected.length,
    named: rejected
      .slice(0, NAMED_REJECTIONS)
      .map((rejection) => ({ row: rejection.row, reason: importMessage(language, rejection) })),
    happened: LAPOR_EVENTS.flatMap((what) => {
      const count = happened[what];
      const sentence = `happened_${what}` as const;
      return count === undefined ? [] : [importMessage(language, { sentence, values: { count } })];
    }),
    agencies: [...agencies]
      .map(([name, { id }]) => ({
        name,
        rows: rowsOf.get(name)?.length ?? 0,
        ours: id === officer.agency?.id,
      }))
      .sort((a, b) => b.rows - a.rows),
  };
}
