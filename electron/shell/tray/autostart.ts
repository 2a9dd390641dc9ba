import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** A program and its words. */
export type Command = { readonly path: string; readonly args: readonly string[] };

/** Whether the program starts with the system, which keeps it itself: it may be changed there, too. */
export type Autostart = { readonly isOn: () => boolean; readonly set: (on: boolean) => void };

export function autostartOf(platform: NodeJS.Platform, { path, args }: Command): Autostart {
  // Electron does it on these two alone.
  if (platform !== 'linux')
    return {
      isOn: () => app.getLoginItemSettings({ path, args: [...args] }).openAtLogin,
      set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, path, args: [...args] }),
    };
  const file = join(app.getPath('appData'), 'autostart', 'penghubung.desktop');
  return {
    isOn: () => isEntryOn(readOrNothing(file)),
    set: (on) => {
      if (!on) return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, autostartEntry({ path, args }));
    },
  };
}

function readOrNothing(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A desktop's own settings switch an entry off by a line in it. */
export function isEntryOn(entry: string | null): boolean {
  return entry !== null && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/im.test(entry);
}

/** As freedesktop.org describes it. Where the program was removed, `TryExec` passes over it. */
export function autostartEntry({ path, args }: Command): string {
  return `[Desktop Entry]
Type=Application
Name=Penghubung
Icon=penghubung
TryExec=${inValue(path)}
Exec=${inValue([path, ...args].map(quoted).join(' '))}
Terminal=false
`;
}

/** A word of a command line; a single % would be a field code. */
const quoted = (word: string): string => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** Every value of an entry is read with its own escapes first. */
const inValue = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
