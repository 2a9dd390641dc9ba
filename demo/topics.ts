import type { Classification } from '#shared/domain/complaint/classification.ts';

/** What people write to an agency about; `{desa}`, `{kec}`, `{jalan}` and `{n}` are filled in. */
export type Topic = {
  readonly categoryId: string;
  /** Its path, from the widest category down. */
  readonly category: string;
  /** `pengaduan` when absent. */
  readonly classification?: Classification;
  /** How many times as often as another topic of the agency people write about it. */
  readonly share?: number;
  /** The text as the reporter wrote it, by the title as the admin words it: in Title Case, acronyms too. */
  readonly cases: Readonly<Record<string, string>>;
  readonly answers?: readonly string[];
  readonly notes?: readonly string[];
};

/** Where a topic has no answers of its own. */
export const ANSWERS = [
  'Terima kasih atas laporan Saudara. Petugas kami sudah turun ke lokasi dan menindaklanjutinya pada hari yang sama.',
  'Terima kasih atas laporan Saudara. Hal ini sudah kami periksa dan masuk jadwal pekerjaan bulan ini.',
  'Terima kasih. Laporan Saudara sudah kami teruskan kepada petugas wilayah {kec} dan hasilnya akan kami sampaikan di sini.',
];
/** Where a topic has no notes of its own. */
export const NOTES = [
  'Koordinasi dengan kepala desa sudah dilakukan.',
  'Menunggu jadwal alat.',
  'Foto lokasi ada di grup kerja.',
];

