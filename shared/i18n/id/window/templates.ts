/** Words of what helps to write an answer: templates, checks. */
export const templates = {
  templates: {
    label: 'Templat',
    insert: 'Templat',
    find: 'Cari templat…',
    none: 'Tidak ada templat dengan “{{text}}”.',
    manage: 'Templat saya…',
    title: 'Templat saya',
    empty: 'Belum ada templat sendiri. Yang disimpan di sini ada di komputer ini, juga saat luring.',
    name: 'Nama',
    text: 'Teks',
    variables:
      'Terisi sendiri: {nama pelapor}, {id laporan}, {opd}, {kecamatan}, {lokasi}, {tanggal hari ini}, {jatuh tempo}, {nama petugas}. Yang lain, misalnya {tanggal pengerjaan}, diisi saat menulis.',
    add: 'Simpan templat',
    save: 'Simpan perubahan',
    saved: 'Tersimpan.',
    removed: 'Dihapus.',
    edit: 'Ubah',
    edit_named: 'Ubah {{name}}',
    remove: 'Hapus',
    remove_named: 'Hapus {{name}}',
    incomplete: 'Isi nama dan teksnya.',
    too_many: 'Sudah ada 200 templat. Hapus satu dahulu.',
  },
  checks: {
    unfilled: 'Belum diisi: {{names}}.',
    names_reporter: 'Pelapor anonim, tetapi teks menyebut “{{name}}”.',
    no_next_step: 'Belum disebut apa langkah berikutnya, dan kapan.',
    first: '{{why}} Perbaiki dahulu, lalu kirim.',
  },
  promise: {
    found: 'memuat janji',
    plan: 'Rencanakan {{day}}',
    yours: 'Anda berjanji: {{text}} ({{day}})',
    colleague: '{{name}} berjanji: {{text}} ({{day}})',
    past: '{{words}}. Harinya sudah lewat.',
  },
};
