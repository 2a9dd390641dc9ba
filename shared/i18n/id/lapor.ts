/** About a file of LAPOR!: why it or a row cannot be taken, and what LAPOR! did meanwhile. */
export const lapor = {
  rowEmpty: 'Kolom {{column}} kosong.',
  rowNotTrackingId: '{{column}} "{{value}}" bukan nomor laporan: harus 1 sampai 15 angka.',
  rowNotNumber: '{{column}} "{{value}}" bukan angka.',
  rowNotInteger: '{{column}} "{{value}}" bukan bilangan bulat yang dapat dipakai. Contoh yang benar: 12.',
  rowNotDate: '{{column}} "{{value}}" bukan tanggal yang ada. Contoh yang benar: 3 Jan 2026.',
  rowNotTime: '{{column}} "{{value}}" bukan waktu. Contoh yang benar: 08:30.',
  rowNotClassification:
    '{{column}} "{{value}}" tidak dikenal. Pilihannya: Pengaduan, Aspirasi, Permintaan Informasi.',
  rowNotKnown: '{{column}} "{{value}}" tidak dikenal.',
  rowDuplicate: 'Tracking ID "{{value}}" sudah ada di baris {{first}} berkas ini.',
  rowTooLong: '{{column}} "{{value}}…" terlalu panjang untuk disimpan. Periksa kolom ini di berkasnya.',
  rowNotStorable:
    'Laporan {{number}} tidak dapat disimpan: yang ada di basis data bertentangan dengannya. Baris lain tidak terpengaruh; sampaikan nomor ini kepada pengelola layanan pusat.',
  fileNotFound: 'Berkas "{{path}}" tidak ditemukan.',
  fileUnreadable: 'Berkas "{{path}}" tidak dapat dibaca.',
  fileNotExcel: 'Berkas ini bukan berkas Excel (.xlsx) atau rusak. Unduh ulang ekspornya dari LAPOR!.',
  fileTooLarge:
    'Isi berkas ini lebih dari {{most}} MB setelah dibuka, jadi berkas ini tidak dibaca. Tidak ada yang diubah. Unduh ulang ekspornya dari LAPOR!, bila perlu untuk waktu yang lebih pendek.',
  fileTextTooLong:
    'Di {{place}} ada teks yang jauh lebih panjang daripada yang dimuat sel Excel, jadi berkas ini tidak dibaca lebih jauh. Tidak ada yang diubah. Unduh ulang ekspornya dari LAPOR!.',
  fileNoHeader: 'Baris judul kolom tidak ditemukan: sel pertamanya harus "Tracking ID".',
  fileMissingColumns: 'Kolom wajib tidak ada di berkas: {{columns}}.',
  happened_replied: 'Di LAPOR! sejak impor terakhir: {{count}} ditanggapi pelapor dan menunggu jawaban.',
  happened_closed_by_system: 'Di LAPOR! sejak impor terakhir: {{count}} ditutup oleh sistem.',
  happened_closed: 'Di LAPOR! sejak impor terakhir: {{count}} ditutup.',
  happened_archived: 'Di LAPOR! sejak impor terakhir: {{count}} diarsipkan.',
  happened_postponed: 'Di LAPOR! sejak impor terakhir: {{count}} ditunda.',
};
