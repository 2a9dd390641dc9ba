import { expect, test } from 'vitest';
import { type Clicked, contextMenu } from './context-menu.ts';

const FLAGS = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as Clicked['editFlags'];
const PLACE: Clicked = {
  isEditable: false,
  editFlags: FLAGS,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
};
const done: string[] = [];
const deeds = {
  edit: (how: string) => void done.push(how),
  replace: (word: string) => void done.push(`replace ${word}`),
  learn: (word: string) => void done.push(`learn ${word}`),
};
const labels = (clicked: Partial<Clicked>, language: 'id' | 'en' = 'id') =>
  contextMenu({ ...PLACE, ...clicked }, language, deeds).map(
    ({ label = '—', enabled = true }) => `${label}${enabled ? '' : ' (off)'}`,
  );

test('where there is nothing to copy there is no menu', () => {
  expect(labels({})).toEqual([]);
  expect(labels({ selectionText: ' \n' })).toEqual([]);
});

test('selected text of a complaint can be copied and nothing else', () => {
  expect(labels({ selectionText: 'lampu' })).toEqual(['Salin']);
  expect(labels({ selectionText: 'lampu' }, 'en')).toEqual(['Copy']);
});

test('a field has what can be done in it just now', () => {
  const editFlags = { ...FLAGS, canCut: false, canCopy: false };
  expect(labels({ isEditable: true, editFlags })).toEqual([
    'Potong (off)',
    'Salin (off)',
    'Tempel',
    'Pilih semua',
  ]);
});

test('a misspelt word is replaced by a suggestion or learnt', () => {
  const words = ['rusak', 'rusuk', 'rusa', 'rasuk', 'rusan', 'rukas'];
  const misspelt = { isEditable: true, misspelledWord: 'ruskk', dictionarySuggestions: words };
  expect(labels(misspelt).slice(0, 7)).toEqual([...words.slice(0, 5), 'Tambahkan ke kamus', '—']);
  expect(labels({ ...misspelt, dictionarySuggestions: [] }).slice(0, 2)).toEqual([
    'Tidak ada saran ejaan (off)',
    'Tambahkan ke kamus',
  ]);
  const items = contextMenu({ ...PLACE, ...misspelt }, 'id', deeds);
  for (const at of [1, 5, 7, 8, 9, 10]) items[at]?.click?.(undefined as never, undefined, {} as never);
  expect(done).toEqual(['replace rusuk', 'learn ruskk', 'cut', 'copy', 'paste', 'selectAll']);
});

test('the text of a page that cannot be typed into is not spell-checked', () => {
  expect(labels({ misspelledWord: 'ruskk', selectionText: 'ruskk' })).toEqual(['Salin']);
});
