import type { ImportSummary } from '#shared/contract/window/standalone.ts';
import { NAMED_REJECTIONS } from '#shared/contract/window/standalone.ts';
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
import type { StandaloneTable } from '../store/journal/standalone-table.ts';

/** An export file of LAPOR! that was read: its good rows, and why the others are rejected. */
export type ImportFile = { readonly rows: readonly ImportRow[]; readonly rejected: readonly Rejection[] };

/** Reads the bytes of an export file. A rejection alone: the file as a whole cannot be taken. */
export async function readImport(bytes: Buffer): Promise<ImportFile | Rejection> {
  const rejected: Rejection[] = [];
  const rows: ImportRow[] = [];
  try {
    for await (const batch of readBatches(bytes, rejected)) rows.push(...batch.map(({ row }) => row));
    return { rows, rejected };
  } catch (error) {
    if (error instanceof FileRefused) return error.rejection;
    throw error;
  }
}

/** Whose import it is, and when. */
export type ImportRun = {
  readonly journal: JournalStore;
  readonly officer: Officer;
  readonly language: Language;
  /**
   * The file's spellings of the officer's own agency, where they differ from the officer's; null: as before.
   */
  readonly ours: readonly string[] | null;
  /** ISO instant. */
  readonly at: string;
};

/** The agencies of a file by the name that it writes. */
type Agencies = ReadonlyMap<string, Agency>;

/** What the rows would do to the office's own complaints. */
export function previewImport(read: ImportFile, run: ImportRun): ImportSummary {
  const agencies = agenciesOf(read, run);
  const counts = mergeRows(read, agencies, run, () => {});
  return summarise(read, agencies, counts, run, false);
}

/** Merges the rows into the office's own complaints, all in one transaction. */
export function applyImport(read: ImportFile, run: ImportRun): ImportSummary {
  const { standalone } = run.journal;
  return run.journal.write(() => {
    if (run.ours !== null) standalone.setOwnNames(run.ours);
    const agencies = agenciesOf(read, run);
    const counts = mergeRows(read, agencies, run, (complaint) => standalone.put(complaint));
    const known = new Map(standalone.names().agencies.map((agency) => [agency.id, agency]));
    const before = known.size;
    for (const agency of agencies.values()) known.set(agency.id, agency);
    if (known.size > before) standalone.setNames({ agencies: [...known.values()] });
    return summarise(read, agencies, counts, run, true);
  });
}

/** What became of the rows, and what LAPOR! did meanwhile. */
type ImportCounts = Record<'new' | 'changed' | 'unchanged' | 'others', number> & {
  readonly happened: Partial<Record<LaporEvent, number>>;
};

function mergeRows(
  { rows }: ImportFile,
  agencies: Agencies,
  run: ImportRun,
  put: (complaint: Parameters<StandaloneTable['put']>[0]) => void,
): ImportCounts {
  const { standalone } = run.journal;
  const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, others: 0, happened: {} };
  const own = run.officer.agency?.id ?? '';
  const names = new Map([...agencies.values()].map(({ id, name }) => [id, name]));
  for (const row of rows) {
    const agencyId = agencies.get(row.agencyName)?.id ?? null;
    const before = standalone.byTrackingId(row.trackingId);
    if (before === null && agencyId !== own) {
      counts.others++;
      continue;
    }
    const known =
      before === null || before.lapor === null ? null : { complaint: before.row, memory: before.lapor };
    const agencyName = (id: string): string => names.get(id) ?? id;
    const merged = merge(known, row, { agencyId, agencyName, at: run.at });
    counts[merged.kind]++;
    if (merged.happened !== null)
      counts.happened[merged.happened] = (counts.happened[merged.happened] ?? 0) + 1;
    if (merged.kind === 'unchanged' && merged.memory === null) continue;
    put({
      row: merged.row,
      timeline: [...(before?.timeline ?? []), ...merged.entries.map(({ complaintId: _, ...entry }) => entry)],
      readBy: before?.readBy ?? [],
      lapor: merged.memory ?? before?.lapor ?? null,
    });
  }
  return counts;
}

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

function summarise(
  read: ImportFile,
  agencies: Agencies,
  counts: ImportCounts,
  run: ImportRun,
  applied: boolean,
): ImportSummary {
  const { language, officer } = run;
  const { happened, ...results } = counts;
  const rowsOf = new Map<string, number>();
  for (const { agencyName } of read.rows) rowsOf.set(agencyName, (rowsOf.get(agencyName) ?? 0) + 1);
  return {
    ok: true,
    applied,
    ...results,
    rejected: read.rejected.length,
    named: read.rejected
      .slice(0, NAMED_REJECTIONS)
      .map((rejection) => ({ row: rejection.row, reason: importMessage(language, rejection) })),
    happened: LAPOR_EVENTS.flatMap((what) => {
      const count = happened[what];
      const sentence = `happened_${what}` as const;
      return count === undefined ? [] : [importMessage(language, { sentence, values: { count } })];
    }),
    agencies: [...agencies]
      .map(([name, { id }]) => ({ name, rows: rowsOf.get(name) ?? 0, ours: id === officer.agency?.id }))
      .sort((a, b) => b.rows - a.rows),
  };
}
