import * as z from 'zod';
import { agency } from '../people/roles.ts';
import { list, open, text } from '../schema.ts';
import { CLASSIFICATIONS } from './classification.ts';
import { timelineEntry } from './entry.ts';

/**
 * How a database keeps a field: as the type of one column, as rows of their own, or the agency by its id. And
 * what a field says that cannot be null, while nothing is known.
 */
export const EMPTY = {
  text: '',
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

export type Field = {
  readonly schema: z.ZodType;
  readonly stored: Storage;
  /** The heading of its column in LAPOR!'s export. */
  readonly heading?: string;
  /** Its name in the record of what an import changed. Records are Indonesian, whatever the window speaks. */
  readonly label?: string;
  /** The export must have it: a file without the column is refused as a whole. */
  readonly required?: true;
};

const nullable = text.nullable();

/**
 * The fields of a complaint, said once: meaning, schema, storage and name in LAPOR!'s export. The type, both
 * contracts, the columns of both databases and the import derive from this list.
 */
export const FIELDS = {
  /** Stable and made from the tracking id, so that two machines name the same complaint alike. */
  id: { schema: text, stored: 'text' },
  /** Digits, 7 today, up to 15. Recorded: the receipt ("K-20931"), empty before there is one. */
  trackingId: {
    schema: text.regex(/^(\d{1,15}|K-\d{1,15})?$/),
    stored: 'text',
    heading: 'Tracking ID',
    required: true,
  },
  /** Grows by one with every change at the central service. */
  revision: { schema: z.int(), stored: 'integer' },
  title: { schema: text, stored: 'text', heading: 'Judul Laporan', label: 'Judul', required: true },
  /** Isi Laporan Awal: the reporter's own text. */
  originalText: { schema: text, stored: 'text', heading: 'Isi Laporan Awal', required: true },
  /** Isi Laporan Akhir: as edited by the admin. */
  finalText: { schema: text, stored: 'text', heading: 'Isi Laporan Akhir' },
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
  reporterName: { schema: nullable, stored: 'text', heading: 'Nama Pelapor' },
  categoryId: { schema: nullable, stored: 'text', heading: 'ID Kategori', label: 'ID kategori' },
  categoryPath: { schema: list(text), stored: 'list', heading: 'Kategori', label: 'Kategori' },
  parentAgency: { schema: nullable, stored: 'text', heading: 'Instansi Induk', label: 'Instansi induk' },
  /** The agency that must answer; null while at the Admin Instansi. */
  agency: { schema: agency.nullable(), stored: 'agency', heading: 'Instansi Terdisposisi', required: true },
  /** As LAPOR! wrote it; the bucket is derived. */
  rawStatus: {
    schema: text,
    stored: 'text',
    heading: 'Status Laporan',
    label: 'Status di LAPOR!',
    required: true,
  },
  /** Why it was postponed or archived. */
  statusReason: {
    schema: nullable,
    stored: 'text',
    heading: 'Alasan Tunda/Arsip',
    label: 'Alasan tunda/arsip',
  },
  province: { schema: nullable, stored: 'text', heading: 'Provinsi', label: 'Provinsi' },
  regency: { schema: nullable, stored: 'text', heading: 'Kota/Kabupaten', label: 'Kota/kabupaten' },
  district: { schema: nullable, stored: 'text', heading: 'Kecamatan', label: 'Kecamatan' },
  village: { schema: nullable, stored: 'text', heading: 'Kelurahan', label: 'Kelurahan' },
  /** Raw: the list of channels is open-ended. */
  channel: { schema: text, stored: 'text', heading: 'Sumber Laporan', label: 'Sumber laporan' },
  /** As the export gives it; LAPOR! asks for 1 to 5. */
  rating: { schema: z.number().nullable(), stored: 'real', heading: 'Rating', label: 'Rating' },
  /** ISO instant. */
  receivedAt: { schema: text, stored: 'instant', label: 'Tanggal masuk' },
  /** How often an agency has given it back so far (Bukan Wewenang), whichever it was. */
  returns: { schema: z.int(), stored: 'integer' },
  /** When it was given to the agency; null: nobody recorded it, so the clocks start at `receivedAt`. */
  dispositionedAt: { schema: nullable, stored: 'instant' },
  timeline: { schema: list(timelineEntry), stored: 'rows' },
  /** One mark for each officer who opened it, in the order of their ids. */
  readBy: { schema: list(open({ officerId: text, revision: z.int() })), stored: 'rows' },
  /** Columns of the export that the product has no name for, by their heading. */
  extra: { schema: z.record(text, text), stored: 'record' },
} as const satisfies Readonly<Record<string, Field>>;

type Fields = typeof FIELDS;
export type FieldName = keyof Fields;

type Shape = { readonly [Name in FieldName]: Fields[Name]['schema'] };
const shape = Object.fromEntries(
  Object.entries(FIELDS).map(([name, { schema }]) => [name, schema]),
) as unknown as Shape;

/** A complaint (laporan) of LAPOR!, with everything that happened to it. */
export const complaint = open(shape);
