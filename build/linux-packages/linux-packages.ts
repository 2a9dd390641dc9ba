import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Compression, makeDeb } from './deb.ts';
import { makeRpm } from './rpm.ts';
import { layOut } from './tree.ts';

export const hasRpm = (): boolean => spawnSync('rpmbuild', ['--version']).status === 0;

type LinuxPackages = {
  /** The folder that electron-builder has packed. */
  readonly program: string;
  readonly licences: string;
  readonly version: string;
  readonly compression: Compression;
  readonly output: string;
};

/** Makes the .deb, and the .rpm where rpmbuild is there. Answers their paths. */
export function makeLinuxPackages(options: LinuxPackages): readonly string[] {
  const { program, licences, version, compression, output } = options;
  const root = join(output, 'linux-tree');
  const deb = join(output, `penghubung-${version}-linux-amd64.deb`);
  const rpm = join(output, `penghubung-${version}-linux-x86_64.rpm`);
  layOut(program, licences, root);
  makeDeb(root, version, compression, deb);
  const made = [deb];
  if (hasRpm()) {
    makeRpm(root, version, compression, rpm);
    made.push(rpm);
  }
  rmSync(root, { recursive: true });
  return made;
}
