import { FIELDS, type Field, type FieldName, headingKey } from '#shared/domain/complaint/fields.ts';
import type { Cell, SheetRow } from '../excel/rows.ts';

type Fields = typeof FIELDS;
/** The fields of a complaint that are a column of the export. */
export type ColumnField = {
  [Name in FieldName]: Fields[Name] extends { heading: string } ? Name : never;
}[FieldName];
/** Those of them that every export has. */
export type RequiredField = {
  [Name in FieldName]: Fields[Name] extends { required: true } ? Name : never;
}[FieldName];

/** The columns of which a field is put together, or that name one another way. */
const OTHER_HEADINGS = {
  receivedDay: 'Tanggal Laporan Masuk',
  receivedTime: 'Waktu Laporan Masuk',
  flags: 'Tipe Laporan (Anonim/Rahasia)',
  agencyId: 'ID Instansi Terdisposisi',
} as const;
export type ColumnName = ColumnField | keyof typeof OTHER_HEADINGS;

const fields = Object.entries<Field>(FIELDS);

/** The columns of the LAPOR! export that the product has a name for. */
export const COLUMN_HEADINGS = {
  ...Object.fromEntries(
    fields.flatMap(([name, { heading }]) => (heading === undefined ? [] : [[name, heading]])),
  ),
  ...OTHER_HEADINGS,
} as Readonly<Record<ColumnName, string>>;

const COLUMNS = new Map(
  (Object.keys(COLUMN_HEADINGS) as ColumnName[]).map((name) => [headingKey(COLUMN_HEADINGS[name]), name]),
);

/** Without these a complaint cannot be worked on; a file that lacks one is refused as a whole. */
const REQUIRED = [
  ...fields.flatMap(([name, { required }]) => (required === true ? [name] : [])),
  'receivedDay',
] as readonly ColumnName[];

export type Columns = {
  readonly named: ReadonlyMap<ColumnName, number>;
  /** Headings without a name of ours, as they are written; their cells are kept. */
  readonly others: readonly { readonly heading: string; readonly index: number }[];
};

/** The header is the row whose first filled cell is "Tracking ID"; its place varies. */
export function isHeader(row: SheetRow): boolean {
  const first = row.cells.find((cell) => cell !== undefined && textOf(cell) !== '');
  return first !== undefined && headingKey(textOf(first)) === headingKey(COLUMN_HEADINGS.trackingId);
}

/** Where each column stands, by its heading, whatever its order, case and spacing; or which are missing. */
export function readHeader(row: SheetRow) {
  const named = new Map<ColumnName, number>();
  const others: { heading: string; index: number }[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const heading = textOf(cell);
    if (heading === '') continue;
    const name = columnOf(heading);
    // A heading that stands twice counts once; the second one is kept like an unknown one.
    if (name !== undefined && !named.has(name)) named.set(name, index);
    else if (others.some((other) => other.heading === heading)) continue;
    else others.push({ heading, index });
  }
  const missing = REQUIRED.filter((name) => !named.has(name)).map((name) => COLUMN_HEADINGS[name]);
  if (missing.length > 0) return { ok: false, missing } as const;
  return { ok: true, columns: { named, others } } as const;
}

/** The column with this heading, whatever its case and spacing; undefined: one without a name of ours. */
export function columnOf(heading: string): ColumnName | undefined {
  return COLUMNS.get(headingKey(heading));
}

/** A cell as text: numbers without ".0", dates as ISO. What looks like a formula is text like any other. */
export function textOf(cell: Cell | undefined): string {
  switch (typeof cell) {
    case 'string':
      // PostgreSQL cannot hold NUL in text, nor half a character in JSON.
      return cell.replaceAll('\0', '').toWellFormed().trim();
    case 'number':
      return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
    case 'boolean':
      return cell ? 'Ya' : 'Tidak';
    case 'object':
      return `${cell.day} ${cell.time}`;
    default:
      return '';
  }
}
