import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { ROOT } from '../base/paths.ts';

/** Where {@link stageApp} lays out what goes into the archive, and where the installers come out. */
export const RELEASE = join(ROOT, 'release');
export const STAGED_APP = join(RELEASE, 'app');

/** `Required`: a fuse that a newer electron-builder adds is a compile error until it is decided here. */
const FUSES: Required<NonNullable<Configuration['electronFuses']>> = {
  // The backend is a utility process, which needs none of this; everything else would let others run code as
  // the app.
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  // The page comes from the app's own scheme, never from file:.
  grantFileProtocolExtraPrivileges: false,
  // Flipping a fuse breaks the ad-hoc signature without which Apple silicon refuses to run the app.
  resetAdHocDarwinSignature: true,
};

/** By this Windows knows an .msi as a newer version of what is there; never changed. */
const MSI_FAMILY = '6F0E6C0B-8C0E-4D9B-9C6A-3C5B1B7D9A41';

/** How the installers are made. `updateUrl`: the office's folder of releases; null: no updates. */
export function builderConfiguration(updateUrl: string | null): Configuration {
  return {
    appId: 'id.go.penghubung.desk',
    productName: 'Penghubung',
    copyright: 'MIT',
    directories: { app: STAGED_APP, output: RELEASE, buildResources: join(ROOT, 'build/icons') },
    files: ['**/*'],
    // Not "smart": that lays a whole package beside the archive, unguarded, for one native file in it.
    asar: { smartUnpack: false },
    // The system loads native code from real files only.
    asarUnpack: ['**/*.node'],
    electronFuses: FUSES,
    // For Windows electron-builder ignores it: there the program registers itself.
    protocols: [{ name: 'Laporan Penghubung', schemes: ['penghubung'] }],
    npmRebuild: false,
    nodeGypRebuild: false,
    publish: updateUrl === null ? null : [{ provider: 'generic', url: updateUrl }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: 'penghubung-${version}-${os}-${arch}.${ext}',
    // Chromium's own words (in its menus and boxes); 38 MB of other languages stay behind.
    electronLanguages: ['id', 'en-US'],
    win: { target: ['nsis', 'msi'], icon: 'icon.png' },
    nsis: {
      oneClick: false,
      // An office PC gives its user no administrator's rights.
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      // What was written is never thrown away with the program.
      deleteAppDataOnUninstall: false,
      // 1057: Bahasa Indonesia.
      installerLanguages: ['id_ID', 'en_US'],
      language: '1057',
    },
    // For the office's IT, which installs it on every PC at once.
    msi: { oneClick: false, perMachine: true, upgradeCode: MSI_FAMILY, runAfterFinish: false },
    // .deb and .rpm are made by the system's own tools (build/linux-packages): for them electron-builder
    // would fetch fpm.
    linux: { target: ['AppImage'], category: 'Office', executableName: 'penghubung', icon: 'icon.png' },
    mac: { target: ['dmg'], category: 'public.app-category.productivity', icon: 'icon.png' },
  };
}
