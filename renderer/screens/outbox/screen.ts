import type { Screen } from '../../widgets/screen/screen.ts';
import picture from './kotak-keluar.png';

export const outboxScreen: Screen = {
  chapters: [
    {
      place: 70,
      title: 'Tanpa sambungan',
      text: [
        'Semua tetap dapat dikerjakan. Kiriman menunggu di Kotak keluar dan terkirim sendiri, tepat satu kali, begitu tersambung.',
        'Sudut kiri bawah selalu berkata benar: daring atau luring, berapa yang belum terkirim, dan kapan terakhir tersinkron. Tanda terkirim selalu disertai nomor penerimaan dari layanan pusat.',
        'Yang ditolak berkumpul di Perlu perhatian, dengan alasan dan teksnya.',
      ],
      picture: { url: picture, shows: 'Kotak keluar saat luring' },
    },
  ],
};
