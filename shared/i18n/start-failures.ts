/**
 * Why the officer's data cannot be opened: what is wrong, what is safe, what to do. Both languages are shown:
 * the officer's own is kept in these data.
 */
export const START_FAILURES = {
  in_use: {
    id: 'Data ini sedang dibuka oleh Penghubung lain di komputer ini, mungkin di peramban. Tidak ada yang diubah. Tutup yang itu, lalu buka lagi.',
    en: 'These data are open in another Penghubung on this computer, perhaps in a browser. Nothing was changed. Close that one, then open again.',
  },
  key_missing: {
    id: 'Berkas "key" tidak ada di folder data, padahal datanya ada. Tidak ada yang diubah. Kembalikan berkas itu dari cadangan, lalu buka lagi.',
    en: 'The file "key" is missing in the data folder, although the data are there. Nothing was changed. Put the file back from a backup, then open again.',
  },
  key_damaged: {
    id: 'Berkas "key" di folder data rusak. Tidak ada yang diubah. Kembalikan berkas itu dari cadangan, lalu buka lagi.',
    en: 'The file "key" in the data folder is damaged. Nothing was changed. Put it back from a backup, then open again.',
  },
  key_not_readable: {
    id: 'Berkas "key" di folder data tidak dapat dibaca. Tidak ada yang diubah. Periksa izin folder itu dan disknya, lalu buka lagi.',
    en: 'The file "key" in the data folder cannot be read. Nothing was changed. Check the permissions of the folder and its disk, then open again.',
  },
  key_wrong: {
    id: 'Berkas "key" di folder data bukan milik data ini. Tidak ada yang diubah. Kembalikan berkas yang benar dari cadangan, lalu buka lagi.',
    en: 'The file "key" in the data folder does not belong to these data. Nothing was changed. Put the right one back from a backup, then open again.',
  },
  journal_not_readable: {
    id: 'Penyimpanan di folder data tidak dapat dibaca. Tidak ada yang diubah. Simpan salinan seluruh folder itu dan hubungi pengelola.',
    en: 'The store in the data folder cannot be read. Nothing was changed. Keep a copy of the whole folder and call your administrator.',
  },
  journal_newer_version: {
    id: 'Data ini milik versi Penghubung yang lebih baru. Tidak ada yang diubah. Pasang versi terbaru, lalu buka lagi.',
    en: 'These data belong to a newer version of Penghubung. Nothing was changed. Install the newest version, then open again.',
  },
  no_access: {
    id: 'Folder data tidak dapat ditulisi: izinnya kurang, disknya penuh, atau terkunci. Tidak ada yang diubah. Perbaiki itu, lalu buka lagi.',
    en: 'The data folder cannot be written to: no permission, a full disk, or a locked one. Nothing was changed. Put that right, then open again.',
  },
  unknown: {
    id: 'Data tidak dapat dibuka karena kesalahan yang tidak dikenal; catatannya ada di folder "log" di folder data. Hubungi pengelola.',
    en: 'The data cannot be opened because of an unknown error; the folder "log" in the data folder has a note. Call your administrator.',
  },
} as const;
