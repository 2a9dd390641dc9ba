import type { Cell, SheetRow } from '../excel/rows.ts';

/** The columns of the LAPOR! export that the product has a name for. */
export const COLUMN_HEADINGS = {
  trackingId: 'Tracking ID',
  receivedDay: 'Tanggal Laporan Masuk',
  receivedTime: 'Waktu Laporan Masuk',
  reporterName: 'Nama Pelapor',
  classification: 'Klasifikasi Laporan',
  categoryId: 'ID Kategori',
  category: 'Kategori',
  title: 'Judul Laporan',
  originalText: 'Isi Laporan Awal',
  finalText: 'Isi Laporan Akhir',
  flags: 'Tipe Laporan (Anonim/Rahasia)',
  channel: 'Sumber Laporan',
  parentAgency: 'Instansi Induk',
  agencyId: 'ID Instansi Terdisposisi',
  agencyName: 'Instansi Terdisposisi',
  rawStatus: 'Status Laporan',
  statusReason: 'Alasan Tunda/Arsip',
  province: 'Provinsi',
  regency: 'Kota/Kabupaten',
  district: 'Kecamatan',
  village: 'Kelurahan',
  rating: 'Rating',
} as const;
export type ColumnName = keyof typeof COLUMN_HEADINGS;

/** Without these a report cannot be worked on; a file that lacks one is refused as a whole. */
const REQUIRED: readonly ColumnName[] = [
  'trackingId',
  'receivedDay',
  'classification',
  'title',
  'originalText',
  'agencyName',
  'rawStatus',
];

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

/**
 * Where each column stands, by its heading: order, case and spacing do not matter. Or which ones are missing.
 */
export function readHeader(
  row: SheetRow,
):
  | { readonly ok: true; readonly columns: Columns }
  | { readonly ok: false; readonly missing: readonly string[] } {
  const keys = new Map(Object.entries(COLUMN_HEADINGS).map(([name, heading]) => [headingKey(heading), name]));
  const named = new Map<ColumnName, number>();
  const others: { heading: string; index: number }[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const heading = textOf(cell);
    if (heading === '') continue;
    const name = keys.get(headingKey(heading));
    // A heading that stands twice counts once; the second one is kept like an unknown one.
    if (name !== undefined && isColumnName(name) && !named.has(name)) named.set(name, index);
    else if (others.some((other) => other.heading === heading)) continue;
    else others.push({ heading, index });
  }
  const missing = REQUIRED.filter((name) => !named.has(name)).map((name) => COLUMN_HEADINGS[name]);
  return missing.length > 0 ? { ok: false, missing } : { ok: true, columns: { named, others } };
}

function isColumnName(name: string): name is ColumnName {
  return Object.hasOwn(COLUMN_HEADINGS, name);
}

function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A cell as text: numbers without ".0", dates as ISO. What looks like a formula is text like any other. */
export function textOf(cell: Cell | undefined): string {
  switch (typeof cell) {
    case 'string':
      // PostgreSQL cannot hold NUL in text.
      return cell.replaceAll('\0', '').trim();
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
