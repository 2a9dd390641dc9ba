/** Where an office works without a central service, in place of the window's sentences that name one. */
export const standalone = {
  connection: {
    synced: 'Mandiri · tersimpan {{time}}',
    syncing: 'Menyusun antrean…',
    online: 'Mandiri',
    undelivered: '{{count}} segera dicatat',
    sending: 'Mencatat {{count}}…',
    last_sync: 'Tersimpan {{time}}',
    never: 'Belum ada laporan',
    safe_here: 'Aman di komputer ini. Tersimpan {{time}}',
    safe_never: 'Aman di komputer ini.',
    first_load_detail: 'Menyusun antrean dari ekspor.',
    now: 'Perbarui',
    said_online: 'Penyimpanan siap.',
  },
  chip: {
    held: 'segera dicatat',
    queued: 'segera dicatat',
    sending: 'mencatat',
    accepted: 'tercatat',
  },
  empty: {
    all_text: 'Impor ekspor Excel dari LAPOR! untuk mengisi antrean.',
    first_answer_text: 'Laporan baru dari impor ekspor LAPOR! muncul di sini.',
    to_publish_text: 'Jawaban yang sudah dicatat tampil di sini sampai Anda menayangkannya di LAPOR!.',
    first_load_text: 'Laporan dari ekspor sedang disusun. Anda dapat mulai bekerja segera.',
  },
  outbox: {
    undelivered: 'Segera dicatat',
    delivered: 'Tercatat',
    attention_empty_text: 'Yang tidak dapat dicatat tampil di sini, lengkap dengan teks dan alasannya.',
    explained: {
      held: 'Tersimpan di komputer ini. Dicatat begitu waktu untuk mengurungkan habis.',
      queued: 'Tersimpan di komputer ini dan segera dicatat.',
      sending: 'Sedang dicatat di komputer ini.',
      unsure: 'Sedang dicatat di komputer ini; tidak dapat tercatat dua kali.',
      accepted: 'Sudah dicatat di komputer ini.',
      accepted_receipt: 'Sudah dicatat di komputer ini, dengan nomor {{receipt}}.',
      refused: 'Tidak dapat dicatat. Teks tetap tersimpan; alasannya ada di Perlu perhatian.',
    },
    safe_other: '{{count}} kiriman aman di komputer ini dan segera dicatat.',
    all_sent: 'Semua sudah dicatat di komputer ini.',
  },
  log: {
    event: {
      enrolled: 'Komputer ini mulai bekerja sendiri.',
      accepted: 'Dicatat di komputer ini.',
      refused: 'Tidak dapat dicatat.',
      online: 'Penyimpanan siap.',
      synced: 'Semua sudah dicatat.',
    },
    detailed: {
      accepted: 'Dicatat di komputer ini, nomor {{receipt}}.',
      refused: 'Tidak dapat dicatat. {{reason}}',
    },
  },
  notice: {
    cache_rebuilt: {
      text: 'Salinan laporan di komputer ini rusak pada {{time}} dan disusun ulang dari penyimpanan. Draf, catatan, dan lampiran Anda tidak ada di dalamnya dan tetap utuh.',
    },
  },
  templates: { office_hint: 'Dibagikan kepada semua petugas OPD begitu OPD bergabung ke layanan pusat.' },
};
