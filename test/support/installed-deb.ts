import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, isRoot, readOs } from '../../build/base/debian.ts';
import type { Need } from '../../build/electron-runtime/needs.ts';

/** Debian's `nobody`. */
const ORDINARY_USER = 65_534;

/** To make an .rpm, to see windows, and what the package itself asks for. */
export const TO_TEST_PACKAGES: readonly Need[] = [
  { file: 'rpmbuild', debian: 'rpm' },
  { file: 'xwininfo', debian: 'x11-utils' },
  { file: 'libnotify.so.4', debian: 'libnotify4' },
  { file: 'xdg-open', debian: 'xdg-utils' },
];

/** Packages are installed only where whoever tests may do that. */
export const canInstall = (): boolean => process.arch === 'x64' && isRoot() && isDebian(readOs());

export function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const common = ['--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  execFileSync('apt-get', [...common, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

export const installedVersion = (): string =>
  execFileSync('dpkg-query', ['--show', '--showformat', `\${Version}`, 'penghubung'], { encoding: 'utf8' });

/** What a test that was killed has left; never a package of the user's own. */
export function removeTried(): void {
  const { stdout } = spawnSync('dpkg-query', ['--show', 'penghubung'], { encoding: 'utf8' });
  if (/~test$/m.test(stdout)) apt('purge', 'penghubung');
}

/** The officer of a PC, with a home of their own. */
export function ordinaryUser(home: string, display: string) {
  mkdirSync(home, { mode: 0o700 });
  giveBack(home);
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    XDG_RUNTIME_DIR: home,
    DISPLAY: display,
    LANG: 'id_ID.UTF-8',
  };
  const rights = [`--reuid=${ORDINARY_USER}`, `--regid=${ORDINARY_USER}`, '--clear-groups', '--'];
  return {
    /** Where the program keeps what this officer does, when nobody tells it where. */
    data: join(home, '.config/Penghubung/desk'),
    /** As by a click in the menu. Answers how to end it as the system does; that answers its code. */
    start: (args: readonly string[] = [], more: Readonly<Record<string, string>> = {}) => {
      const program = spawn('setpriv', [...rights, ...menuCommand(), ...args], {
        env: { ...env, ...more },
        cwd: '/',
        stdio: 'ignore',
      });
      const ended: Promise<(number | null)[]> = once(program, 'exit');
      return async (): Promise<number | null> => {
        program.kill('SIGTERM');
        return (await ended)[0] ?? null;
      };
    },
    windows: (): string =>
      execFileSync('xwininfo', ['-root', '-tree', '-display', display], { encoding: 'utf8' }),
  };
}

/** After root has looked into it. */
export function giveBack(folder: string): void {
  execFileSync('chown', ['--recursive', `${ORDINARY_USER}:${ORDINARY_USER}`, folder]);
}

function menuCommand(): string[] {
  const entry = readFileSync('/usr/share/applications/penghubung.desktop', 'utf8');
  const command = /^Exec=(.+)$/m.exec(entry)?.[1] ?? '';
  return command.split(' ').filter((word) => !/^%[uUfF]$/.test(word));
}
