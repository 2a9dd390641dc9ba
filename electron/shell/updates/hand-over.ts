import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import type { PackageFile } from '#shared/node/release-note.ts';

type Kind = PackageFile['kind'];

/** The kind of package as which this program was installed. `appImage`: the file that runs, if it is one. */
export function installedKind(platform: NodeJS.Platform, appImage: string | undefined): Kind {
  if (platform === 'win32') return 'exe';
  if (platform === 'darwin') return 'dmg';
  if (appImage !== undefined) return 'AppImage';
  return existsSync('/usr/bin/dpkg') ? 'deb' : 'rpm';
}

export type HandOverPorts = {
  readonly appImage: string | undefined;
  /** Ends the program in peace and starts it again, from that file if one is named. */
  readonly restart: (file?: string) => void;
  readonly quit: () => void;
  /** Opens the file with the system's own program. Answers what went wrong, or nothing. */
  readonly openPath: (path: string) => Promise<string>;
};

/**
 * Gives a checked package to the system. Windows: its installer waits for the program to end, and starts it
 * again. An AppImage takes the place of the one that runs, at once. Everything else needs rights that this
 * program does not have and does not ask for: the system's own installer is opened.
 */
export async function handOver(
  path: string,
  kind: Kind,
  ports: HandOverPorts,
): Promise<'installing' | 'opened' | 'hand_over_failed'> {
  switch (kind) {
    case 'exe':
      if (!(await startApart(path, ['--updated', '--force-run']))) return 'hand_over_failed';
      ports.quit();
      return 'installing';
    case 'AppImage': {
      const { appImage } = ports;
      if (appImage === undefined || !(await replaceFile(path, appImage))) return 'hand_over_failed';
      ports.restart(appImage);
      return 'installing';
    }
    case 'deb':
    case 'rpm':
    case 'dmg':
      return (await ports.openPath(path)) === '' ? 'opened' : 'hand_over_failed';
  }
}

/** Starts a program that outlives this one. */
function startApart(path: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { detached: true, stdio: 'ignore' });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', () => resolve(false));
  });
}

/** At every moment there is one whole program under that name. */
async function replaceFile(path: string, target: string): Promise<boolean> {
  const beside = `${target}.new`;
  try {
    await copyFile(path, beside);
    await chmod(beside, 0o755);
    await rename(beside, target);
    return true;
  } catch {
    await rm(beside, { force: true });
    return false;
  }
}
