/** Sentences of the central service: its command line and the reasons of an import. */
export const central = {
  help: `Layanan pusat Penghubung

Pemakaian: npm run central -- PERINTAH [pilihan]

  serve                          Jalankan layanan sampai dihentikan
      --port N                   Porta (bawaan 7410; 0 = porta bebas mana saja)
      --host ALAMAT              Alamat jaringan (bawaan 127.0.0.1)
      --log BERKAS               Catatan layanan ke berkas, diganti pada 10 MB, 5 yang lama disimpan (bawaan: stderr)
      --proxy ALAMAT,ALAMAT      Proksi balik di mesin lain yang menyebut alamat penanya (X-Forwarded-For)
      --releases FOLDER          Sajikan rilis program dari folder ini, di /releases/
  import BERKAS.xlsx             Periksa ekspor Excel LAPOR! tanpa mengubah apa pun
      --apply                    Terapkan: seluruhnya, atau tidak sama sekali
      --skip-rejected            Terapkan baris yang baik walau ada baris yang ditolak
      --create-agencies          Daftarkan setiap OPD di berkas yang belum dikenal
      --json                     Akhiri dengan satu baris JSON
  enrol --opd NAMA               Buat kode sekali pakai untuk petugas OPD (berlaku 7 hari)
      --role PERAN               penghubung (bawaan), pelaksana, atau pimpinan
      --name NAMA                Nama petugas
      --officer NAMA             Perangkat tambahan untuk petugas yang sudah terdaftar
      --joining                  Kode bergabung: kantor yang bekerja sendiri membawa pekerjaannya
      --json                     Satu baris JSON
  enrol list                     Daftar komputer yang terdaftar dan pemakaian terakhirnya; --opd NAMA, --json
  enrol revoke --device ID       Cabut satu komputer; semua milik seorang petugas: --officer NAMA --opd NAMA
  agencies                       Daftar OPD
  agencies add NAMA [--id N]     Tambah OPD, dengan ID instansinya di LAPOR!
  agencies approval on NAMA      Jawaban OPD disetujui petugas lain lebih dahulu; off: tidak perlu
  holidays                       Daftar hari libur nasional dan cuti bersama
  holidays add HARI NAMA         Tambah hari libur (2026-08-18); --cuti-bersama, --source SKB
  holidays remove HARI           Hapus hari libur
  holidays replace BERKAS.json   Ganti seluruh tabel
  templates                      Daftar templat kantor
  templates add NAMA --text TEKS Tambah atau ganti templat semua OPD; --file BERKAS, --opd NAMA
  templates remove NAMA          Hapus templat semua OPD; --opd NAMA
  waiting                        Daftar laporan yang dicatat OPD dan belum diteruskan
  waiting give NOMOR --opd NAMA  Teruskan laporan itu ke satu OPD
  restored                       Jalankan sekali setelah basis data dipulihkan dari cadangan
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
  databaseGone:
    'PostgreSQL bawaan berhenti dan tidak dapat dijalankan lagi; layanan berhenti. Yang sudah diterima tetap ada di folder datanya. {{reason}}',
  cannotServe: 'Layanan tidak dapat berjalan di porta {{port}}: {{reason}}',
  badPort: 'Porta "{{port}}" tidak berlaku. Pakai angka 0 sampai 65535.',
  cannotLog: 'Berkas catatan "{{file}}" tidak dapat ditulis: {{reason}}. Tidak ada yang dijalankan.',
  badProxy: 'Alamat proksi "{{proxy}}" bukan alamat IP. Tidak ada yang dijalankan.',
  badReleases: 'Folder rilis "{{folder}}" tidak ada. Tidak ada yang dijalankan.',
  enrolNeedsOpd: 'Sebutkan OPD dengan --opd NAMA. Daftar OPD: agencies.',
  badRole: 'Peran "{{role}}" tidak berlaku. Pilihan: {{roles}}.',
  unknownOpd:
    'OPD "{{opd}}" belum terdaftar. Lihat daftarnya dengan agencies, atau tambahkan dengan agencies add.',
  enrolled: 'Kode sekali pakai untuk {{role}} {{opd}}: {{code}}\nBerlaku 7 hari, untuk satu perangkat.',
  enrolledJoining:
    'Kode bergabung untuk {{role}} {{opd}}: {{code}}\nBerlaku 7 hari, untuk satu kantor yang bekerja sendiri; habis begitu ia selesai bergabung. Impor dahulu ekspor LAPOR! terbaru: pekerjaan pada laporan yang belum dikenal menunggu impor.',
  unknownOfficer: 'Petugas "{{name}}" belum terdaftar di {{opd}}.',
  revokeUsage:
    'Pemakaian: enrol list [--opd NAMA], enrol revoke --device ID, atau enrol revoke --officer NAMA --opd NAMA.',
  unknownDevice: 'Komputer itu tidak terdaftar. Lihat daftarnya dengan enrol list.',
  revoked:
    '{{count}} komputer dicabut. Sambungannya berakhir sekarang juga; untuk tersambung lagi diperlukan kode baru.',
  deviceActive: 'aktif',
  deviceUnused: 'lama tidak dipakai',
  deviceRevoked: 'dicabut',
  waitingUsage: 'Pemakaian: waiting, atau waiting give NOMOR --opd NAMA.',
  waitingNone: 'Tidak ada laporan catatan OPD yang menunggu diteruskan.',
  waitingUnknown: 'Laporan "{{number}}" tidak sedang menunggu diteruskan. Lihat daftarnya dengan waiting.',
  waitingGiven: 'Laporan {{number}} diteruskan ke {{name}}.',
  agenciesUsage: 'Pemakaian: agencies, agencies add NAMA [--id N], atau agencies approval on|off NAMA.',
  approvalOn: 'Jawaban {{name}} kepada pelapor kini disetujui petugas lain lebih dahulu.',
  approvalOff: 'Jawaban {{name}} kepada pelapor kini tidak perlu persetujuan.',
  holidaysUsage:
    'Pemakaian: holidays, holidays add HARI NAMA, holidays remove HARI, atau holidays replace BERKAS.json.',
  holidaysDay: 'Hari "{{day}}" bukan tanggal yang ada. Contoh yang benar: 2026-08-18.',
  holidaysFile: 'Berkas "{{path}}" tidak dapat dibaca sebagai tabel hari libur. Tidak ada yang diubah.',
  holidaysVersion: 'Tabel hari libur versi {{version}}:',
  holidaysReplaced:
    'Tabel hari libur kini versi {{version}}. Setiap OPD menghitung ulang batas waktunya saat tersambung.',
  templatesUsage:
    'Pemakaian: templates, templates add NAMA --text TEKS|--file BERKAS [--opd NAMA], atau templates remove NAMA [--opd NAMA].',
  templatesNone: 'Belum ada templat kantor.',
  templatesEverywhere: 'semua OPD',
  templatesWording:
    'Templat memerlukan nama sampai 80 karakter dan teks sampai 20.000 karakter. Tidak ada yang diubah.',
  templatesFull: 'Sudah ada {{count}} templat di sana. Hapus satu dahulu. Tidak ada yang diubah.',
  templateAdded: 'Templat "{{name}}" tersimpan. Petugas dapat memakainya begitu tersambung.',
  templateRemoved: 'Templat "{{name}}" dihapus; hilang dari daftar petugas begitu tersambung.',
  templateUnknown: 'Templat "{{name}}" tidak ada di sana. Lihat daftarnya dengan templates.',
  agencyAdded: 'OPD {{name}} ditambahkan dengan ID {{id}}; {{reports}} laporan yang menunggunya diteruskan.',
  agencyKnown: 'OPD {{name}} sudah terdaftar dengan ID {{id}}; tidak ada yang diubah.',
  demoFilled: 'Kabupaten rekaan siap: {{complaints}} laporan di {{agencies}} OPD.',
  demoPresent: 'Basis data sudah berisi; tidak ada yang diubah.',
  restored:
    'Basis data dicatat sebagai hasil pemulihan dari cadangan. Begitu tersambung, setiap komputer petugas membaca ulang seluruh laporannya dan mengirim ulang jawaban 30 hari terakhir. Yang sudah ada di sini tidak menjadi ganda; yang hilang sejak cadangan dibuat kembali dengan sendirinya. Lampiran yang hilang diminta lagi.',
  importUsage: 'Sebutkan satu berkas: import BERKAS.xlsx.',
  importPreview:
    'Pratinjau: {{new}} baru, {{changed}} berubah, {{unchanged}} tetap; {{unassigned}} tanpa OPD yang dikenal; {{rejected}} ditolak.',
  importApplied:
    'Diterapkan: {{new}} baru, {{changed}} berubah, {{unchanged}} tetap; {{unassigned}} tanpa OPD yang dikenal; {{rejected}} ditolak.',
  importRejectedRow: 'Baris {{row}}: {{reason}}',
  importHint: 'Belum ada yang diubah. Terapkan dengan --apply.',
  importNotApplied:
    'Tidak ada yang diubah, karena ada baris yang ditolak. Perbaiki berkasnya, atau lewati baris itu dengan --skip-rejected.',
  importUnassigned:
    'Laporan tanpa OPD yang dikenal menunggu di Admin Instansi. Daftarkan OPD-nya dengan agencies add, atau beri kode kepada petugas pertamanya dengan enrol; laporannya lalu diteruskan.',
};
