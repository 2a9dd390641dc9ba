import type { Topic } from './topic.ts';

const STREET_LIGHTS: Topic = {
  categoryId: '106',
  category: ['PERHUBUNGAN', 'LAMPU PENERANGAN JALAN UMUM'],
  classification: 'pengaduan',
  cases: [
    [
      'Lampu Jalan Mati Sepanjang {jalan}',
      'lampu jalan sepanjang {jalan} mati total sdh {n} minggu, rawan begal kalau malam. ibu2 pengajian takut pulang. mhn segera diperbaiki, trims',
    ],
    [
      'Lampu Jalan Padam Di {desa}',
      'yth dinas perhubungan, di ds {desa} kec {kec} ada {n} tiang lampu tp yg hidup cuma 1. klo malam gelap kali bah, sdh {n} org jatuh krn tdk nampak lubang',
    ],
    [
      'Lampu Simpang {jalan} Hidup Siang Mati Malam',
      'assalamualaikum pak, lampu jalan di simpang {jalan} {desa} hidup siang mati malam 😅 mhn dicek sakelar otomatisnya',
    ],
    [
      'Tiang Lampu Miring Di Jalan {jalan}',
      'horas. tiang lampu di jln {jalan} miring mau rubuh ke rumah warga, kabelnya menjuntai. tolong lah dicek sblm makan korban',
    ],
    [
      'Jalan {jalan} {desa} Gelap Gulita',
      'nyuwun sewu pak, lampu penerangan nang {desa} wis {n} wulan ora urip. nek bengi peteng ndedet, bocah2 wedi liwat',
    ],
    [
      'Kabel Lampu Jalan Dicuri Di {desa}',
      'kabel lampu jalan dari simpang {jalan} smp jembatan hilang dicuri org, {n} tiang mati semua. sdh lapor kades disuruh lapor ke sini',
    ],
  ],
  answers: [
    'Terima kasih atas laporan Saudara. Petugas sudah memeriksa {n} titik; sebagian kabel putus dan sebagian lampu rusak. Perbaikan dijadwalkan paling lambat dua minggu lagi.',
    'Terima kasih atas laporan Saudara. Lampu di Jalan {jalan} sudah kami perbaiki dan menyala kembali. Bila masih ada yang padam, mohon sampaikan nomor tiangnya.',
  ],
  notes: [
    'Material tiba Rabu. Foto sesudah menyusul.',
    'Perlu mobil tangga; pinjam dari UPT wilayah II.',
    'Tiang nomor 11 dan 14 milik PLN, sudah disurati.',
  ],
};

const PARKING: Topic = {
  categoryId: '110',
  category: ['PERHUBUNGAN', 'PARKIR', 'PARKIR LIAR'],
  classification: 'pengaduan',
  cases: [
    [
      'Parkir Liar Depan Pajak {desa}',
      'tiap pagi di depan pajak {desa} mobil pickup parkir 2 lapis, macet sampai {n} ratus meter. anak sekolah jd terlambat',
    ],
    [
      'Tukang Parkir Minta Uang Paksa Di {jalan}',
      'tukang parkir di jln {jalan} minta 5rb utk motor padahal cuma berhenti {n} menit, tdk ada karcis. kalau tdk dikasih marah2',
    ],
    [
      'Truk Parkir Di Badan Jalan {jalan}',
      'TRUK TRONTON PARKIR SEMBARANGAN DI JALAN {jalan} DEPAN SEKOLAH. SUDAH SERING KAMI TEGUR TIDAK DIINDAHKAN. TOLONG DITINDAK PAK',
    ],
    [
      'Parkir Di Trotoar Puskesmas {kec}',
      'trotoar dpn puskesmas {kec} penuh motor parkir, bapak saya yg pakai kursi roda hrs lewat badan jalan',
    ],
  ],
  answers: [
    'Terima kasih. Regu kami sudah menertibkan parkir di lokasi dan akan berjaga pada jam sibuk selama dua minggu ke depan.',
    'Terima kasih. Petugas sudah menegur di lokasi bersama Satpol PP; mohon sampaikan foto bila terulang.',
  ],
  notes: ['Sudah tiga kali dilaporkan, periksa laporan sebelumnya.', 'Jadwal patroli Kamis pagi.'],
};

