import type { Screen } from '../../widgets/screen/screen.ts';
import { ImportDialog } from './ImportDialog.tsx';
import picture from './impor.png';

export const importScreen: Screen = {
  dialogs: { import: ImportDialog },
  actions: [
    {
      id: 'import',
      label: 'joining.palette_import',
      offered: (now) => now.session.standalone,
      opens: 'import',
    },
  ],
  chapters: [
    {
      place: 100,
      title: 'Tanpa layanan pusat',
      text: [
        'OPD yang belum memiliki layanan pusat memilih Sendiri dahulu pada layar pertama. Unduh ekspor Excel dari LAPOR!, lalu pilih Impor di sudut kiri bawah. Sebelum diterapkan tampil apa yang baru, apa yang berubah, dan baris mana yang tidak dapat dibaca.',
        'Impor lagi kapan saja: yang terjadi di LAPOR! sejak itu dikenali, dan yang sudah Anda tulis tidak berubah. Jawaban dicatat di komputer ini dengan nomornya sendiri.',
        'Kelak pilih Gabung pusat: laporan, jawaban, catatan, dan lampiran dibawa dengan waktu dan nomornya, tanpa menjadi ganda. Selama itu Anda dapat terus bekerja, dan bila sambungan putus dilanjutkan sendiri.',
      ],
      picture: { url: picture, shows: 'Apa yang akan terjadi bila ekspor diimpor' },
    },
  ],
};
