import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnDebian, isDebian, isRoot, readOs } from '../base/debian.ts';
import { missing, type Need } from './needs.ts';

/** Has the system what is needed, or gets it. @throws a sentence with what to install */
export function ensureNeeds(needs: readonly Need[], say: (line: string) => void): void {
  const packages = missingPackages(needs);
  if (packages.length === 0) return;
  if (isRoot() && isDebian(readOs())) {
    say(`Memasang ${packages.join(', ')} dengan apt-get …`);
    installOnDebian(packages);
  }
  const left = missingPackages(needs);
  if (left.length > 0) throw new Error(`masih perlu dipasang: sudo apt-get install ${left.join(' ')}`);
}

function missingPackages(needs: readonly Need[]): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].filter(Boolean);
  const has = (program: string) => folders.some((folder) => existsSync(join(folder, program)));
  const libraries = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return missing(needs, has, libraries).map(({ debian }) => debian);
}
