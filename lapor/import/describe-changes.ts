import { dayOf } from '#shared/domain/calendar/day.ts';
import { FIELDS, type Field } from '#shared/domain/complaint/fields.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';

/** A complaint as we have it, and what the export last said of it. */
export type Known = { readonly complaint: ComplaintRow; readonly memory: LaporMemory };

const NOTHING = '(kosong)';

/** The fields with a label are short enough to be shown as "old → new", the status before everything else. */
const SHOWN = Object.entries<Field>(FIELDS)
  .flatMap(([name, { label, stored }]) =>
    label === undefined ? [] : [{ name: name as keyof ComplaintRow, label, stored }],
  )
  .sort((a, b) => Number(isStatus(b.name)) - Number(isStatus(a.name)));
type Shown = (typeof SHOWN)[number];

function isStatus(name: string): boolean {
  return name === 'rawStatus' || name === 'statusReason';
}

/** Timeline entries are records, so their language is Indonesian. */
function shown(row: ComplaintRow, { name, stored }: Shown): string {
  const value = row[name];
  if (name === 'classification') return row.classification.replaceAll('_', ' ');
  if (stored === 'flag') return value === true ? 'ya' : 'tidak';
  if (stored === 'instant') return dayOf(String(value));
  return Array.isArray(value) ? value.join(' > ') : String(value ?? '');
}

/** One line per thing that differs, in words for the officer; empty when nothing does. */
export function describeChanges(
  before: ComplaintRow,
  after: ComplaintRow,
  agencyName: (id: string) => string,
): readonly string[] {
  const lines: string[] = [];
  const name = (id: string | null): string => (id === null ? 'belum ditetapkan' : agencyName(id));
  if (before.agencyId !== after.agencyId)
    lines.push(`OPD: ${name(before.agencyId)} → ${name(after.agencyId)}`);
  for (const field of SHOWN) {
    const [old, now] = [shown(before, field), shown(after, field)];
    if (old !== now) lines.push(`${field.label}: ${old || NOTHING} → ${now || NOTHING}`);
  }
  if (before.receivedAt !== after.receivedAt && dayOf(before.receivedAt) === dayOf(after.receivedAt)) {
    lines.push('Waktu masuk diperbarui');
  }
  if (before.originalText !== after.originalText) lines.push('Isi laporan awal diperbarui');
  if (before.finalText !== after.finalText) lines.push('Isi laporan akhir diperbarui');
  // The name itself is not written down a second time: it may be one that nobody must see.
  if (before.reporterName !== after.reporterName) lines.push('Nama pelapor diperbarui');
  for (const [heading, value] of Object.entries(after.extra)) {
    const old = before.extra[heading] ?? '';
    if (old !== value) lines.push(`${heading}: ${old || NOTHING} → ${value || NOTHING}`);
  }
  return lines;
}
