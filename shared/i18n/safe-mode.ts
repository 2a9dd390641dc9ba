/** The dialog of the system in the safe mode. In both languages, as `START_FAILURES`. */
export const SAFE_MODE_WORDS = {
  chooseFolder: { id: 'Folder untuk ekspor', en: 'Folder for the export' },
  exportHere: { id: 'Ekspor ke sini', en: 'Export here' },
} as const;
