import type { ExportLaid } from '#shared/contract/window/standalone.ts';
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
import type { AloneTable } from '../store/journal/standalone-table.ts';

/** An export that was read: its good rows, and why the others are none. */
export type ReadExport = { readonly rows: readonly ImportRow[]; readonly rejected: readonly Rejection[] };

/** Reads the bytes of an export. A rejection alone: the file as a whole cannot be taken. */
export async function readExport(bytes: Buffer): Promise<ReadExport | Rejection> {
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

export type Laying = {
  readonly journal: JournalStore;
  readonly officer: Officer;
  readonly language: Language;
  /** How the file writes the officer's own OPD, as far as it is written otherwise than he wrote it; null: as before. */
  readonly ours: readonly string[] | null;
  /** ISO instant. */
  readonly at: string;
};

/** The OPDs of a file by the name that it writes. */
type Agencies = ReadonlyMap<string, Agency>;

/** What the rows would do to the office's own reports. */
export function previewExport(read: ReadExport, laying: Laying): ExportLaid {
  const agencies = agenciesOf(read, laying);
  const laid = lay(read, agencies, laying, () => {});
  return told(read, agencies, laid, laying, false);
}

/** Lays the rows over the office's own reports, all in one transaction. */
export function applyExport(read: ReadExport, laying: Laying): ExportLaid {
  const { alone } = laying.journal;
  return laying.journal.write(() => {
    if (laying.ours !== null) alone.setOwnNames(laying.ours);
    const agencies = agenciesOf(read, laying);
    const laid = lay(read, agencies, laying, (report) => alone.put(report));
    const known = new Map(alone.names().agencies.map((agency) => [agency.id, agency]));
    const before = known.size;
    for (const agency of agencies.values()) known.set(agency.id, agency);
    if (known.size > before) alone.setNames({ agencies: [...known.values()] });
    return told(read, agencies, laid, laying, true);
  });
}

type Laid = Record<'new' | 'changed' | 'unchanged' | 'others', number> & {
  readonly happened: Partial<Record<LaporEvent, number>>;
};

function lay(
  { rows }: ReadExport,
  agencies: Agencies,
  laying: Laying,
  put: (report: Parameters<AloneTable['put']>[0]) => void,
): Laid {
  const { alone } = laying.journal;
  const laid: Laid = { new: 0, changed: 0, unchanged: 0, others: 0, happened: {} };
  const own = laying.officer.agency?.id ?? '';
  const names = new Map([...agencies.values()].map(({ id, name }) => [id, name]));
  for (const row of rows) {
    const agencyId = agencies.get(row.agencyName)?.id ?? null;
    const before = alone.byTrackingId(row.trackingId);
    if (before === null && agencyId !== own) {
      laid.others++;
      continue;
    }
    const known =
      before === null || before.lapor === null ? null : { complaint: before.row, memory: before.lapor };
    const agencyName = (id: string): string => names.get(id) ?? id;
    const merged = merge(known, row, { agencyId, agencyName, at: laying.at });
    laid[merged.kind]++;
    if (merged.happened !== null) laid.happened[merged.happened] = (laid.happened[merged.happened] ?? 0) + 1;
    if (merged.kind === 'unchanged' && merged.memory === null) continue;
    put({
      row: merged.row,
      timeline: [...(before?.timeline ?? []), ...merged.entries.map(({ complaintId: _, ...entry }) => entry)],
      readBy: before?.readBy ?? [],
      lapor: merged.memory ?? before?.lapor ?? null,
    });
  }
  return laid;
}

/** The own OPD under its own id, however the file writes it. */
function agenciesOf({ rows }: ReadExport, { officer, ours, journal }: Laying): Agencies {
  const own = officer.agency;
  const names = [own?.name ?? '', ...(ours ?? journal.alone.ownNames())].map(nameKey);
  const found = new Map<string, Agency>();
  for (const { agencyName: name, agencyLaporId: laporId } of rows) {
    if (name === '' || found.has(name)) continue;
    const isOurs = own !== null && names.includes(nameKey(name));
    found.set(name, isOurs ? own : { id: agencyIdOf({ name, laporId }), name });
  }
  return found;
}

function told(
  read: ReadExport,
  agencies: Agencies,
  laid: Laid,
  laying: Laying,
  applied: boolean,
): ExportLaid {
  const { language, officer } = laying;
  const { new: fresh, changed, unchanged, others, happened } = laid;
  const counts = new Map<string, number>();
  for (const { agencyName } of read.rows) counts.set(agencyName, (counts.get(agencyName) ?? 0) + 1);
  return {
    ok: true,
    applied,
    new: fresh,
    changed,
    unchanged,
    others,
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
      .map(([name, { id }]) => ({ name, rows: counts.get(name) ?? 0, ours: id === officer.agency?.id }))
      .sort((a, b) => b.rows - a.rows),
  };
}
