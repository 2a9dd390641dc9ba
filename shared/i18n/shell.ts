/** Words of the shell itself, outside of the page: the officer's language is that of the page. */
export const SHELL_WORDS = {
  cut: { id: 'Potong', en: 'Cut' },
  copy: { id: 'Salin', en: 'Copy' },
  paste: { id: 'Tempel', en: 'Paste' },
  selectAll: { id: 'Pilih semua', en: 'Select all' },
  learn: { id: 'Tambahkan ke kamus', en: 'Add to dictionary' },
  about: { id: 'Tentang Penghubung', en: 'About Penghubung' },
  zoomIn: { id: 'Perbesar', en: 'Zoom in' },
  zoomOut: { id: 'Perkecil', en: 'Zoom out' },
  zoomReset: { id: 'Ukuran semula', en: 'Actual size' },
  file: { id: 'Berkas', en: 'File' },
  quit: { id: 'Keluar', en: 'Quit' },
  closeWindow: { id: 'Tutup jendela', en: 'Close window' },
  editing: { id: 'Sunting', en: 'Edit' },
  undo: { id: 'Urungkan ketikan', en: 'Undo typing' },
  redo: { id: 'Ulangi ketikan', en: 'Redo typing' },
  view: { id: 'Tampilan', en: 'View' },
  fullScreen: { id: 'Layar penuh', en: 'Full screen' },
  close: { id: 'Tutup', en: 'Close' },
  noSuggestion: { id: 'Tidak ada saran ejaan', en: 'No spelling suggestions' },
} as const;

/** The icon in the system's tray: its counts have the names of the window's views. */
export const TRAY_WORDS = {
  open: { id: 'Buka Penghubung', en: 'Open Penghubung' },
  today: { id: 'Hari ini: {{count}}', en: 'Today: {{count}}' },
  outbox: { id: 'Kotak keluar: {{count}}', en: 'Outbox: {{count}}' },
  syncNow: { id: 'Sinkronkan sekarang', en: 'Sync now' },
} as const;

/** What a notification says: one line for each kind of news. */
export const NEWS_WORDS = {
  refused: {
    one: { id: 'Kiriman ditolak, teksnya tetap ada', en: 'Refused, the text is kept' },
    many: { id: '{{count}} kiriman ditolak, teksnya tetap ada', en: '{{count}} refused, the texts are kept' },
  },
  reply: {
    one: { id: 'Balasan pelapor', en: 'Reporter’s reply' },
    many: { id: '{{count}} balasan pelapor', en: '{{count}} reporter’s replies' },
  },
  disposition: {
    one: { id: 'Disposisi baru', en: 'New disposition' },
    many: { id: '{{count}} disposisi baru', en: '{{count}} new dispositions' },
  },
  due: {
    one: { id: 'Jatuh tempo hari kerja berikutnya', en: 'Due on the next working day' },
    many: {
      id: '{{count}} jatuh tempo hari kerja berikutnya',
      en: '{{count}} due on the next working day',
    },
  },
} as const;
