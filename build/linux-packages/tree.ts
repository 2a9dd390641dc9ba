import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../base/paths.ts';

/** What both kinds of packages say of the program. */
export const ABOUT = {
  name: 'penghubung',
  maintainer: 'Penghubung <penghubung@kominfo.example>',
  synopsis: 'Antrean pengaduan SP4N-LAPOR!',
  description: 'Antrean pengaduan SP4N-LAPOR! untuk Pejabat Penghubung: luring dan aman.',
} as const;

const ICONS = join(ROOT, 'build/icons');
const HOME = 'usr/lib/penghubung';

/** Chromium's helper, which makes the sandbox on systems that do not let users do it: as root. */
export const SANDBOX = `${HOME}/chrome-sandbox`;

const MENU_ENTRY = `[Desktop Entry]
Type=Application
Name=Penghubung
Comment=${ABOUT.synopsis}
Exec=/usr/bin/penghubung %u
MimeType=x-scheme-handler/penghubung;
Icon=penghubung
Terminal=false
Categories=Office;
StartupNotify=true
StartupWMClass=Penghubung
`;

/** Lays out in `root` how the files lie on a PC. `program`: the folder that electron-builder has packed. */
export function layOut(program: string, licences: string, root: string): void {
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['lib', 'bin', 'share/applications', 'share/pixmaps', 'share/doc/penghubung']) {
    mkdirSync(join(root, 'usr', folder), { recursive: true });
  }
  const scalable = join(root, 'usr/share/icons/hicolor/scalable/apps');
  mkdirSync(scalable, { recursive: true });
  // Names of the same files: the runtime has 200 MB.
  execFileSync('cp', ['--recursive', '--link', program, join(root, HOME)]);
  symlinkSync('../lib/penghubung/penghubung', join(root, 'usr/bin/penghubung'));
  writeFileSync(join(root, 'usr/share/applications/penghubung.desktop'), MENU_ENTRY);
  writeFileSync(join(root, 'usr/share/doc/penghubung/copyright'), licences);
  cpSync(join(ICONS, 'icon.svg'), join(scalable, 'penghubung.svg'));
  cpSync(join(ICONS, 'icon.png'), join(root, 'usr/share/pixmaps/penghubung.png'));
  // Whatever the mask of whoever packs it: everybody reads, root alone writes.
  execFileSync('chmod', ['--recursive', 'u=rwX,go=rX', root]);
  chmodSync(join(root, SANDBOX), 0o4755);
}
