import type { Language } from './messages.ts';

/** A word of the screen, and words for the same that must not stand in a message of that language. */
type Words = readonly [word: string, ...avoid: string[]];

/** One word for one thing, by its name in the code. docs/glossary.md says what each means. */
export const GLOSSARY: Readonly<Record<string, Readonly<Record<Language, Words>>>> = {
  complaint: { id: ['laporan', 'tiket', 'keluhan'], en: ['report', 'ticket'] },
  reporter: { id: ['pelapor', 'pengadu'], en: ['reporter', 'complainant'] },
  agency: { id: ['OPD', 'dinas terkait'], en: ['agency', 'department'] },
  disposition: { id: ['diteruskan', 'didisposisikan'], en: ['forwarded', 'assigned'] },
  follow_up: { id: ['tindak lanjut', 'respon'], en: ['follow-up', 'response'] },
  internal_note: { id: ['catatan internal', 'memo'], en: ['internal note', 'memo'] },
  return: { id: ['bukan wewenang'], en: ['not our authority', 'reject'] },
  deadline: { id: ['tenggat', 'deadline', 'batas akhir'], en: ['deadline'] },
  outbox: { id: ['kotak keluar', 'outbox'], en: ['outbox'] },
  receipt: { id: ['tanda terima', 'resi'], en: ['receipt'] },
  unsure: { id: ['belum pasti', 'gagal'], en: ['not certain', 'failed'] },
  refused: { id: ['ditolak', 'dibatalkan'], en: ['refused', 'rejected', 'denied'] },
  viewers: { id: ['rekan', 'kolega'], en: ['colleague', 'coworker'] },
  log: { id: ['catatan sinkronisasi', 'log', 'riwayat sinkronisasi'], en: ['sync log'] },
  draft: { id: ['draf', 'draft', 'konsep'], en: ['draft'] },
  attachment: { id: ['lampiran', 'attachment', 'file'], en: ['attachment', 'enclosure'] },
  central: { id: ['layanan pusat', 'server'], en: ['central service', 'server'] },
  offline: { id: ['luring', 'offline'], en: ['offline'] },
  online: { id: ['daring', 'online'], en: ['online'] },
  sync: {
    id: ['sinkron', 'sync'],
    en: ['sync', 'synchronise', 'synchronize', 'synchronised', 'synchronizing'],
  },
};
