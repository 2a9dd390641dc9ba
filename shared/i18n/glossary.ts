/**
 * One word for one thing, in both languages. `avoid`: words that mean the same and must not stand in a message;
 * the test beside this file reads every message.
 */
export type Term = {
  /** The name in the code. */
  readonly code: string;
  readonly id: string;
  readonly en: string;
  readonly meaning: string;
  readonly avoid: { readonly id: readonly string[]; readonly en: readonly string[] };
};

export const GLOSSARY: readonly Term[] = [
  term(
    'complaint',
    'laporan',
    'report',
    'What a citizen sent through LAPOR!',
    ['tiket', 'keluhan'],
    ['ticket'],
  ),
  term('reporter', 'pelapor', 'reporter', 'Who sent the report', ['pengadu'], ['complainant']),
  term('agency', 'OPD', 'agency', 'The office that must answer', ['dinas terkait'], ['department']),
  term(
    'disposition',
    'diteruskan',
    'forwarded',
    'The report was given to an OPD',
    ['didisposisikan'],
    ['assigned'],
  ),
  term(
    'follow_up',
    'tindak lanjut',
    'follow-up',
    'An answer that reporter and public see',
    ['respon'],
    ['response'],
  ),
  term('internal_note', 'catatan internal', 'internal note', 'A text for the OPD alone', ['memo'], ['memo']),
  term('return', 'bukan wewenang', 'not our authority', 'Given back to the Admin Instansi', [], ['reject']),
  term(
    'deadline',
    'tenggat',
    'deadline',
    'The end of the last working day allowed',
    ['deadline', 'batas akhir'],
    [],
  ),
  term('outbox', 'kotak keluar', 'outbox', 'What was written and has no receipt yet', ['outbox'], []),
  term(
    'receipt',
    'tanda terima',
    'receipt',
    'The number the centre gives for what it accepted',
    ['resi'],
    [],
  ),
  term(
    'unsure',
    'belum pasti',
    'not certain',
    'Sent, and the answer was lost: neither sent nor failed',
    ['gagal'],
    ['failed'],
  ),
  term(
    'refused',
    'ditolak',
    'refused',
    'The centre did not accept it; the text is kept until the officer has decided',
    ['dibatalkan'],
    ['rejected', 'denied'],
  ),
  term('viewers', 'rekan', 'colleague', 'Another officer of the same OPD', ['kolega'], ['coworker']),
  term(
    'log',
    'catatan sinkronisasi',
    'sync log',
    'What happened between this computer and the centre',
    ['log', 'riwayat sinkronisasi'],
    [],
  ),
  term('draft', 'draf', 'draft', 'Written and not sent', ['draft', 'konsep'], []),
  term(
    'attachment',
    'lampiran',
    'attachment',
    'A file that goes with a text',
    ['attachment', 'file'],
    ['enclosure'],
  ),
  term(
    'central',
    'layanan pusat',
    'central service',
    "The kabupaten's service beside LAPOR!",
    ['server'],
    ['server'],
  ),
  term('offline', 'luring', 'offline', 'Without a connection to the central service', ['offline'], []),
  term('online', 'daring', 'online', 'With a connection to the central service', ['online'], []),
  term(
    'sync',
    'sinkron',
    'sync',
    'Sending and receiving what is new',
    ['sync'],
    ['synchronise', 'synchronize', 'synchronised', 'synchronizing'],
  ),
];

function term(
  code: string,
  id: string,
  en: string,
  meaning: string,
  avoidId: readonly string[],
  avoidEn: readonly string[],
): Term {
  return { code, id, en, meaning, avoid: { id: avoidId, en: avoidEn } };
}
