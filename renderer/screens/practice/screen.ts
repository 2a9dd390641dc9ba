import { practise } from '../../core/transport/practice.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import picture from './latihan.png';

export const practiceScreen: Screen = {
  actions: [
    {
      id: 'practice',
      label: (t, { session }) => t(session.practice ? 'practice.end' : 'practice.palette_begin'),
      run: ({ session }) => practise(!session.practice),
    },
  ],
  chapters: [
    {
      place: 110,
      title: 'Berlatih tanpa risiko',
      text: [
        'Cari mode latihan dengan [Ctrl+K]. Laporannya rekaan; apa pun boleh dicoba, dan tidak ada yang keluar dari komputer ini. Garis di atas menandainya pada setiap layar.',
        'Selesai latihan membawa Anda kembali ke laporan OPD sendiri, persis seperti ditinggalkan.',
      ],
      picture: { url: picture, shows: 'Antrean latihan di bawah garis penandanya' },
    },
  ],
};
