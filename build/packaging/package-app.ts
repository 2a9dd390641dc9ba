import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { DIST, ROOT } from '../base/paths.ts';
import { commitHere, packEvidence } from '../evidence/evidence.ts';
import { billOfMaterials, componentsOf, licenceList } from './components.ts';
import { builderConfiguration, RELEASE, STAGED_APP } from './electron-builder.ts';
import { type PackageUpdates, STORE, stageApp } from './stage.ts';

const PLATFORMS = { win32: Platform.WINDOWS, linux: Platform.LINUX, darwin: Platform.MAC } as const;
export type PackageTarget = keyof typeof PLATFORMS;

/** An Electron that is here already. `addon`: the store's, made for it; null: that of the package fits. */
export type PackageRuntime = { readonly dir: string; readonly addon: string | null };

export type PackageOptions = {
  readonly target: PackageTarget;
  readonly updates: PackageUpdates;
  /** Only the unpacked app, no installer. */
  readonly unpacked: boolean;
  /** Null: electron-builder fetches the one that is pinned. */
  readonly runtime: PackageRuntime | null;
  readonly dist?: string;
  readonly directories?: { readonly app: string; readonly output: string };
};

/** Packs the app by electron-builder. Answers the installers. */
export async function packageApp(options: PackageOptions): Promise<string[]> {
  const config = builderConfiguration(options.updates.url);
  const { target, runtime, dist = DIST } = options;
  const { app, output } = options.directories ?? { app: STAGED_APP, output: RELEASE };
  const arch = target === 'darwin' && process.arch === 'arm64' ? 'arm64' : 'x64';
  stageApp(app, `${target}-${arch}`, options.updates, dist);
  packEvidence(app, commitHere());
  writeFileSync(join(app, 'LICENSES.txt'), licenceList(componentsOf(dist)));
  if (runtime !== null && runtime.addon !== null) {
    cpSync(runtime.addon, join(app, 'node_modules', STORE, `prebuilds/${target}-${arch}.node`));
  }
  const platform = PLATFORMS[target];
  return build({
    projectDir: ROOT,
    targets: platform.createTarget(options.unpacked ? 'dir' : null, Arch[arch]),
    publish: 'never',
    config: {
      ...config,
      ...(runtime !== null && { electronDist: runtime.dir }),
      // Of a runtime in a folder electron-builder takes everything along.
      afterExtract: ({ appOutDir }) => rm(join(appOutDir, 'resources/default_app.asar'), { force: true }),
      directories: { ...config.directories, app, output } satisfies Configuration['directories'],
    },
  });
}

/** Writes beside the packages what they are made of, and under which licences. Answers both files. */
export function writeBill(
  output: string,
  name: string,
  electron: string,
  dist: string = DIST,
): [string, string] {
  const components = componentsOf(dist);
  const bill = join(output, `${name}.cdx.json`);
  const licences = join(output, `${name}.licenses.txt`);
  mkdirSync(output, { recursive: true });
  writeFileSync(bill, `${JSON.stringify(billOfMaterials(components, electron), null, 2)}\n`);
  writeFileSync(licences, licenceList(components));
  return [bill, licences];
}
