import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Compression } from './deb.ts';
import { ABOUT, SANDBOX } from './tree.ts';

const PAYLOADS: Readonly<Record<Compression, string>> = { xz: 'w6T0.xzdio', none: 'w0.gzdio' };

/**
 * Makes an .rpm of the same tree. Which libraries it needs rpmbuild finds in the program itself; those that
 * the program brings along it neither asks for nor offers to others.
 */
export function makeRpm(root: string, version: string, compression: Compression, file: string): void {
  const work = mkdtempSync(join(dirname(file), 'rpm-'));
  const spec = `%global __os_install_post %{nil}
%global _build_id_links none
%global _binary_payload ${PAYLOADS[compression]}
%global __requires_exclude ^lib(ffmpeg|EGL|GLESv2|vk_swiftshader|vulkan)\\\\.so
Name: ${ABOUT.name}
Version: ${version}
Release: 1
Summary: ${ABOUT.synopsis}
License: MIT
AutoProv: no
%description
${ABOUT.description}
%install
cp -a '${root}/.' %{buildroot}
%files
%defattr(-,root,root,-)
/usr/lib/penghubung
%attr(4755,root,root) /${SANDBOX}
/usr/bin/penghubung
/usr/share/applications/penghubung.desktop
/usr/share/icons/hicolor/scalable/apps/penghubung.svg
/usr/share/pixmaps/penghubung.png
/usr/share/doc/penghubung
`;
  try {
    writeFileSync(join(work, 'penghubung.spec'), spec);
    execFileSync('rpmbuild', ['-bb', '--define', `_topdir ${work}`, join(work, 'penghubung.spec')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [made] = globSync('RPMS/*/*.rpm', { cwd: work });
    if (made === undefined) throw new Error('rpmbuild made no package');
    execFileSync('mv', [join(work, made), file]);
  } finally {
    rmSync(work, { recursive: true });
  }
}
