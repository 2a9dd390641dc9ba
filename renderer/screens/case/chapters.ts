import type { Chapter } from '../../widgets/screen/screen.ts';
import picture from './menulis.png';

/** The clocks of a complaint, writing on it, and bringing the answer into LAPOR!. */
export const CHAPTERS: readonly Chapter[] = [
  {
    place: 20,
    title: 'Dua jam setiap laporan',
    text: [
      'Jawaban pertama berhenti begitu ada tulisan yang dapat dibaca pelapor. Penyelesaian berjalan sampai laporan ditutup.',
      'Hanya hari kerja yang dihitung: Sabtu, Minggu, hari libur nasional, dan cuti bersama dilewati. Hari diteruskan ke OPD tidak ikut dihitung. Arahkan penunjuk ke jam, atau pilih lalu tekan panah kiri dan kanan, untuk melihat hitungannya.',
      'Saat pelapor diminta melengkapi data, atau laporan ditunda, jam penyelesaian menunggu. Hari pelapor menjawab belum dihitung; hari OPD sendiri melanjutkan sudah dihitung.',
      'Mau menjanjikan tanggal? Geser penunjuk di mistar hari: terbaca apakah tanggal itu masih sebelum batas. [Enter] mencatatnya sebagai rencana.',
    ],
  },
  {
    place: 40,
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
    picture: { url: picture, shows: 'Jawaban yang sedang ditulis di bawah laporan' },
  },
  {
    place: 90,
    title: 'Menayangkan di LAPOR!',
    text: [
      'LAPOR! tetap sistem resmi. Jawaban yang sudah diterima tetapi belum tayang ada di Perlu tayang di LAPOR!. Tekan [t]: teksnya tersalin dan LAPOR! terbuka. Sesudah ditempel di sana, tekan [Enter] pada Sudah tayang.',
      'Bila tiga pekan tidak ada yang masuk ke LAPOR!, Penghubung mengingatkan: jumlah masuk ikut dinilai.',
    ],
  },
];
