import type { Screen } from '../../widgets/screen/screen.ts';
import { DelayDialog } from './DelayDialog.tsx';
import picture from './keterlambatan.png';

export const delayScreen: Screen = {
  dialogs: { delay: DelayDialog },
  actions: [
    { id: 'delay', label: 'delay.title', offered: ({ selectedId }) => selectedId !== null, opens: 'delay' },
  ],
  chapters: [
    {
      place: 30,
      title: 'Terlambat: mengapa?',
      text: [
        'Pilih Jelaskan keterlambatan pada laporan. Satu halaman menerangkan kapan laporan masuk, siapa yang ditunggu dari hari ke hari, hari libur di antaranya, dan hari komputer ini tanpa sambungan. Teksnya dapat disalin atau dicetak untuk atasan atau Ombudsman.',
        'Bila tabel hari libur berubah di tengah tahun, Penghubung menghitung ulang dan menunjukkan laporan mana yang bergeser.',
      ],
      picture: { url: picture, shows: 'Halaman Jelaskan keterlambatan' },
    },
  ],
};
