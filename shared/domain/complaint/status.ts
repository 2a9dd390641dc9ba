/** The six buckets of the official statistics. */
export const BUCKETS = [
  'belum_terverifikasi',
  'belum_ditindaklanjuti',
  'proses',
  'selesai',
  'tunda',
  'arsip',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The raw status strings the product itself writes; LAPOR! owns the vocabulary. */
export const RAW_STATUS = {
  unverified: 'Belum Terverifikasi',
  followedUp: 'Ditindaklanjuti oleh Instansi',
  repliedByReporter: 'Ditanggapi oleh Pelapor',
  verified: 'Terverifikasi',
  postponed: 'Ditunda',
  finished: 'Selesai',
  dispositionedTo: (agency: string): string => `Terdisposisi ke ${agency}`,
} as const;

/** A map: of an object, a status "constructor" would find what every object has. */
const BUCKET_OF_RAW: ReadonlyMap<string, Bucket> = new Map([
  ['belum terverifikasi', 'belum_terverifikasi'],
  ['terverifikasi', 'belum_ditindaklanjuti'],
  ['ditindaklanjuti oleh instansi', 'proses'],
  ['ditanggapi oleh pelapor', 'proses'],
  ['ditutup oleh admin', 'selesai'],
  ['ditutup oleh pelapor', 'selesai'],
  ['ditutup oleh sistem', 'selesai'],
  ['selesai', 'selesai'],
  ['ditunda', 'tunda'],
  ['diarsipkan oleh admin', 'arsip'],
  ['diarsipkan oleh sistem', 'arsip'],
]);

/** The bucket of a raw status. An unknown one is marked and counts as unanswered, so nobody overlooks it. */
export function bucketOf(rawStatus: string): { readonly bucket: Bucket; readonly known: boolean } {
  const key = rawStatus.trim().toLowerCase();
  const bucket =
    BUCKET_OF_RAW.get(key) ?? (key.startsWith('terdisposisi ke') ? 'belum_ditindaklanjuti' : undefined);
  return bucket === undefined ? { bucket: 'belum_ditindaklanjuti', known: false } : { bucket, known: true };
}

/** Nothing more is owed on the complaint: it is finished or archived. */
export function isClosed(bucket: Bucket): boolean {
  return bucket === 'selesai' || bucket === 'arsip';
}

/** The reporter has replied to the agency's follow-up, which owes an answer again. */
export function isReplied(rawStatus: string): boolean {
  return rawStatus.trim().toLowerCase() === RAW_STATUS.repliedByReporter.toLowerCase();
}
