import queue from './pictures/antrean.png';
import exported from './pictures/impor.png';
import joint from './pictures/jawab-bersama.png';
import late from './pictures/keterlambatan.png';
import outbox from './pictures/kotak-keluar.png';
import practice from './pictures/latihan.png';
import writing from './pictures/menulis.png';

/** `picture`: made by `npm run screenshots -- --handbook`; `shows` says in words what is on it. */
export type Chapter = {
  readonly title: string;
  /** A key stands in square brackets: "tekan [r]". */
  readonly text: readonly string[];
  readonly picture?: { readonly url: string; readonly shows: string };
};

/** Buku petunjuk. Its language is that of the office; it is not translated. */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Sepuluh menit di pagi hari',
    text: [
      'Saat dibuka pertama kali pada suatu hari, Penghubung menyapa dengan paling banyak tiga laporan yang harus dijawab lebih dahulu, dan alasannya; [g] menampilkannya lagi. Di antrean pun yang paling dekat jatuh tempo berada paling atas: tidak ada tanggal yang perlu dihitung sendiri.',
      'Tekan [j] dan [k] untuk turun dan naik, [Enter] untuk membuka, [r] untuk menjawab, lalu [Ctrl+Enter] untuk mengirim. Selama sepuluh detik kiriman masih dapat diurungkan dengan [Ctrl+Z].',
      'Semua tombol ada di bawah [?], dan setiap tindakan dapat dicari dengan [Ctrl+K].',
    ],
    picture: { url: queue, shows: 'Antrean di tengah, laporan dengan kedua jamnya di kanan' },
  },
  {
    title: 'Dua jam setiap laporan',
    text: [
      'Jawaban pertama berhenti begitu ada tulisan yang dapat dibaca pelapor. Penyelesaian berjalan sampai laporan ditutup.',
      'Hanya hari kerja yang dihitung: Sabtu, Minggu, hari libur nasional, dan cuti bersama dilewati. Hari diteruskan ke OPD tidak ikut dihitung. Arahkan penunjuk ke jam, atau pilih lalu tekan panah kiri dan kanan, untuk melihat hitungannya.',
      'Saat pelapor diminta melengkapi data, atau laporan ditunda, jam penyelesaian menunggu. Hari pelapor menjawab belum dihitung; hari OPD sendiri melanjutkan sudah dihitung.',
      'Mau menjanjikan tanggal? Geser penunjuk di mistar hari: terbaca apakah tanggal itu masih sebelum batas. [Enter] mencatatnya sebagai rencana.',
    ],
  },
  {
    title: 'Terlambat: mengapa?',
    text: [
      'Pilih Jelaskan keterlambatan pada laporan. Satu halaman menerangkan kapan laporan masuk, siapa yang ditunggu dari hari ke hari, hari libur di antaranya, dan hari komputer ini tanpa sambungan. Teksnya dapat disalin atau dicetak untuk atasan atau Ombudsman.',
      'Bila tabel hari libur berubah di tengah tahun, Penghubung menghitung ulang dan menunjukkan laporan mana yang bergeser.',
    ],
    picture: { url: late, shows: 'Halaman Jelaskan keterlambatan' },
  },
  {
    title: 'Menulis jawaban',
    text: [
      'Tulislah apa yang sudah dan akan dilakukan, dan kapan. Setiap huruf tersimpan di komputer ini; draf tetap ada walau listrik padam.',
      'Foto, PDF, dan berkas lain dilampirkan dengan [l], ditempel, atau dijatuhkan ke jendela. Foto diperkecil, posisi GPS-nya dihapus; aslinya tetap ada di komputer ini.',
      'Ketik [/] di baris kosong untuk memilih templat; isian seperti nama pelapor terisi sendiri, yang belum terisi dicapai dengan [Tab]. [Ctrl+J] menampilkan jawaban OPD atas laporan serupa. [Ctrl+Shift+P] menunjukkan apa yang akan dibaca warga.',
      'Templat bertanda Kantor terlihat oleh semua petugas OPD. Penghubung dan pimpinan membagikan templatnya sendiri lewat Kelola templat ([Ctrl+K]); nama yang sama mengganti yang lama, Tarik menghapusnya dari kantor.',
      'Tanggal yang Anda janjikan dalam jawaban dapat dicatat sebagai rencana dengan [p], dan diingatkan pada jawaban berikutnya.',
      'Nomor telepon, NIK, dan data pribadi lain ditandai sebelum terkirim, dan dapat disamarkan dengan satu tombol.',
      'Laporan tidak lengkap? Pilih Minta data. Bukan wewenang OPD? Tekan [b] dan sebutkan alasannya. Belum dapat dikerjakan? Pilih Tunda, dengan alasan dan tanggalnya.',
    ],
    picture: { url: writing, shows: 'Jawaban yang sedang ditulis di bawah laporan' },
  },
  {
    title: 'Bersama rekan',
    text: [
      'Tekan [f] untuk menugaskan laporan kepada rekan atau subunit; laporan tetap tanggung jawab OPD. [n] menulis catatan yang hanya dibaca OPD; @Nama menyebut seorang rekan.',
      'Pelaksana menulis usulan, penghubung atau pimpinan menyetujui, mengubah, atau mengembalikannya. Yang menunggu ada di Menunggu persetujuan.',
      'Banyak laporan tentang hal yang sama? Pilih dengan [x], lalu [f] menugaskan semuanya, [s] mengingatkan lagi, atau kelompokkan di bawah satu laporan. Sebelumnya tampil apa yang akan terjadi pada tiap laporan; satu [Ctrl+Z] mengurungkan semuanya. Laporan yang memimpin kelompok menampilkan anggotanya di Urusan OPD, dan semuanya dapat dipilih lagi sekaligus.',
      'Jawaban yang sama untuk semuanya? Tekan [r] dan tulis sekali: {nama pelapor}, {id laporan}, dan variabel lain terisi untuk tiap laporan, dan di samping tampil yang akan dibaca tiap pelapor. Setiap jawaban dikirim dan dapat dilacak sendiri-sendiri.',
      'Dua orang menjawab laporan yang sama? Tidak ada tulisan yang hilang: keduanya ditampilkan berdampingan, dan Anda yang memilih.',
    ],
    picture: { url: joint, shows: 'Satu jawaban untuk tiga laporan, dan yang akan dibaca tiap pelapor' },
  },
  {
    title: 'Mencari',
    text: [
      'Tekan [/] lalu ketik kata, nomor, atau tempat; singkatan dan salah ketik pun ditemukan. Kata boleh ditambah saringan: kec:"Lubuk Pakam", status:proses, untuk:saya, telat.',
      'Pencarian yang sering dipakai dapat disimpan sebagai tampilan sendiri, dengan jumlahnya, di bawah daftar tampilan; urutannya dan isi tiap baris Anda yang memilih.',
    ],
  },
  {
    title: 'Tanpa sambungan',
    text: [
      'Semua tetap dapat dikerjakan. Kiriman menunggu di Kotak keluar dan terkirim sendiri, tepat satu kali, begitu tersambung.',
      'Sudut kiri bawah selalu berkata benar: daring atau luring, berapa yang belum terkirim, dan kapan terakhir tersinkron. Tanda terkirim selalu disertai nomor penerimaan dari layanan pusat.',
      'Yang ditolak berkumpul di Perlu perhatian, dengan alasan dan teksnya.',
    ],
    picture: { url: outbox, shows: 'Kotak keluar saat luring' },
  },
  {
    title: 'Pengaduan dari kanal lain',
    text: [
      'Tekan [a] untuk mencatat pengaduan dari media sosial, call center 112, loket, surat, atau telepon. Tempel tautan, unggahan, pesan WhatsApp, atau surel: kanal, akun, dan waktunya terisi sendiri dan dapat dibetulkan. Tangkapan layar atau pindaian surat dilampirkan.',
      'Selagi Anda menulis, laporan serupa tampil di samping. Pilih Ini laporan yang sama bila sudah ada: isinya menjadi catatan internal di sana.',
      'Pengaduan untuk OPD Anda langsung masuk antrean, juga tanpa sambungan. Yang untuk OPD lain diteruskan Admin Instansi; identitas pelapor anonim tidak ikut. Nomor penerimaan dari layanan pusat menjadi nomor laporannya.',
    ],
  },
  {
    title: 'Menayangkan di LAPOR!',
    text: [
      'LAPOR! tetap sistem resmi. Jawaban yang sudah diterima tetapi belum tayang ada di Perlu tayang di LAPOR!. Tekan [t]: teksnya tersalin dan LAPOR! terbuka. Sesudah ditempel di sana, tekan [Enter] pada Sudah tayang.',
      'Bila tiga pekan tidak ada yang masuk ke LAPOR!, Penghubung mengingatkan: jumlah masuk ikut dinilai.',
    ],
  },
  {
    title: 'Tanpa layanan pusat',
    text: [
      'OPD yang belum memiliki layanan pusat memilih Sendiri dahulu pada layar pertama. Unduh ekspor Excel dari LAPOR!, lalu pilih Impor di sudut kiri bawah. Sebelum diterapkan tampil apa yang baru, apa yang berubah, dan baris mana yang tidak dapat dibaca.',
      'Impor lagi kapan saja: yang terjadi di LAPOR! sejak itu dikenali, dan yang sudah Anda tulis tidak berubah. Jawaban dicatat di komputer ini dengan nomornya sendiri.',
      'Kelak pilih Gabung pusat: laporan, jawaban, catatan, dan lampiran dibawa dengan waktu dan nomornya, tanpa menjadi ganda. Selama itu Anda dapat terus bekerja, dan bila sambungan putus dilanjutkan sendiri.',
    ],
    picture: { url: exported, shows: 'Apa yang akan terjadi bila ekspor diimpor' },
  },
  {
    title: 'Berlatih tanpa risiko',
    text: [
      'Cari mode latihan dengan [Ctrl+K]. Laporannya rekaan; apa pun boleh dicoba, dan tidak ada yang keluar dari komputer ini. Garis di atas menandainya pada setiap layar.',
      'Selesai latihan membawa Anda kembali ke laporan OPD sendiri, persis seperti ditinggalkan.',
    ],
    picture: { url: practice, shows: 'Antrean latihan di bawah garis penandanya' },
  },
];
