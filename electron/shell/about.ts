import { app, type BrowserWindow, clipboard, dialog } from 'electron';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { SHELL_WORDS } from '#shared/i18n/shell.ts';

/** One line for each thing whose version a technician asks for. `sqlite` null: the store is not open yet. */
export function versionLines(
  version: string,
  { electron, chrome, node }: NodeJS.ProcessVersions,
  sqlite: string | null,
  system: string,
): readonly string[] {
  return [
    `Penghubung ${version}`,
    `Electron ${electron ?? '–'}`,
    `Chromium ${chrome ?? '–'}`,
    `Node.js ${node}`,
    `SQLite ${sqlite ?? '–'}`,
    system,
  ];
}

const COPY = 0;

/** Shows the versions over the window, to be copied into a letter to whoever helps. */
export async function showAbout(
  over: BrowserWindow,
  language: WindowFacts['language'],
  sqlite: string | null,
): Promise<void> {
  const system = `${process.platform} ${process.arch} ${process.getSystemVersion()}`;
  const lines = versionLines(app.getVersion(), process.versions, sqlite, system);
  const { response } = await dialog.showMessageBox(over, {
    type: 'info',
    title: SHELL_WORDS.about[language],
    message: lines[0] ?? '',
    detail: lines.slice(1).join('\n'),
    buttons: [SHELL_WORDS.copy[language], SHELL_WORDS.close[language]],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === COPY) clipboard.writeText(lines.join('\n'));
}
