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
  close: { id: 'Tutup', en: 'Close' },
  noSuggestion: { id: 'Tidak ada saran ejaan', en: 'No spelling suggestions' },
} as const;
