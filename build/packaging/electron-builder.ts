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

/** How the installers are made. `updateUrl`: the office's folder of releases; null: no updates. */
export function builderConfiguration(updateUrl: string | null): Configuration {
  return {
    appId: 'id.go.penghubung.desk',
    productName: 'Penghubung',
    copyright: 'MIT',
    directories: { app: STAGED_APP, output: RELEASE, buildResources: join(ROOT, 'build/icons') },
    files: ['**/*'],
    asar: true,
    // The system loads native code from real files only.
    asarUnpack: ['**/*.node'],
    electronFuses: FUSES,
    npmRebuild: false,
    nodeGypRebuild: false,
    publish: updateUrl === null ? null : [{ provider: 'generic', url: updateUrl }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: 'penghubung-${version}-${os}-${arch}.${ext}',
    win: { target: ['nsis'], icon: 'icon.png' },
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
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Office',
      executableName: 'penghubung',
      icon: 'icon.png',
      maintainer: 'Penghubung <penghubung@kominfo.example>',
      synopsis: 'Antrean pengaduan SP4N-LAPOR!',
    },
    mac: { target: ['dmg'], category: 'public.app-category.productivity', icon: 'icon.png' },
  };
}
