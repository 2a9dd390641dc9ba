/** The safe mode: the backend ended again and again and is not started any more. */
export const safe = {
  safe: {
    title: 'Mesin penyimpanan berhenti berulang kali',
    text: 'Semua yang sudah tersimpan tetap ada di komputer ini, dan tidak ada yang berubah selama halaman ini terbuka.',
    held_other:
      '{{count}} tulisan terakhir di jendela ini belum tersimpan: biarkan jendela ini terbuka. Ekspor juga memuatnya.',
    retry: 'Coba lagi',
    otherwise: 'Bila tetap berhenti',
    export: 'Ekspor tulisan…',
    export_text:
      'Menyalin draf, kiriman yang belum diterima pusat, dan lampirannya sebagai berkas biasa ke folder pilihan Anda. Di sini tidak ada yang dihapus.',
    rebuild: 'Buat ulang salinan…',
    rebuild_text: 'Salinan laporan dibuat baru. Draf, kiriman, dan lampiran Anda tidak ada di dalamnya.',
    logs: 'Buka catatan teknis',
    logs_text: 'Folder untuk petugas TI, tanpa isi tulisan dan tanpa nama.',
    ask_rebuild: 'Buat ulang salinan laporan?',
    ask_rebuild_text:
      'Salinan laporan di komputer ini dihapus, lalu dimuat lagi dari layanan pusat begitu tersambung. Sampai saat itu antrean belum lengkap. Draf, kiriman, dan lampiran Anda tidak disentuh.',
    rebuild_now: 'Buat ulang',
    cancel: 'Jangan',
    busy: 'Sedang dikerjakan…',
    exported: '{{texts}} tulisan dan {{files}} lampiran sudah ada di {{folder}}',
    failure: {
      cancelled: 'Tidak ada folder yang dipilih. Tidak ada yang berubah.',
      not_readable:
        'Penyimpanan atau kuncinya tidak terbaca. Tidak ada yang berubah. Simpan salinan seluruh folder data dan hubungi petugas TI.',
      not_written:
        'Disk tidak menerimanya: penuh atau tidak dapat ditulisi. Yang tersimpan sebelumnya aman. Pilih folder lain atau kosongkan ruang, lalu coba lagi.',
      in_use: 'Data ini sedang dibuka Penghubung lain di komputer ini. Tutup yang itu, lalu coba lagi.',
      unknown: 'Langkah ini tidak selesai. Yang tersimpan tetap aman. Coba sekali lagi.',
    },
    /** Words of the exported file. */
    file: {
      title: 'Tulisan yang belum diterima layanan pusat',
      personal: 'Berkas ini memuat data pribadi: hapus bila sudah tidak diperlukan.',
      draft: 'Draf',
      unsent: 'Belum terkirim, atau belum pasti terkirim',
      refused: 'Ditolak',
      attachment: 'Lampiran',
      lost: 'tidak terbaca',
      chosen: 'Pilihan',
    },
  },
};
