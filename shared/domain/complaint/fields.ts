import * as z from 'zod';
import { agency } from '../people/roles.ts';
import { id, line, list, open, record, text, time } from '../schema.ts';
import { CLASSIFICATIONS } from './classification.ts';
import { timelineEntry } from './entry.ts';

/**
 * How a database keeps a field: as the type of one column, as rows of their own, or the agency by its id. And
 * what a field says that cannot be null, while nothing is known.
 */
export const EMPTY = {
  text: '',
  day: '',
  instant: '',
  integer: 0,
  real: 0,
  flag: false,
  list: [],
  rows: [],
  record: {},
  agency: null,
} as const;
export type Storage = keyof typeof EMPTY;

/** A column of LAPOR!'s export is kept as one of these: `lapor/import` reads it by that. */
export type ColumnStorage = 'text' | 'day' | 'integer' | 'real' | 'list' | 'agency';

export type Field = {
  readonly schema: z.ZodType;
  readonly stored: Storage;
  /** Its name in the record of what an import changed, where the heading is not (`labelOf`). Indonesian. */
  readonly label?: string;
  /** The record says only that it changed: it is long, or a name that must not be written down twice. */
  readonly labelOnly?: true;
  /** It has a line in the window's details, under its name in the messages. */
  readonly detail?: true;
  /** The export must have it: a file without the column is refused as a whole. */
  readonly required?: true;
} & (
  | { readonly heading?: undefined }
  /** The heading of its column in LAPOR!'s export. */
  | { readonly heading: string; readonly stored: ColumnStorage }
);

/** Columns of an export: Excel has no more. */
const MOST_COLUMNS = 16_384;
const longText = { schema: text, stored: 'text' } as const;
const oneLine = { schema: line, stored: 'text' } as const;
const lineOrNull = { schema: line.nullable(), stored: 'text' } as const;

/**
 * The fields of a complaint, said once: meaning, schema, storage and name in LAPOR!'s export. The type, both
 * contracts, the columns of both databases and the import derive from this list.
 */
export const FIELDS = {
  /** Stable and made from the tracking id, so that two machines name the same complaint alike. */
  id: { schema: id, stored: 'text' },
  /** Digits, 7 today, up to 15. Recorded: the receipt ("K-20931"), empty before there is one. */
  trackingId: {
    schema: id.regex(/^(\d{1,15}|K-\d{1,15})?$/),
    stored: 'text',
    heading: 'Tracking ID',
    required: true,
  },
  /** Grows by one with every change at the central service. */
  revision: { schema: z.int(), stored: 'integer' },
  title: { ...oneLine, heading: 'Judul Laporan', label: 'Judul', required: true },
  /** Isi Laporan Awal: the reporter's own text. */
  originalText: { ...longText, heading: 'Isi Laporan Awal', labelOnly: true, required: true },
  /** Isi Laporan Akhir: as edited by the admin. */
  finalText: { ...longText, heading: 'Isi Laporan Akhir', labelOnly: true },
  classification: {
    schema: z.enum(CLASSIFICATIONS),
    stored: 'text',
    heading: 'Klasifikasi Laporan',
    label: 'Klasifikasi',
    required: true,
  },
  /** Pengaduan berkadar pengawasan: abuse of authority, violation. */
  oversight: { schema: z.boolean(), stored: 'flag', label: 'Berkadar pengawasan' },
  /** Identity hidden from agency and public; independent of `confidential`. */
  anonymous: { schema: z.boolean(), stored: 'flag', label: 'Anonim' },
  /** Rahasia: the whole complaint is hidden from the public. */
  confidential: { schema: z.boolean(), stored: 'flag', label: 'Rahasia' },
  /** Null when anonymous (the central service never sends it then) or unknown. */
  reporterName: { ...lineOrNull, heading: 'Nama Pelapor', labelOnly: true },
  categoryId: { ...lineOrNull, heading: 'ID Kategori' },
  categoryPath: { schema: list(line, 1_000), stored: 'list', heading: 'Kategori' },
  parentAgency: { ...lineOrNull, heading: 'Instansi Induk', detail: true },
  /** The agency that must answer; null while at the Admin Instansi. */
  agency: {
    schema: agency.nullable(),
    stored: 'agency',
    heading: 'Instansi Terdisposisi',
    label: 'OPD',
    detail: true,
    required: true,
  },
  /** As LAPOR! wrote it; the bucket is derived. */
  rawStatus: { ...oneLine, heading: 'Status Laporan', label: 'Status di LAPOR!', required: true },
  /** Why it was postponed or archived. */
  statusReason: { schema: text.nullable(), stored: 'text', heading: 'Alasan Tunda/Arsip' },
  province: { ...lineOrNull, heading: 'Provinsi' },
  regency: { ...lineOrNull, heading: 'Kota/Kabupaten' },
  district: { ...lineOrNull, heading: 'Kecamatan' },
  village: { ...lineOrNull, heading: 'Kelurahan' },
  /** Raw: the list of channels is open-ended. */
  channel: { ...oneLine, heading: 'Sumber Laporan' },
  /** As the export gives it; LAPOR! asks for 1 to 5. */
  rating: { schema: z.number().nullable(), stored: 'real', heading: 'Rating' },
  /** ISO instant. */
  receivedAt: { schema: time, stored: 'instant', label: 'Tanggal masuk', detail: true },
  /** How often an agency has given it back so far (Bukan Wewenang), whichever it was. */
  returns: { schema: z.int(), stored: 'integer' },
  /** When it was given to the agency; null: nobody recorded it, so the clocks start at `receivedAt`. */
  dispositionedAt: { schema: time.nullable(), stored: 'instant', detail: true },
  timeline: { schema: list(timelineEntry), stored: 'rows' },
  /** One mark for each officer who opened it, in the order of their ids. */
  readBy: { schema: list(open({ officerId: id, revision: z.int() })), stored: 'rows' },
  /** Columns of the export that the product has no name for, by their heading. */
  extra: { schema: record(text, MOST_COLUMNS), stored: 'record' },
} as const satisfies Readonly<Record<string, Field>>;

type Fields = typeof FIELDS;
export type FieldName = keyof Fields;

/** The name of a field in a record: its heading as in a sentence, if it has no other. Null: never named. */
export function labelOf({ label, heading }: Field): string | null {
  return label ?? heading?.replace(/(?<=[ /])\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase()) ?? null;
}

export function mayBeNull({ schema }: Field): boolean {
  return schema instanceof z.ZodNullable;
}

/** What a field says while nothing is known. */
export function emptyValueOf(field: Field): unknown {
  return mayBeNull(field) ? null : EMPTY[field.stored];
}

type Shape = { readonly [Name in FieldName]: Fields[Name]['schema'] };
/** A field that may be null may be absent as well: an older program does not know it. */
const shape = Object.fromEntries(
  Object.entries<Field>(FIELDS).map(([name, field]) => {
    return [name, mayBeNull(field) ? field.schema.default(null) : field.schema];
  }),
) as unknown as Shape;

/** A complaint (laporan) of LAPOR!, with everything that happened to it. */
export const complaint = open(shape);

/** A heading of LAPOR!'s export as it is compared: its case and spacing do not count. */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/\s+/g, ' ').trim();
}