const SIGNS: Topic = {
  categoryId: '111',
  category: ['PERHUBUNGAN', 'RAMBU DAN MARKA JALAN'],
  classification: 'aspirasi',
  cases: [
    [
      'Usul Polisi Tidur Depan Sd {desa}',
      'kami warga {desa} mengusulkan dibuat polisi tidur di dpn sekolah krn motor ngebut semua. bln ini sdh {n} x kejadian anak keserempet',
    ],
    [
      'Permohonan Lampu Merah Simpang {jalan}',
      'simpang {jalan} {kec} itu butuh lampu merah pak, tiap sore semrawut, {n} kecelakaan thn ini',
    ],
    [
      'Usul Cermin Tikungan {desa}',
      'mohon dibuatkan cermin cembung di tikungan {desa}, kendaraan dr arah bawah tdk nampak sama sekali',
    ],
    [
      'Mohon Zebra Cross Di Jalan {jalan}',
      'tolong dicat zebra cross di jln {jalan} dpn pasar, nenek2 susah nyebrang',
    ],
  ],
  answers: [
    'Terima kasih atas usul Saudara. Lokasi sudah kami survei; usul masuk daftar kebutuhan rambu tahun anggaran berikutnya.',
    'Usul Saudara kami catat. Untuk sementara kami pasang rambu batas kecepatan di lokasi itu.',
  ],
  notes: ['Status jalan perlu dipastikan ke PUPR dulu: kabupaten atau provinsi?'],
};

const PUBLIC_TRANSPORT: Topic = {
  categoryId: '112',
  category: ['PERHUBUNGAN', 'ANGKUTAN UMUM'],
  classification: 'pengaduan',
  cases: [
    [
      'Angkot Ugal-Ugalan Trayek {desa}',
      'angkot no {n} trayek {desa} ngebut dan berhenti sembarangan, kernet merokok di dlm mobil ada bayi. mhn ditertibkan',
    ],
    [
      'Angkot Tidak Mau Bawa Anak Sekolah',
      'knp angkot yg lewat {jalan} tdk mau ambil anak sekolah krn bayar separuh?? anak saya nunggu sampai {n} jam',
    ],
    [
      'Terminal {kec} Kumuh Dan Becek',
      'terminal {kec} becek bgt klo hujan, atap bocor, wc terkunci. padahal bayar retribusi trs 😡😡',
    ],
  ],
  answers: [
    'Terima kasih. Hal ini sudah kami periksa di lapangan dan pengelolanya kami beri teguran tertulis.',
    'Terima kasih atas laporan Saudara. Petugas kami mengawasi trayek ini setiap pagi mulai pekan ini.',
  ],
  notes: [
    'Minta keterangan waktu kejadian kepada pelapor.',
    'Koperasi angkutan sudah dihubungi lewat telepon.',
  ],
};

const VEHICLE_TEST: Topic = {
  categoryId: '113',
  category: ['PERHUBUNGAN', 'PENGUJIAN KENDARAAN BERMOTOR'],
  classification: 'permintaan_informasi',
  cases: [
    [
      'Syarat Uji Kir Mobil Pick Up',
      'mau tanya syarat uji kir pickup apa aja ya min? dan apakah hrs bawa stnk asli, mobil masih kredit',
    ],
    [
      'Jadwal Uji Kir Keliling {kec}',
      'apakah bulan ini ada kir keliling di kec {kec}? jauh kali klo hrs ke kantor, {n} jam perjalanan',
    ],
    ['Biaya Perpanjangan Kir Truk', 'berapa biaya kir utk truk engkel? ada calo minta {n}00rb'],
  ],
  answers: [
    'Uji kir tidak dipungut biaya. Syaratnya STNK, buku atau kartu uji lama, dan kendaraan dibawa ke lokasi. Pelayanan Senin sampai Kamis pukul 08.00-14.00 WIB.',
  ],
  notes: [],
};

/** Street lights and parking are what most people write about. */
export const TRANSPORT_TOPICS: readonly [Topic, ...Topic[]] = [
  STREET_LIGHTS,
  STREET_LIGHTS,
  STREET_LIGHTS,
  PARKING,
  PARKING,
  SIGNS,
  PUBLIC_TRANSPORT,
  VEHICLE_TEST,
];
