/** Words of the officer's own views. */
export const views = {
  views: {
    title: 'Tampilan saya',
    save: 'Simpan pencarian sebagai tampilan',
    save_short: 'Simpan…',
    name: 'Nama tampilan',
    keep: 'Simpan',
    need_name: 'Tulis namanya dahulu.',
    full: 'Sudah ada {{count}} tampilan. Hapus satu, lalu simpan lagi.',
    not_kept: 'Belum tersimpan: penyimpanan di komputer ini belum menjawab. Coba lagi.',
    said_kept: 'Tampilan {{name}} tersimpan.',
    none: 'Belum ada tampilan sendiri. Cari sesuatu, lalu simpan pencarian itu dengan nama.',
    rename: 'Nama tampilan {{name}}',
    up: 'Naikkan {{name}}',
    down: 'Turunkan {{name}}',
    remove: 'Hapus {{name}}',
    removed: 'Tampilan {{name}} dihapus.',
  },
};
