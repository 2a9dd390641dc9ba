import type { Screen } from '../../widgets/screen/screen.ts';
import picture from './antrean.png';
import { MorningDialog } from './MorningDialog.tsx';

export const morningScreen: Screen = {
  dialogs: { morning: MorningDialog },
  actions: [{ id: 'morning', label: 'palette.morning', keys: ['g'], listed: 'all', opens: 'morning' }],
  chapters: [
    {
      place: 10,
      title: 'Sepuluh menit di pagi hari',
      text: [
        'Saat dibuka pertama kali pada suatu hari, Penghubung menyapa dengan paling banyak tiga laporan yang harus dijawab lebih dahulu, dan alasannya; [g] menampilkannya lagi. Di antrean pun yang paling dekat jatuh tempo berada paling atas: tidak ada tanggal yang perlu dihitung sendiri.',
        'Tekan [j] dan [k] untuk turun dan naik, [Enter] untuk membuka, [r] untuk menjawab, lalu [Ctrl+Enter] untuk mengirim. Selama sepuluh detik kiriman masih dapat diurungkan dengan [Ctrl+Z].',
        'Semua tombol ada di bawah [?], dan setiap tindakan dapat dicari dengan [Ctrl+K].',
      ],
      picture: { url: picture, shows: 'Antrean di tengah, laporan dengan kedua jamnya di kanan' },
    },
  ],
};
