import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { ROOT } from '../base/paths.ts';
import { builderConfiguration, STAGED_APP } from './electron-builder.ts';
import { type PackageUpdates, stageApp } from './stage.ts';

const PLATFORMS = { win32: Platform.WINDOWS, linux: Platform.LINUX, darwin: Platform.MAC } as const;
export type PackageTarget = keyof typeof PLATFORMS;

export type PackageOptions = {
  readonly target: PackageTarget;
  readonly updates: PackageUpdates;
  /** Only the unpacked app, no installer. */
  readonly unpacked: boolean;
  /** An Electron runtime that is here already; null: electron-builder fetches it. */
  readonly electronDist: string | null;
  readonly dist?: string;
  readonly directories?: NonNullable<Configuration['directories']>;
};

export async function packageApp(options: PackageOptions): Promise<string[]> {
  const config = builderConfiguration(options.updates.url);
  stageApp(options.directories?.app ?? STAGED_APP, options.target, options.updates, options.dist);
  const platform = PLATFORMS[options.target];
  return build({
    projectDir: ROOT,
    targets: options.unpacked ? platform.createTarget('dir', Arch.x64) : platform.createTarget(),
    publish: 'never',
    config: {
      ...config,
      ...(options.electronDist !== null && { electronDist: options.electronDist }),
      directories: { ...config.directories, ...options.directories },
    },
  });
}
