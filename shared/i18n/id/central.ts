/** Sentences of the central service: its command line and the reasons of an import. */
export const central = {
  help: `Layanan pusat Penghubung

Pemakaian: npm run central -- PERINTAH [pilihan]

  serve                          Jalankan layanan sampai dihentikan
      --port N                   Porta (bawaan 7410; 0 = porta bebas mana saja)
      --host ALAMAT              Alamat jaringan (bawaan 127.0.0.1)
  import BERKAS.xlsx             Periksa ekspor Excel LAPOR! tanpa mengubah apa pun
      --apply                    Terapkan: seluruhnya, atau tidak sama sekali
      --skip-rejected            Terapkan baris yang baik walau ada baris yang ditolak
      --create-agencies          Daftarkan setiap OPD di berkas yang belum dikenal
      --json                     Akhiri dengan satu baris JSON
  enrol --opd NAMA               Buat kode sekali pakai untuk petugas OPD (berlaku 7 hari)
      --role PERAN               penghubung (bawaan), pelaksana, atau pimpinan
      --name NAMA                Nama petugas
      --json                     Satu baris JSON
  agencies                       Daftar OPD
  agencies add NAMA [--id N]     Tambah OPD, dengan ID instansinya di LAPOR!
  demo [--json]                  Isi basis data kosong dengan kabupaten rekaan

Untuk semua perintah:
      --data FOLDER              Folder data (bawaan .data/central)
      --lang=en                  Berbahasa Inggris
Bila DATABASE_URL diisi dan --data tidak, server PostgreSQL itulah yang dipakai.
Import: berkas dengan baris yang ditolak tidak diterapkan, kecuali dengan --skip-rejected.
Kode keluar: 0 berhasil, 1 tidak dapat dikerjakan, 2 perintah tidak dipahami.`,
  unknownCommand: 'Perintah "{{name}}" tidak dikenal. Lihat daftar perintah dengan --help.',
  badArguments: 'Pilihan tidak dipahami: {{reason}}',
  unexpected: 'Perintah tidak selesai karena kesalahan tak terduga: {{reason}}',
  noEmbedded: 'PostgreSQL bawaan tidak dapat dijalankan: {{reason}}',
  noDatabase: 'Basis data tidak dapat dipakai: {{reason}}',
  cannotServe: 'Layanan tidak dapat berjalan di porta {{port}}: {{reason}}',
  badPort: 'Porta "{{port}}" tidak berlaku. Pakai angka 0 sampai 65535.',
  enrolNeedsOpd: 'Sebutkan OPD dengan --opd NAMA. Daftar OPD: agencies.',
  badRole: 'Peran "{{role}}" tidak berlaku. Pilihan: {{roles}}.',
  unknownOpd:
    'OPD "{{opd}}" belum terdaftar. Lihat daftarnya dengan agencies, atau tambahkan dengan agencies add.',
  enrolled: 'Kode sekali pakai untuk {{role}} {{opd}}: {{code}}\nBerlaku 7 hari, untuk satu perangkat.',
  agenciesUsage: 'Pemakaian: agencies, atau agencies add NAMA [--id N].',
  agencyAdded: 'OPD {{name}} ditambahkan dengan ID {{id}}.',
  agencyKnown: 'OPD {{name}} sudah terdaftar dengan ID {{id}}; tidak ada yang diubah.',
  demoFilled: 'Kabupaten rekaan siap: {{complaints}} laporan di {{agencies}} OPD.',
  demoPresent: 'Basis data sudah berisi; tidak ada yang diubah.',
};
