/** Words of the first look of the day. */
export const morning = {
  morning: {
    greeting_morning: 'Selamat pagi, {{name}}',
    greeting_midday: 'Selamat siang, {{name}}',
    greeting_afternoon: 'Selamat sore, {{name}}',
    greeting_evening: 'Selamat malam, {{name}}',
    first: 'Jawab lebih dahulu',
    why_due: '{{clock}} {{said}} ({{day}}).',
    why_replied: 'Pelapor menjawab {{when}} dan menunggu balasan.',
    when_yesterday: 'kemarin',
    when_day: '{{day}}',
    arrived_other: '{{count, number}} laporan baru belum dibaca, sejak {{day}}',
    /** What is typed into the search to see them. */
    arrived_search: 'belum-dibaca',
    refused_other: '{{count, number}} kiriman ditolak dan perlu perhatian',
    undelivered_other: '{{count, number}} kiriman belum terkirim',
    as_of: 'Menurut sinkron terakhir {{time}}.',
    never_synced: 'Komputer ini belum pernah tersinkron.',
    calm: 'Tidak ada yang mendesak',
    calm_text:
      'Dari {{count}} laporan di komputer ini tidak ada yang jatuh tempo sampai hari kerja berikutnya, dan tidak ada pelapor yang menunggu balasan.',
    empty_none: 'Belum ada laporan',
    empty_none_text: 'Laporan muncul setelah Admin Instansi meneruskannya ke OPD Anda.',
    empty_never_synced: 'Laporan belum sampai di komputer ini',
    empty_never_synced_text:
      'Setelah komputer ini tersambung ke layanan pusat, laporan OPD Anda dimuat sendiri.',
  },
};
