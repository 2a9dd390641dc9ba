/** Words of the page that explains a delay, and of the list of deadlines that new holidays moved. */
export const delay = {
  delay: {
    title: 'Jelaskan keterlambatan',
    heading: 'Laporan {{id}}, {{agency}}',
    none: 'Laporan ini tidak terlambat.',
    still_late_other:
      '{{name}}: jatuh tempo {{due}}, belum selesai: terlambat {{count}} hari kerja sampai hari ini.',
    was_late_other: '{{name}}: jatuh tempo {{due}}, selesai {{done}}: terlambat {{count}} hari kerja.',
    waited: 'Menunggu siapa, hari demi hari',
    holder: {
      admin: 'Admin Instansi',
      agency: 'OPD',
      approval: 'persetujuan',
      reporter: 'data dari pelapor',
      postponed: 'ditunda',
    },
    days_other: '{{count}} hari kerja',
    sums: 'Jumlah',
    offline_other: 'Komputer ini tanpa sambungan {{count}} hari kerja: {{days}}.',
    copied: 'Penjelasan disalin.',
    print: 'Cetak',
  },
  moved: {
    title: 'Batas waktu yang bergeser',
    show: 'Lihat laporannya',
    none: 'Belum ada yang bergeser',
    none_text:
      'Bila tabel hari libur atau aturan berubah, laporan yang batas waktunya bergeser tampil di sini.',
    added: 'Hari libur baru: {{days}}.',
    removed: 'Tidak lagi libur: {{days}}.',
    rules: 'Aturan batas waktu berubah.',
    count_other: '{{count}} laporan bergeser:',
    more_other: 'dan {{count}} laporan lain.',
  },
};
