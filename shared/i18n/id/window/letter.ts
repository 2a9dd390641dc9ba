/** Words of a report on paper, and of the dialog that prints it. */
export const letter = {
  letter: {
    title: 'Cetak laporan',
    preview: 'Lembar yang dicetak',
    choice: 'Yang dicetak',
    public: 'Tanpa catatan internal',
    internal: 'Dengan catatan internal ({{count}})',
    print: 'Cetak',
    save: 'Simpan PDF',
    by_browser: 'Untuk PDF, pilih “Simpan sebagai PDF” di jendela cetak peramban.',
    heading: 'Lembar laporan',
    number: { lapor: 'Nomor LAPOR!', receipt: 'Tanda terima', none: 'Nomor' },
    mark: {
      confidential: 'RAHASIA',
      confidential_text: 'Laporan ini tidak untuk umum.',
      internal: 'HANYA UNTUK OPD',
      internal_text: 'Lembar ini berisi catatan internal.',
      invented: 'REKAAN',
      invented_text: 'Bukan laporan dari warga.',
    },
    anonymous: 'Anonim (identitasnya dirahasiakan)',
    classification: 'Klasifikasi',
    reason: 'Alasan',
    due: 'jatuh tempo {{day}}',
    stopped_late_other: '{{how}}, terlambat {{count}} hari kerja',
    original: 'Isi laporan dari pelapor',
    final: 'Isi laporan akhir (disunting Admin Instansi)',
    text: 'Isi laporan',
    timeline: 'Riwayat',
    nothing: 'Belum ada yang tercatat sesudah laporan masuk.',
    wib: '{{day}}, {{time}} WIB',
    receipt: 'tanda terima {{receipt}}',
    printed: 'Dicetak {{at}} oleh {{name}}, {{agency}}, dari data di komputer ini pada saat itu.',
    outcome: {
      saved: 'PDF tersimpan.',
      printed: 'Lembar sudah dikirim ke pencetak.',
      no_printer: 'Komputer ini tidak mengenal satu pun pencetak. Sambungkan pencetak lalu coba lagi.',
      not_taken: 'Pencetak tidak menerima lembar ini. Laporannya aman. Periksa pencetaknya lalu coba lagi.',
      disk_full:
        'PDF tidak tersimpan: disk penuh. Tidak ada berkas yang berubah. Kosongkan ruang atau pilih disk lain.',
      in_use:
        'PDF tidak tersimpan: berkas dengan nama itu sedang dibuka program lain. Berkas itu tidak berubah. Tutup dahulu, atau pilih nama lain.',
      no_access:
        'PDF tidak tersimpan: tempat itu tidak dapat ditulisi. Tidak ada berkas yang berubah. Pilih folder lain.',
      not_made: 'PDF belum dapat dibuat. Laporannya aman. Coba lagi, atau pakai Cetak.',
    },
  },
};
