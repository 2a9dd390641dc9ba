import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { SHELL_WORDS } from '#shared/i18n/shell.ts';

/** What was clicked, as far as the menu depends on it. */
export type Clicked = Pick<
  ContextMenuParams,
  'isEditable' | 'editFlags' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'
>;

type Edit = 'cut' | 'copy' | 'paste' | 'selectAll';

/** What the lines do. Electron's own roles would do it to whatever has the focus. */
type Deeds = {
  readonly edit: (how: Edit) => void;
  readonly replace: (word: string) => void;
  readonly learn: (word: string) => void;
};

/** More would hide the rest of the menu. */
const MOST_SUGGESTIONS = 5;

/** Only what fits the place; none where nothing does. */
export function contextMenu(
  { isEditable, editFlags, selectionText, misspelledWord, dictionarySuggestions }: Clicked,
  language: WindowFacts['language'],
  { edit, replace, learn }: Deeds,
): MenuItemConstructorOptions[] {
  const word = (name: keyof typeof SHELL_WORDS): string => SHELL_WORDS[name][language];
  const spelling: MenuItemConstructorOptions[] = [];
  if (isEditable && misspelledWord !== '') {
    const suggested = dictionarySuggestions.slice(0, MOST_SUGGESTIONS);
    spelling.push(
      ...suggested.map((label) => ({ label, click: () => replace(label) })),
      ...(suggested.length === 0 ? [{ label: word('noSuggestion'), enabled: false }] : []),
      { label: word('learn'), click: () => learn(misspelledWord) },
    );
  }
  const line = (how: Edit, enabled: boolean) => ({ label: word(how), enabled, click: () => edit(how) });
  const { canCut, canCopy, canPaste, canSelectAll } = editFlags;
  if (!isEditable) return selectionText.trim() === '' ? [] : [line('copy', true)];
  return [
    ...spelling,
    ...(spelling.length === 0 ? [] : [{ type: 'separator' as const }]),
    line('cut', canCut),
    line('copy', canCopy),
    line('paste', canPaste),
    line('selectAll', canSelectAll),
  ];
}

/** Shows it at the mouse, or at the caret for the menu key. */
export function openContextMenus(window: BrowserWindow, facts: () => WindowFacts): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, params) => {
    const items = contextMenu(params, facts().language, {
      edit: (how) => webContents[how](),
      replace: (word) => webContents.replaceMisspelling(word),
      learn: (word) => void webContents.session.addWordToSpellCheckerDictionary(word),
    });
    if (items.length === 0) return;
    const place = params.menuSourceType === 'keyboard' ? { x: params.x, y: params.y } : {};
    Menu.buildFromTemplate(items).popup({ window, ...place });
  });
}
