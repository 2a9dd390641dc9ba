/** Words of an answer that is written once for several complaints. */
export const joint = {
  joint: {
    title: 'Jawab beberapa laporan sekaligus',
    text_label: 'Jawaban untuk semua laporan terpilih',
    placeholder:
      'Tulis sekali. {nama pelapor}, {id laporan}, {lokasi}, dan lainnya terisi untuk tiap laporan…',
    as: 'Dikirim sebagai',
    variable: 'Sisipkan variabel',
    reports: 'Laporan yang dijawab',
    hint: '↑ ↓ melihat tiap laporan, x melepas',
    none: 'Tidak ada laporan terpilih. Tutup jendela ini, lalu pilih dengan x.',
    reading: '{{n}} dari {{count}}: laporan {{id}}',
    release: 'Lepas laporan ini',
    will: 'akan dikirim',
    will_not: 'dilewati',
    to_look_at: 'akan dikirim, memuat data pribadi',
    wrong: 'perlu diperbaiki',
    going_other: '{{count}} akan dikirim',
    left_out_other: '{{count}} dilewati',
    to_mend_other: '{{count}} perlu diperbaiki',
    personal: 'Memuat data pribadi: {{what}}.',
    send_other: 'Kirim ke {{count}} laporan',
    finish_other: 'Kirim dan selesaikan {{count}} laporan',
    propose_other: 'Ajukan untuk {{count}} laporan',
    first: 'Laporan {{id}}: {{why}} Perbaiki dahulu, atau lepas laporan itu.',
    confirm:
      'Laporan {{id}}: {{why}} Ubah teksnya, lepas laporan itu, atau kirim sekali lagi bila memang harus tampil.',
    nobody: 'Tidak ada laporan yang dapat menerima jawaban ini.',
    changed:
      'Satu laporan atau lebih berubah barusan, jadi belum ada yang dikirim. Periksa daftarnya, lalu kirim lagi.',
    gone: 'Jawaban ini sudah dikirim dari jendela lain.',
    said_kept_other:
      '{{count}} jawaban tersimpan di komputer ini dan terkirim satu per satu saat tersambung. Ctrl+Z untuk mengurungkan.',
    said_undone_other: '{{count}} jawaban diurungkan. Teks kembali menjadi draf.',
    begun_other: 'Jawaban untuk {{count}} laporan',
  },
};
