import type { Screen } from '../../widgets/screen/screen.ts';
import { LetterDialog } from './LetterDialog.tsx';

export const letterScreen: Screen = {
  dialogs: { letter: LetterDialog },
  actions: [
    {
      id: 'letter',
      label: 'letter.title',
      keys: ['Ctrl+P'],
      listed: 'case',
      offered: ({ selectedId }) => selectedId !== null,
      opens: 'letter',
    },
  ],
  chapters: [
    {
      place: 95,
      title: 'Mencetak laporan',
      text: [
        '[Ctrl+P] menampilkan laporan yang terbuka sebagai lembar A4: isi, tenggat, dan riwayatnya. Cetak mengirimnya ke pencetak, Simpan PDF menyimpannya sebagai berkas.',
        'Yang tercetak hanya yang boleh dibaca pelapor dan umum. Catatan internal ikut bila Anda memilihnya; lembarnya lalu bertanda HANYA UNTUK OPD. Nama pelapor anonim dan nomor telepon pelapor tidak pernah tercetak.',
      ],
    },
  ],
};