/** By the id of the agency. */
export const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  '7001': [
    {
      categoryId: '106',
      category: 'PERHUBUNGAN > LAMPU PENERANGAN JALAN UMUM',
      share: 3,
      cases: {
        'Lampu Jalan Mati Sepanjang {jalan}':
          'lampu jalan sepanjang {jalan} mati total sdh {n} minggu, rawan begal kalau malam. ibu2 pengajian takut pulang. mhn segera diperbaiki, trims',
        'Lampu Jalan Padam Di {desa}':
          'yth dinas perhubungan, di ds {desa} kec {kec} ada {n} tiang lampu tp yg hidup cuma 1. klo malam gelap kali bah, sdh {n} org jatuh krn tdk nampak lubang',
        'Lampu Simpang {jalan} Hidup Siang Mati Malam':
          'assalamualaikum pak, lampu jalan di simpang {jalan} {desa} hidup siang mati malam 😅 mhn dicek sakelar otomatisnya',
        'Tiang Lampu Miring Di Jalan {jalan}':
          'horas. tiang lampu di jln {jalan} miring mau rubuh ke rumah warga, kabelnya menjuntai. tolong lah dicek sblm makan korban',
        'Jalan {jalan} {desa} Gelap Gulita':
          'nyuwun sewu pak, lampu penerangan nang {desa} wis {n} wulan ora urip. nek bengi peteng ndedet, bocah2 wedi liwat',
        'Kabel Lampu Jalan Dicuri Di {desa}':
          'kabel lampu jalan dari simpang {jalan} smp jembatan hilang dicuri org, {n} tiang mati semua. sdh lapor kades disuruh lapor ke sini',
      },
      answers: [
        'Terima kasih atas laporan Saudara. Petugas sudah memeriksa {n} titik; sebagian kabel putus dan sebagian lampu rusak. Perbaikan dijadwalkan paling lambat dua minggu lagi.',
        'Terima kasih atas laporan Saudara. Lampu di Jalan {jalan} sudah kami perbaiki dan menyala kembali. Bila masih ada yang padam, mohon sampaikan nomor tiangnya.',
      ],
      notes: [
        'Material tiba Rabu. Foto sesudah menyusul.',
        'Perlu mobil tangga; pinjam dari UPT wilayah II.',
        'Tiang nomor 11 dan 14 milik PLN, sudah disurati.',
      ],
    },
    {
      categoryId: '110',
      category: 'PERHUBUNGAN > PARKIR > PARKIR LIAR',
      share: 2,
      cases: {
        'Parkir Liar Depan Pajak {desa}':
          'tiap pagi di depan pajak {desa} mobil pickup parkir 2 lapis, macet sampai {n} ratus meter. anak sekolah jd terlambat',
        'Tukang Parkir Minta Uang Paksa Di {jalan}':
          'tukang parkir di jln {jalan} minta 5rb utk motor padahal cuma berhenti {n} menit, tdk ada karcis. kalau tdk dikasih marah2',
        'Truk Parkir Di Badan Jalan {jalan}':
          'TRUK TRONTON PARKIR SEMBARANGAN DI JALAN {jalan} DEPAN SEKOLAH. SUDAH SERING KAMI TEGUR TIDAK DIINDAHKAN. TOLONG DITINDAK PAK',
        'Parkir Di Trotoar Puskesmas {kec}':
          'trotoar dpn puskesmas {kec} penuh motor parkir, bapak saya yg pakai kursi roda hrs lewat badan jalan',
      },
      answers: [
        'Terima kasih. Regu kami sudah menertibkan parkir di lokasi dan akan berjaga pada jam sibuk selama dua minggu ke depan.',
        'Terima kasih. Petugas sudah menegur di lokasi bersama Satpol PP; mohon sampaikan foto bila terulang.',
      ],
      notes: ['Sudah tiga kali dilaporkan, periksa laporan sebelumnya.', 'Jadwal patroli Kamis pagi.'],
    },
    {
      categoryId: '111',
      category: 'PERHUBUNGAN > RAMBU DAN MARKA JALAN',
      classification: 'aspirasi',
      cases: {
        'Usul Polisi Tidur Depan Sd {desa}':
          'kami warga {desa} mengusulkan dibuat polisi tidur di dpn sekolah krn motor ngebut semua. bln ini sdh {n} x kejadian anak keserempet',
        'Permohonan Lampu Merah Simpang {jalan}':
          'simpang {jalan} {kec} itu butuh lampu merah pak, tiap sore semrawut, {n} kecelakaan thn ini',
        'Usul Cermin Tikungan {desa}':
          'mohon dibuatkan cermin cembung di tikungan {desa}, kendaraan dr arah bawah tdk nampak sama sekali',
        'Mohon Zebra Cross Di Jalan {jalan}':
          'tolong dicat zebra cross di jln {jalan} dpn pasar, nenek2 susah nyebrang',
      },
      answers: [
        'Terima kasih atas usul Saudara. Lokasi sudah kami survei; usul masuk daftar kebutuhan rambu tahun anggaran berikutnya.',
        'Usul Saudara kami catat. Untuk sementara kami pasang rambu batas kecepatan di lokasi itu.',
      ],
      notes: ['Status jalan perlu dipastikan ke PUPR dulu: kabupaten atau provinsi?'],
    },
    {
      categoryId: '112',
      category: 'PERHUBUNGAN > ANGKUTAN UMUM',
      cases: {
        'Angkot Ugal-Ugalan Trayek {desa}':
          'angkot no {n} trayek {desa} ngebut dan berhenti sembarangan, kernet merokok di dlm mobil ada bayi. mhn ditertibkan',
        'Angkot Tidak Mau Bawa Anak Sekolah':
          'knp angkot yg lewat {jalan} tdk mau ambil anak sekolah krn bayar separuh?? anak saya nunggu sampai {n} jam',
        'Terminal {kec} Kumuh Dan Becek':
          'terminal {kec} becek bgt klo hujan, atap bocor, wc terkunci. padahal bayar retribusi trs 😡😡',
      },
      answers: [
        'Terima kasih. Hal ini sudah kami periksa di lapangan dan pengelolanya kami beri teguran tertulis.',
        'Terima kasih atas laporan Saudara. Petugas kami mengawasi trayek ini setiap pagi mulai pekan ini.',
      ],
      notes: [
        'Minta keterangan waktu kejadian kepada pelapor.',
        'Koperasi angkutan sudah dihubungi lewat telepon.',
      ],
    },
    {
      categoryId: '113',
      category: 'PERHUBUNGAN > PENGUJIAN KENDARAAN BERMOTOR',
      classification: 'permintaan_informasi',
      cases: {
        'Syarat Uji Kir Mobil Pick Up':
          'mau tanya syarat uji kir pickup apa aja ya min? dan apakah hrs bawa stnk asli, mobil masih kredit',
        'Jadwal Uji Kir Keliling {kec}':
          'apakah bulan ini ada kir keliling di kec {kec}? jauh kali klo hrs ke kantor, {n} jam perjalanan',
        'Biaya Perpanjangan Kir Truk': 'berapa biaya kir utk truk engkel? ada calo minta {n}00rb',
      },
      answers: [
        'Uji kir tidak dipungut biaya. Syaratnya STNK, buku atau kartu uji lama, dan kendaraan dibawa ke lokasi. Pelayanan Senin sampai Kamis pukul 08.00-14.00 WIB.',
      ],
      notes: [],
    },
  ],
  '7002': [
    {
      categoryId: '100',
      category: 'PEKERJAAN UMUM DAN PENATAAN RUANG > INFRASTRUKTUR JALAN > JALAN BERLUBANG',
      cases: {
        'Jalan Rusak Di {desa}':
          'jln {jalan} dari {desa} smp simpang hancur, sdh {n} thn tdk diaspal. klo hujan kayak kolam lele',
        'Jalan {jalan} Berlubang Parah':
          'MOHON PERHATIAN BAPAK BUPATI. JALAN {jalan} KEC {kec} SUDAH SEPERTI KUBANGAN KERBAU. SUDAH {n} ORANG JATUH MINGGU INI',
        'Jalan {desa} Rusak Dilewati Truk Sawit':
          'dalan nang {desa} rusak parah pak, truk sawit lewat terus. kapan didandani?',
        'Aspal {jalan} Mengelupas Lagi':
          'baru {n} bulan diaspal jln {jalan} sdh ngelupas lg, gimana kualitasnya ini pak',
      },
    },
    {
      categoryId: '114',
      category: 'PEKERJAAN UMUM DAN PENATAAN RUANG > JEMBATAN',
      cases: {
        'Lantai Jembatan {desa} Lapuk':
          'jembatan penghubung {desa} papannya lapuk, {n} keping sdh jatuh. anak sekolah lewat situ tiap hari',
        'Tembok Jembatan {jalan} Longsor':
          'tembok penahan jembatan {jalan} longsor semalam stlh banjir, mhn ditinjau sblm putus',
      },
    },
  ],
  '7003': [
    {
      categoryId: '105',
      category: 'LINGKUNGAN HIDUP DAN KEHUTANAN > PENGELOLAAN SAMPAH',
      cases: {
        'Sampah Tidak Diangkut Di Jalan {jalan}':
          'sampah di pinggir jln {jalan} sdh {n} hari tdk diangkut, bau sekali dan byk lalat 🤢',
        'Sampah Menumpuk Di Pasar {desa}':
          'tolong lah pak sampah di pajak {desa} menumpuk smp ke badan jalan, padahal kami bayar retribusi tiap bulan',
        'Tps Liar Di {desa}':
          'ada yg buang sampah pakai mobil pickup tiap malam jam {n} di lahan kosong {desa}, mhn dipasang plang & cctv',
      },
    },
    {
      categoryId: '115',
      category: 'LINGKUNGAN HIDUP DAN KEHUTANAN > PENCEMARAN',
      cases: {
        'Air Sungai Hitam Di {desa}':
          'air sungai di {desa} hitam dan berbusa tiap malam, ikan mati {n} kolam. diduga limbah pabrik di hulu',
        'Asap Pembakaran Ban {desa}':
          'asap pembakaran di blkg rumah kami {desa} tiap sore, anak saya umur {n} thn sesak napas',
      },
    },
  ],
  '7004': [
    {
      categoryId: '103',
      category: 'KESEHATAN > PELAYANAN KESEHATAN',
      cases: {
        'Mohon Fogging Di {desa}': 'mohon fogging di {desa} sdh ada {n} org kena dbd, 2 msh opname',
        'Pelayanan Puskesmas {kec} Lambat':
          'antri di puskesmas {kec} dr jam 7 smp jam {n} blm dipanggil, petugas loket cuma 1',
        'Obat Kosong Di Pustu {desa}':
          'obat darah tinggi di pustu {desa} kosong trs, disuruh beli di luar. bapak saya alm dulu jg begitu',
      },
    },
    {
      categoryId: '116',
      category: 'KESEHATAN > JAMINAN KESEHATAN',
      classification: 'permintaan_informasi',
      cases: {
        'Bpjs Pbi Tidak Aktif':
          'bpjs pbi ibu saya tiba2 non aktif padahal mau cuci darah, {n} hari lg jadwalnya. mhn bantuan',
        'Cara Daftar Uhc': 'gmn cara daftar berobat gratis pakai ktp saja di kab ini?',
      },
      answers: [
        'Silakan datang ke Dinas Kesehatan dengan KTP dan KK; pengaktifan selesai pada hari yang sama.',
      ],
      notes: [],
    },
  ],
  '7005': [
    {
      categoryId: '104',
      category: 'PENDIDIKAN DAN KEBUDAYAAN > BIAYA SEKOLAH',
      cases: {
        'Pungutan Uang Perpisahan Smp Negeri':
          'anak saya di smp negeri diminta uang perpisahan {n}50rb klo tdk bayar rapor ditahan. apa boleh?',
        'Lks Wajib Beli Di Sekolah':
          'wali kelas suruh beli lks {n} buku di koperasi, katanya wajib. kami org susah pak',
      },
    },
    {
      categoryId: '108',
      category: 'POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR',
      cases: {
        'Dugaan Pungli Penerimaan Siswa Baru':
          'ada oknum minta {n} juta spy anak bisa masuk sekolah negeri, saya punya bukti chat',
        'Potongan Dana Pip': 'dana pip anak saya dipotong {n}00rb oleh operator, katanya utk administrasi',
      },
    },
    {
      categoryId: '117',
      category: 'PENDIDIKAN DAN KEBUDAYAAN > SARANA SEKOLAH',
      cases: {
        'Atap Sd {desa} Bocor': 'atap sd di {desa} bocor {n} ruangan, klo hujan murid dipulangkan',
        'Wc Sekolah Rusak': 'wc sekolah cuma 1 yg bisa dipakai utk {n}00 murid',
      },
    },
  ],
  '7006': [
    {
      categoryId: '102',
      category: 'KEPENDUDUKAN > KTP',
      cases: {
        'E-Ktp Belum Jadi Sejak Juni':
          'sdh {n} bulan rekam ektp di kantor camat {kec} tp smp skrg blm jadi, alasan blanko habis trs',
        'Nik Tidak Ditemukan':
          'nik saya tdk ditemukan wkt daftar bpjs, sdh 2x ke kantor disuruh tunggu {n} hari',
      },
    },
    {
      categoryId: '118',
      category: 'KEPENDUDUKAN > PINDAH DATANG',
      classification: 'permintaan_informasi',
      cases: {
        'Syarat Pindah Domisili Ke {desa}':
          'apa saja syarat pindah domisili ke {desa}? apakah bisa online min',
        'Cara Urus Akta Kelahiran':
          'cara urus akta kelahiran anak umur {n} thn gmn ya, surat bidannya hilang',
      },
      answers: [
        'Syaratnya surat pindah atau keterangan lahir, KK, dan KTP asli. Pengurusan gratis dan dapat dilakukan di kantor kecamatan.',
      ],
      notes: [],
    },
  ],
  '7007': [
    {
      categoryId: '101',
      category: 'SOSIAL DAN KESEJAHTERAAN > BANTUAN SOSIAL > PKH',
      cases: {
        'Lansia Belum Dapat Bantuan Di {desa}':
          'assalamualaikum, ibu saya janda umur {n}5 thn di {desa} tdk pernah dapat bantuan padahal tetangga yg mampu dapat. mhn didata ulang',
        'Blt Belum Cair':
          'blt tahap {n} knp blm cair pak, di desa sebelah sdh. aha do alana, nunga leleng hami paimahon',
        'Saldo Kartu Kks Nol': 'kartu kks saya saldo nol sdh {n} bulan, pendamping tdk bisa dihubungi',
      },
    },
  ],
  '7008': [
    {
      categoryId: '107',
      category: 'KETENTERAMAN, KETERTIBAN UMUM, DAN PELINDUNGAN MASYARAKAT > KERESAHAN MASYARAKAT',
      cases: {
        'Karaoke Sampai Pagi Di {desa}':
          'karaoke di {desa} smp jam {n} pagi tiap malam, kami tdk bisa tidur, ada bayi',
        'Pkl Di Trotoar {jalan}': 'pkl di trotoar jln {jalan} makin byk, pejalan kaki turun ke jalan',
        'Ternak Berkeliaran Di {desa}': 'lembu berkeliaran di jln {jalan} malam2, sdh {n} x ditabrak org',
      },
    },
  ],
  '7009': [
    {
      categoryId: '119',
      category: 'PERDAGANGAN > PASAR',
      cases: {
        'Atap Pasar {kec} Bocor': 'atap pajak {kec} bocor {n} titik, dagangan basah semua',
        'Harga Minyak Goreng Di Atas Het': 'minyak goreng subsidi dijual {n}rb di atas het di {desa}',
        'Timbangan Curang Pasar {desa}':
          'timbangan pedagang di pasar {desa} kurang {n} ons tiap kilo, mhn ditera ulang',
      },
    },
  ],
  '7010': [
    {
      categoryId: '109',
      category: 'PEKERJAAN UMUM DAN PENATAAN RUANG > DRAINASE (GORONG-GORONG/PARIT)',
      cases: {
        'Parit Tersumbat, Air Masuk Rumah Warga':
          'parit dpn rumah tersumbat semen bekas proyek, hujan {n} jam langsung banjir selutut 😭',
        'Drainase Jalan {jalan} Mampet':
          'drainase jln {jalan} mampet penuh sampah, air hitam tergenang sdh {n} minggu byk jentik',
      },
    },
    {
      categoryId: '109',
      category: 'PEKERJAAN UMUM DAN PENATAAN RUANG > DRAINASE (GORONG-GORONG/PARIT)',
      classification: 'aspirasi',
      cases: {
        'Usul Pembangunan Parit {desa}':
          'mengusulkan pembuatan parit di {desa} kec {kec} krn setiap hujan air masuk rumah warga {n} rumah',
      },
    },
    {
      categoryId: '120',
      category: 'PERUMAHAN > RUMAH TIDAK LAYAK HUNI',
      classification: 'aspirasi',
      cases: {
        'Mohon Bedah Rumah Di {desa}':
          'mohon bantuan bedah rumah utk nek di {desa} umur {n}0 thn, atap rumbia dinding tepas sdh bolong',
      },
    },
  ],
  '7011': [
    {
      categoryId: '121',
      category: 'PEMERINTAHAN > PELAYANAN KECAMATAN',
      cases: {
        'Kantor Camat Kosong Jam Kerja':
          'kantor camat jam {n} siang sdh kosong, mau urus surat ahli waris disuruh besok lg besok lg',
        'Surat Tanah Lama Selesai':
          'pengurusan surat tanah di kecamatan sdh {n} bulan blm siap, ada yg bilang hrs kasih uang rokok',
      },
    },
    {
      categoryId: '108',
      category: 'POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR',
      cases: {
        'Pungli Urus Surat Di Desa {desa}':
          'kades {desa} minta {n}00rb utk tanda tangan surat keterangan, tdk ada kwitansi',
      },
    },
  ],
  '7012': [
    {
      categoryId: '122',
      category: 'ENERGI DAN SUMBER DAYA ALAM > AIR BERSIH',
      cases: {
        'Air Pdam Mati Di {desa}':
          'air pdam di {desa} mati sdh {n} hari, tdk ada pemberitahuan. kami beli air jerigen',
        'Air Pdam Keruh Dan Bau': 'air keruh kayak teh susu trs bau lumpur, {n} hari ini',
        'Tagihan Air Melonjak': 'tagihan air saya biasanya 80rb kok jadi {n}00rb padahal rumah kosong',
      },
    },
  ],
};
