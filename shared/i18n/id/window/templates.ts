/** Words of the templates: to put one in, and the officer's own. */
export const templates = {
  templates: {
    label: 'Templat',
    insert: 'Templat',
    find: 'Cari templat…',
    none: 'Tidak ada templat dengan “{{text}}”.',
    unfilled: '“{{name}}” belum diisi. Isi atau hapus dahulu, lalu kirim.',
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
};
