/**
 * What became of looking for a newer version, or of installing it: what is wrong, what is safe, what to do.
 * Both languages are shown, as with `START_FAILURES`. `{{version}}`: of the release; `{{file}}`: its package.
 */
export const UPDATES = {
  current: {
    id: 'Versi yang terpasang sudah yang terbaru.',
    en: 'The installed version is the newest one.',
  },
  ready: {
    id: 'Versi {{version}} sudah diunduh dan diperiksa: tanda tangannya sah. Sebelum dipasang, tulisan di komputer ini disalin; konsep dan yang belum terkirim tetap ada. Pasang sekarang?',
    en: 'Version {{version}} was downloaded and checked: its signature is valid. Before it is installed, what was written on this computer is copied; drafts and what is not sent yet stay. Install it now?',
  },
  installing: {
    id: 'Versi {{version}} sedang dipasang. Program ditutup lalu dibuka lagi.',
    en: 'Version {{version}} is being installed. The program closes and opens again.',
  },
  opened: {
    id: 'Paket versi {{version}} sudah diperiksa dan dibuka dengan pemasang milik sistem; ikuti petunjuknya, lalu tutup dan buka lagi Penghubung. Bila diminta hak pengelola, tunjukkan berkas ini kepada pengelola: {{file}}',
    en: 'The package of version {{version}} was checked and opened with the system’s own installer; follow it, then close Penghubung and open it again. If it asks for an administrator, show this file to yours: {{file}}',
  },
  hand_over_failed: {
    id: 'Versi {{version}} sudah diperiksa, tetapi pemasangnya tidak dapat dijalankan di komputer ini. Versi sekarang tetap terpasang. Minta pengelola memasang berkas ini: {{file}}',
    en: 'Version {{version}} was checked, but its installer cannot be run on this computer. The present version stays. Ask your administrator to install this file: {{file}}',
  },
  staged_out: {
    id: 'Versi {{version}} sedang dibagikan bertahap dan belum sampai ke komputer ini. Tidak ada yang perlu dilakukan; komputer ini akan mendapatkannya nanti.',
    en: 'Version {{version}} is being handed out step by step and has not come to this computer yet. There is nothing to do; this computer will get it later.',
  },
  older_version: {
    id: 'Yang ditawarkan (versi {{version}}) lebih lama daripada yang terpasang. Versi lama tidak pernah dipasang; versi sekarang tetap dipakai.',
    en: 'What is offered (version {{version}}) is older than what is installed. An older version is never installed; the present one stays.',
  },
  older_date: {
    id: 'Catatan rilis versi {{version}} ditandatangani sebelum yang terakhir diterima komputer ini, jadi sudah usang. Tidak ada yang dipasang. Beri tahu pengelola.',
    en: 'The release note of version {{version}} was signed before the last one that this computer took, so it is out of date. Nothing was installed. Tell your administrator.',
  },
  no_package: {
    id: 'Rilis versi {{version}} tidak berisi paket untuk komputer ini. Tidak ada yang dipasang. Beri tahu pengelola.',
    en: 'The release of version {{version}} has no package for this computer. Nothing was installed. Tell your administrator.',
  },
  no_source: {
    id: 'Program ini tidak punya alamat pembaruan. Pakai Pasang dari berkas, atau tanya pengelola.',
    en: 'This program has no update address. Use Install from file, or ask your administrator.',
  },
  no_connection: {
    id: 'Alamat pembaruan belum dapat dihubungi, atau sambungannya terputus. Versi sekarang tetap dipakai; nanti dicoba lagi dan unduhan dilanjutkan.',
    en: 'The update address cannot be reached yet, or the connection broke. The present version stays; it is tried again later, and the download goes on.',
  },
  note_missing: {
    id: 'Catatan rilis (latest.json) tidak ada di sana. Tidak ada yang dipasang. Catatan dan paketnya harus berada di folder yang sama.',
    en: 'There is no release note (latest.json). Nothing was installed. The note and its package must lie in the same folder.',
  },
  note_unreadable: {
    id: 'Catatan rilis (latest.json) tidak dapat dibaca. Tidak ada yang dipasang. Unduh atau salin lagi rilisnya.',
    en: 'The release note (latest.json) cannot be read. Nothing was installed. Download or copy the release again.',
  },
  note_tampered: {
    id: 'Tanda tangan catatan rilis tidak sah: isinya diubah setelah ditandatangani. Tidak ada yang dipasang. Jangan pakai rilis ini dan beri tahu pengelola.',
    en: 'The signature of the release note is not valid: it was changed after it was signed. Nothing was installed. Do not use this release, and tell your administrator.',
  },
  key_unknown: {
    id: 'Rilis ini ditandatangani dengan kunci yang tidak dikenal program ini. Tidak ada yang dipasang. Jangan pakai rilis ini dan beri tahu pengelola.',
    en: 'This release was signed with a key that this program does not know. Nothing was installed. Do not use this release, and tell your administrator.',
  },
  package_missing: {
    id: 'Paket versi {{version}} tidak ada di samping catatan rilisnya. Tidak ada yang dipasang. Salin seluruh folder rilis.',
    en: 'The package of version {{version}} is not beside its release note. Nothing was installed. Copy the whole folder of the release.',
  },
  package_truncated: {
    id: 'Paket versi {{version}} tidak utuh: lebih pendek daripada yang tercatat. Tidak ada yang dipasang. Unduh atau salin lagi.',
    en: 'The package of version {{version}} is not whole: it is shorter than noted. Nothing was installed. Download or copy it again.',
  },
  package_tampered: {
    id: 'Paket versi {{version}} bukan yang ditandatangani: isinya lain. Tidak ada yang dipasang dan paket itu dihapus dari program. Beri tahu pengelola.',
    en: 'The package of version {{version}} is not the one that was signed: its content differs. Nothing was installed, and the program deleted its copy. Tell your administrator.',
  },
  disk: {
    id: 'Paket tidak dapat disimpan atau dibaca: disk penuh atau tidak dapat ditulisi. Tidak ada yang dipasang. Perbaiki itu, lalu coba lagi.',
    en: 'The package cannot be kept or read: the disk is full or cannot be written to. Nothing was installed. Put that right, then try again.',
  },
  writing: {
    id: 'Masih ada tulisan yang sedang dikerjakan. Tidak ada yang dipasang selama itu; coba lagi setengah menit setelah selesai mengetik.',
    en: 'A text is being written. Nothing is installed meanwhile; try again half a minute after the last key.',
  },
  copy_failed: {
    id: 'Tulisan di komputer ini belum dapat disalin, jadi versi {{version}} tidak dipasang. Tidak ada yang hilang. Periksa ruang di disk, lalu coba lagi.',
    en: 'What was written on this computer cannot be copied yet, so version {{version}} was not installed. Nothing is lost. See whether the disk has room, then try again.',
  },
  closing: {
    id: 'Program sedang ditutup, jadi versi {{version}} tidak dipasang. Pasang setelah program dibuka lagi.',
    en: 'The program is closing, so version {{version}} was not installed. Install it after the program was opened again.',
  },
  busy: {
    id: 'Pembaruan sedang diunduh atau diperiksa. Tunggu sebentar, lalu coba lagi.',
    en: 'An update is being downloaded or checked. Wait a moment, then try again.',
  },
} as const;

export type UpdateCode = keyof typeof UPDATES;

/** What surrounds these sentences. */
export const UPDATE_WORDS = {
  look: { id: 'Periksa pembaruan…', en: 'Check for updates…' },
  fromFile: { id: 'Pasang dari berkas…', en: 'Install from file…' },
  help: { id: 'Bantuan', en: 'Help' },
  install: { id: 'Pasang sekarang', en: 'Install now' },
  later: { id: 'Nanti', en: 'Later' },
  release: { id: 'Rilis Penghubung', en: 'Release of Penghubung' },
} as const;
