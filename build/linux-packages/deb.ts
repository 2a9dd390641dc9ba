import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT } from './tree.ts';

/** Electron's libraries; the second name is that of newer systems. What these need comes with them. */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libgbm1',
  'libasound2 | libasound2t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libnotify4',
  'libudev1',
  'xdg-utils',
];

/** `xz` is the smallest, `none` the quickest. */
export type Compression = 'xz' | 'none';

/**
 * Makes a .deb of the tree, by dpkg alone. It has no scripts: to install it, and to remove it, is to lay out
 * and take away its files, so what an officer wrote is never touched.
 */
export function makeDeb(root: string, version: string, compression: Compression, file: string): void {
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  const size = execFileSync('du', ['-sk', '--apparent-size', root], { encoding: 'utf8' });
  const fields = {
    Package: ABOUT.name,
    Version: version,
    Architecture: 'amd64',
    Maintainer: ABOUT.maintainer,
    'Installed-Size': size.split('\t')[0],
    Depends: DEPENDS.join(', '),
    Section: 'misc',
    Priority: 'optional',
    Description: `${ABOUT.synopsis}\n ${ABOUT.description}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(control, 'control'), lines.join(''));
  try {
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, file]);
  } finally {
    rmSync(control, { recursive: true });
  }
}
