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
  problem: {
    title: 'Laporkan masalah',
    lead: 'Versi, angka, dan kode untuk mencari kesalahan, tanpa isi laporan, nama, nomor laporan, atau kunci. Tidak ada yang dikirim sendiri: baca dahulu, lalu simpan dan serahkan kepada admin TI.',
    save: 'Simpan semua sebagai satu berkas',
    files: 'Berkas',
    empty: '(kosong)',
  },
  evidence: {
    palette: 'Bukti: bagaimana program ini diuji',
    title: 'Bukti',
    lead: 'Versi {{version}}, keadaan kode {{commit}}. Setiap uji dapat diulang dengan perintahnya.',
    none: 'Paket ini dibuat tanpa bukti',
    none_text:
      'Tidak ada hasil uji yang ikut dibungkus. Itu tidak mengatakan apa pun tentang baik buruknya program ini; mintalah paket yang berisi bukti kepada yang membuatnya.',
    passed: 'lulus',
    failed: 'tidak lulus',
    when: '{{day}}, {{time}}, {{seconds}} detik.',
    code_same: 'Atas kode yang sama dengan program ini.',
    code_differs: 'Atas kode lain daripada program ini, jadi tidak membuktikan program ini.',
    kind: {
      simulation: 'Simulasi kantor dengan gangguan',
      crash_matrix: 'Mati mendadak di setiap penyimpanan',
      deadlines: 'Hitungan tenggat',
      speed: 'Kecepatan',
    },
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
