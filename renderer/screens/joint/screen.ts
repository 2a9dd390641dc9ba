import type { Screen } from '../../widgets/screen/screen.ts';
import { JointDialog } from './JointDialog.tsx';
import picture from './jawab-bersama.png';

export const jointScreen: Screen = {
  dialogs: { joint: JointDialog },
  actions: [
    {
      id: 'next_reader',
      keys: ['Alt+↓', 'Alt+↑'],
      keysInside: true,
      listed: 'case',
      listedAs: 'keys.next_reader',
    },
  ],
  chapters: [
    {
      place: 50,
      title: 'Bersama rekan',
      text: [
        'Tekan [f] untuk menugaskan laporan kepada rekan atau subunit; laporan tetap tanggung jawab OPD. [n] menulis catatan yang hanya dibaca OPD; @Nama menyebut seorang rekan.',
        'Pelaksana menulis usulan, penghubung atau pimpinan menyetujui, mengubah, atau mengembalikannya. Yang menunggu ada di Menunggu persetujuan.',
        'Banyak laporan tentang hal yang sama? Pilih dengan [x], lalu [f] menugaskan semuanya, [s] mengingatkan lagi, atau kelompokkan di bawah satu laporan. Sebelumnya tampil apa yang akan terjadi pada tiap laporan; satu [Ctrl+Z] mengurungkan semuanya. Laporan yang memimpin kelompok menampilkan anggotanya di Urusan OPD, dan semuanya dapat dipilih lagi sekaligus.',
        'Jawaban yang sama untuk semuanya? Tekan [r] dan tulis sekali: {nama pelapor}, {id laporan}, dan variabel lain terisi untuk tiap laporan, dan di samping tampil yang akan dibaca tiap pelapor. Setiap jawaban dikirim dan dapat dilacak sendiri-sendiri.',
        'Dua orang menjawab laporan yang sama? Tidak ada tulisan yang hilang: keduanya ditampilkan berdampingan, dan Anda yang memilih.',
      ],
      picture: { url: picture, shows: 'Satu jawaban untuk tiga laporan, dan yang akan dibaca tiap pelapor' },
    },
  ],
};
