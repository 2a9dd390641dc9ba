import { record } from '../../core/state/navigation.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { IntakeDialog } from './IntakeDialog.tsx';

export const intakeScreen: Screen = {
  dialogs: { intake: IntakeDialog },
  actions: [
    {
      id: 'record',
      label: 'command.record.action',
      keys: ['a'],
      listed: 'all',
      listedAs: 'intake.title',
      run: () => record(),
    },
  ],
  chapters: [
    {
      place: 80,
      title: 'Pengaduan dari kanal lain',
      text: [
        'Tekan [a] untuk mencatat pengaduan dari media sosial, call center 112, loket, surat, atau telepon. Tempel tautan, unggahan, pesan WhatsApp, atau surel: kanal, akun, dan waktunya terisi sendiri dan dapat dibetulkan. Tangkapan layar atau pindaian surat dilampirkan.',
        'Selagi Anda menulis, laporan serupa tampil di samping. Pilih Ini laporan yang sama bila sudah ada: isinya menjadi catatan internal di sana.',
        'Pengaduan untuk OPD Anda langsung masuk antrean, juga tanpa sambungan. Yang untuk OPD lain diteruskan Admin Instansi; identitas pelapor anonim tidak ikut. Nomor penerimaan dari layanan pusat menjadi nomor laporannya.',
      ],
    },
  ],
};
