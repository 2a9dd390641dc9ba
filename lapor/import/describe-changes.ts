import { dayOf } from '#shared/domain/calendar/day.ts';
import { FIELDS, type Field, type FieldName, labelOf } from '#shared/domain/complaint/fields.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import { columnOf } from './columns.ts';

/** A complaint as we have it, and what the export last said of it. */
export type Known = { readonly complaint: ComplaintRow; readonly memory: LaporMemory };

const NOTHING = '(kosong)';

/** They stand before everything else, the last of them first. */
const FIRST = ['statusReason', 'rawStatus', 'agency'];

const NAMED = Object.entries<Field>(FIELDS)
  .flatMap(([name, field]) => {
    const label = labelOf(field);
    return label === null ? [] : [{ ...field, name: name as FieldName, label }];
  })
  .sort((a, b) => FIRST.indexOf(b.name) - FIRST.indexOf(a.name));
type Named = (typeof NAMED)[number];
const SHOWN = NAMED.filter(({ labelOnly }) => labelOnly !== true);
const LABEL_ONLY = NAMED.filter(({ labelOnly }) => labelOnly === true);

/** One line per thing that differs, in words for the officer; empty when nothing does. */
export function describeChanges(
  before: ComplaintRow,
  after: ComplaintRow,
  agencyName: (id: string) => string,
): readonly string[] {
  const lines: string[] = [];
  // A column that had no name of ours at the last import was kept under its heading.
  const kept = new Map<string | undefined, string>();
  for (const [heading, value] of Object.entries(before.extra))
    if (!Object.hasOwn(after.extra, heading)) kept.set(columnOf(heading), value);
  for (const field of SHOWN) {
    const from = shown(valueIn(before, field) ?? kept.get(field.name) ?? null, field, agencyName);
    const to = shown(valueIn(after, field), field, agencyName);
    if (from !== to) lines.push(`${field.label}: ${from} → ${to}`);
  }
  if (before.receivedAt !== after.receivedAt && dayOf(before.receivedAt) === dayOf(after.receivedAt)) {
    lines.push('Waktu masuk diperbarui');
  }
  for (const field of LABEL_ONLY) {
    if (valueIn(before, field) !== valueIn(after, field)) lines.push(`${field.label} diperbarui`);
  }
  for (const [heading, value] of Object.entries(after.extra)) {
    const old = Object.hasOwn(before.extra, heading) ? before.extra[heading] : '';
    if (old !== value) lines.push(`${heading}: ${old || NOTHING} → ${value || NOTHING}`);
  }
  return lines;
}

function valueIn(row: ComplaintRow, { name, stored }: Named): unknown {
  return stored === 'agency' ? row.agencyId : row[name as keyof ComplaintRow];
}

/** Timeline entries are records, so their language is Indonesian. */
function shown(value: unknown, { name, stored }: Named, agencyName: (id: string) => string): string {
  if (stored === 'agency') return value === null ? 'belum ditetapkan' : agencyName(String(value));
  if (name === 'classification') return String(value).replaceAll('_', ' ');
  if (stored === 'flag') return value === true ? 'ya' : 'tidak';
  if (stored === 'instant') return dayOf(String(value));
  return (Array.isArray(value) ? value.join(' > ') : String(value ?? '')) || NOTHING;
}
