import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const OS = '/etc/os-release';

/** `os`: the text of `/etc/os-release`. */
export const isDebian = (os: string | null): boolean =>
  os !== null && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(os);

export const readOs = (): string | null => (existsSync(OS) ? readFileSync(OS, 'utf8') : null);

export const isRoot = (): boolean => process.getuid?.() === 0;

/** As root. What cannot be installed is missed afterwards, and told then. */
export function installOnDebian(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    if (spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) break;
  }
}
