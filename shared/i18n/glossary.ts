/** A word of the screen. `avoid`: words for the same that must not stand in a message of that language. */
export type Term = {
  /** The name in the code. */
  readonly code: string;
  readonly id: string;
  readonly en: string;
  readonly avoid: { readonly id: readonly string[]; readonly en: readonly string[] };
};

/** One word for one thing; docs/glossary.md has the meanings. A test reads every message. */
export const GLOSSARY: readonly Term[] = [
  { code: 'complaint', id: 'laporan', en: 'report', avoid: { id: ['tiket', 'keluhan'], en: ['ticket'] } },
  { code: 'reporter', id: 'pelapor', en: 'reporter', avoid: { id: ['pengadu'], en: ['complainant'] } },
  { code: 'agency', id: 'OPD', en: 'agency', avoid: { id: ['dinas terkait'], en: ['department'] } },
  {
    code: 'disposition',
    id: 'diteruskan',
    en: 'forwarded',
    avoid: { id: ['didisposisikan'], en: ['assigned'] },
  },
  { code: 'follow_up', id: 'tindak lanjut', en: 'follow-up', avoid: { id: ['respon'], en: ['response'] } },
  {
    code: 'internal_note',
    id: 'catatan internal',
    en: 'internal note',
    avoid: { id: ['memo'], en: ['memo'] },
  },
  { code: 'return', id: 'bukan wewenang', en: 'not our authority', avoid: { id: [], en: ['reject'] } },
  { code: 'deadline', id: 'tenggat', en: 'deadline', avoid: { id: ['deadline', 'batas akhir'], en: [] } },
  { code: 'outbox', id: 'kotak keluar', en: 'outbox', avoid: { id: ['outbox'], en: [] } },
  { code: 'receipt', id: 'tanda terima', en: 'receipt', avoid: { id: ['resi'], en: [] } },
  { code: 'unsure', id: 'belum pasti', en: 'not certain', avoid: { id: ['gagal'], en: ['failed'] } },
  {
    code: 'refused',
    id: 'ditolak',
    en: 'refused',
    avoid: { id: ['dibatalkan'], en: ['rejected', 'denied'] },
  },
  { code: 'viewers', id: 'rekan', en: 'colleague', avoid: { id: ['kolega'], en: ['coworker'] } },
  {
    code: 'log',
    id: 'catatan sinkronisasi',
    en: 'sync log',
    avoid: { id: ['log', 'riwayat sinkronisasi'], en: [] },
  },
  { code: 'draft', id: 'draf', en: 'draft', avoid: { id: ['draft', 'konsep'], en: [] } },
  {
    code: 'attachment',
    id: 'lampiran',
    en: 'attachment',
    avoid: { id: ['attachment', 'file'], en: ['enclosure'] },
  },
  { code: 'central', id: 'layanan pusat', en: 'central service', avoid: { id: ['server'], en: ['server'] } },
  { code: 'offline', id: 'luring', en: 'offline', avoid: { id: ['offline'], en: [] } },
  { code: 'online', id: 'daring', en: 'online', avoid: { id: ['online'], en: [] } },
  {
    code: 'sync',
    id: 'sinkron',
    en: 'sync',
    avoid: { id: ['sync'], en: ['synchronise', 'synchronize', 'synchronised', 'synchronizing'] },
  },
];
