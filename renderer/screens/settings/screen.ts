import type { Settings } from '#shared/contract/window/settings.ts';
import type { Action } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import type { MessageKey } from '../../words/i18n.ts';
import { SettingsDialog } from './SettingsDialog.tsx';

const setting = (id: string, change: Partial<Settings>, label: MessageKey): Action => ({
  id: `to ${id}`,
  // Not what the office's IT has decided.
  offered: ({ session }) => change.language === undefined || session.policy?.language === undefined,
  section: 'settings',
  label,
  run: ({ changeSettings }) => changeSettings(change),
});

export const settingsScreen: Screen = {
  dialogs: { settings: SettingsDialog },
  chapters: [
    {
      place: 75,
      title: 'Diberi tahu tanpa jendela',
      text: [
        'Bila Penghubung terpasang sebagai program, bukan dibuka di peramban, sistem memberi tahu pada jam kerja: disposisi baru, balasan pelapor, kiriman yang ditolak, dan yang jatuh tempo hari kerja berikutnya. Beberapa kabar menjadi satu. Yang tertulis hanya nomor dan kategori, sebab layar terkunci pun terbaca orang lain. Klik membuka laporannya.',
        'Saat jendela pertama kali ditutup, Penghubung bertanya: tetap berjalan di balik ikonnya di dekat jam, atau keluar. Ikon itu menyebut jumlah di Hari ini dan di Kotak keluar; menunya membuka jendela, menyinkronkan, atau mengakhiri Penghubung. Pilihan itu, dan mulai bersama komputer, ada di Pengaturan.',
      ],
    },
  ],
  actions: [
    setting('id', { language: 'id' }, 'settings.language_id'),
    setting('en', { language: 'en' }, 'settings.language_en'),
    setting('light', { theme: 'light' }, 'palette.to_light'),
    setting('dark', { theme: 'dark' }, 'palette.to_dark'),
    setting('system', { theme: 'system' }, 'palette.to_system'),
  ],
};
