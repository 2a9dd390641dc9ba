/** Words of what concerns this computer and not the complaints. */
export const computer = {
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
