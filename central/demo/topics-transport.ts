import type { Topic } from './topic.ts';

export const TRANSPORT_TOPICS: readonly [Topic, ...Topic[]] = [
  {
    categoryId: '106',
    category: ['PERHUBUNGAN', 'LAMPU PENERANGAN JALAN UMUM'],
    classification: 'pengaduan',
    titles: [
      'Lampu Jalan Mati Sepanjang {jalan}',
      'Lampu Jalan Padam Di {desa}',
      'Tiang Lampu Miring Di Jalan {jalan}',
      'Jalan {jalan} Gelap Gulita',
    ],
    bodies: [
      'lampu jalan sepanjang {jalan} mati total sdh {n} minggu, rawan begal kalau malam. ibu2 pengajian takut pulang. mhn segera diperbaiki, trims',
      'yth dinas perhubungan, di ds {desa} kec {kec} ada {n} tiang lampu tp yg hidup cuma 1. klo malam gelap kali bah, sdh {n} org jatuh krn tdk nampak lubang',
      'assalamualaikum pak, lampu jalan di simpang {jalan} {desa} hidup siang mati malam 😅 mhn dicek sakelar otomatisnya',
      'horas. tiang lampu di jln {jalan} miring mau rubuh ke rumah warga, kabelnya menjuntai. tolong lah dicek sblm makan korban',
      'nyuwun sewu pak, lampu penerangan nang {desa} wis {n} wulan ora urip. nek bengi peteng ndedet, bocah2 wedi liwat',
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
  },
  {
    categoryId: '110',
    category: ['PERHUBUNGAN', 'PARKIR', 'PARKIR LIAR'],
    classification: 'pengaduan',
    titles: [
      'Parkir Liar Depan Pajak {desa}',
      'Tukang Parkir Minta Uang Paksa Di {jalan}',
      'Truk Parkir Di Badan Jalan {jalan}',
    ],
    bodies: [
      'tiap pagi di depan pajak {desa} mobil pickup parkir 2 lapis, macet sampai {n} ratus meter. anak sekolah jd terlambat',
      'tukang parkir di jln {jalan} minta 5rb utk motor padahal cuma berhenti {n} menit, tdk ada karcis. kalau tdk dikasih marah2',
      'TRUK TRONTON PARKIR SEMBARANGAN DI JALAN {jalan} DEPAN SEKOLAH. SUDAH SERING KAMI TEGUR TIDAK DIINDAHKAN. TOLONG DITINDAK PAK',
    ],
    answers: [
      'Terima kasih. Regu kami sudah menertibkan parkir di lokasi dan akan berjaga pada jam sibuk selama dua minggu ke depan.',
      'Juru parkir di lokasi tersebut tidak terdaftar. Kami sudah memberi teguran bersama Satpol PP; mohon foto bila terulang.',
    ],
    notes: ['Sudah tiga kali dilaporkan, gabung dengan laporan sebelumnya.', 'Jadwal patroli Kamis pagi.'],
  },
  {
    categoryId: '111',
    category: ['PERHUBUNGAN', 'RAMBU DAN MARKA JALAN'],
    classification: 'aspirasi',
    titles: [
      'Usul Polisi Tidur Depan SD {desa}',
      'Mohon Zebra Cross Di Jalan {jalan}',
      'Usul Cermin Tikungan {desa}',
      'Permohonan Lampu Merah Simpang {jalan}',
    ],
    bodies: [
      'kami warga {desa} mengusulkan dibuat polisi tidur di dpn sekolah krn motor ngebut semua. bln ini sdh {n} x kejadian anak keserempet',
      'simpang {jalan} {kec} itu butuh lampu merah pak, tiap sore semrawut, {n} kecelakaan thn ini',
      'mohon dibuatkan cermin cembung di tikungan {desa}, kendaraan dr arah bawah tdk nampak sama sekali',
    ],
    answers: [
      'Terima kasih atas usul Saudara. Lokasi sudah kami survei; usul masuk daftar kebutuhan rambu tahun anggaran berikutnya.',
      'Usul Saudara kami catat. Untuk sementara kami pasang rambu batas kecepatan di lokasi itu.',
    ],
    notes: ['Status jalan perlu dipastikan ke PUPR dulu: kabupaten atau provinsi?'],
  },
  {
    categoryId: '112',
    category: ['PERHUBUNGAN', 'ANGKUTAN UMUM'],
    classification: 'pengaduan',
    titles: [
      'Angkot Ugal-Ugalan Trayek {desa}',
      'Angkot Tidak Mau Bawa Anak Sekolah',
      'Terminal {kec} Kumuh Dan Becek',
    ],
    bodies: [
      'angkot no {n} trayek {desa} ngebut dan berhenti sembarangan, kernet merokok di dlm mobil ada bayi. mhn ditertibkan',
      'knp angkot yg lewat {jalan} tdk mau ambil anak sekolah krn bayar separuh?? anak saya nunggu sampai {n} jam',
      'terminal {kec} becek bgt klo hujan, atap bocor, wc terkunci. padahal bayar retribusi trs 😡😡',
    ],
    answers: [
      'Terima kasih. Pengemudi yang dimaksud sudah kami panggil bersama koperasinya dan diberi teguran tertulis.',
    ],
    notes: ['Minta nomor polisi kendaraan kepada pelapor.'],
  },
  {
    categoryId: '113',
    category: ['PERHUBUNGAN', 'PENGUJIAN KENDARAAN BERMOTOR'],
    classification: 'permintaan_informasi',
    titles: ['Syarat Uji Kir Mobil Pick Up', 'Jadwal Uji Kir Keliling {kec}', 'Biaya Perpanjangan Kir'],
    bodies: [
      'mau tanya syarat uji kir pickup apa aja ya min? dan apakah hrs bawa stnk asli, mobil masih kredit',
      'apakah bulan ini ada kir keliling di kec {kec}? jauh kali klo hrs ke kantor, {n} jam perjalanan',
      'berapa biaya kir utk truk engkel? ada calo minta {n}00rb',
    ],
    answers: [
      'Uji kir gratis sejak 2024. Syaratnya STNK, buku atau kartu uji lama, dan kendaraan dibawa ke lokasi. Pelayanan Senin sampai Kamis pukul 08.00-14.00 WIB.',
    ],
    notes: [],
  },
];
