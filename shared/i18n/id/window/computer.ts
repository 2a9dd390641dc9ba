/** Words of what concerns this computer and not the complaints. */
export const computer = {
  link: {
    title: 'Tautan ke laporan',
    waiting: 'Laporan {{number}} dari tautan tadi dibuka begitu ada di komputer ini.',
    leave: 'Tidak usah',
    unknown:
      'Laporan {{number}} tidak ada di komputer ini. Mungkin milik OPD lain, atau belum diimpor dari LAPOR!. Tidak ada yang berubah.',
    practice:
      'Laporan {{number}} tidak ada dalam mode latihan. Akhiri latihan, lalu buka tautannya sekali lagi.',
    wrong: 'Tautan tadi bukan tautan ke laporan. Tidak ada yang dibuka dan tidak ada yang berubah.',
  },
  policy: {
    fixed: 'Diatur oleh admin TI.',
    title: 'Aturan dari admin TI tidak dapat dipakai.',
    file: 'Berkasnya {{path}}.',
    line: 'Baris {{line}}:',
    fault: {
      not_readable: 'Berkas itu ada, tetapi tidak dapat dibuka.',
      not_json: 'tulisan di situ bukan JSON yang benar.',
      not_an_object: 'Isinya harus satu objek JSON.',
      unknown_field: 'nama “{{field}}” tidak dikenal.',
      wrong_value: 'isi “{{field}}” tidak boleh begitu.',
    },
    safe: 'Semua tulisan aman dan pekerjaan berjalan terus. Sampai berkas itu diperbaiki dan program dibuka lagi, pembaruan dan penghubungan baru ditutup. Beri tahu admin TI.',
  },
};
