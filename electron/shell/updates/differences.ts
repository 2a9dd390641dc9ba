import { copyFile, rm } from 'node:fs/promises';
import { NsisUpdater, Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { placeIn, type Source } from './take-package.ts';

/**
 * electron-updater for the one thing that it does and nothing here does: a Windows installer keeps itself,
 * and of the next one only the blocks that differ are fetched. It reads no note of its own, installs nothing,
 * and what it brings is checked like everything else.
 */
export class DifferencesOnly extends NsisUpdater {
  /** Where nothing can be reused the whole file is fetched our way, which goes on after a cut. */
  protected override async differentialDownloadInstaller(
    ...args: Parameters<NsisUpdater['differentialDownloadInstaller']>
  ): Promise<boolean> {
    if (await super.differentialDownloadInstaller(...args)) throw new Error('nothing can be reused');
    return false;
  }
}

/** The feed at `address`, of which a package is fetched by its differences where that is possible. */
export function withDifferences(source: Source, address: string, make = () => new DifferencesOnly()): Source {
  return {
    note: source.note,
    fill: async (part, file, have, version) => {
      if (have > 0) return source.fill(part, file, have, version);
      const sha512 = Buffer.from(file.sha512, 'hex').toString('base64');
      const info = { url: file.name, sha512, size: file.size };
      const brought = await fetchDifferences(make, { url: placeIn(address, file.name), info }, version);
      if (brought === null) return source.fill(part, file, have, version);
      try {
        await copyFile(brought, part);
        return null;
      } catch {
        return 'disk';
      } finally {
        await rm(brought, { force: true });
      }
    },
  };
}

/** Where the new file lies; null: it could not be made out of the old one. */
async function fetchDifferences(
  make: () => DifferencesOnly,
  file: ResolvedUpdateFileInfo,
  version: string,
): Promise<string | null> {
  class OfNote extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, running: ProviderRuntimeOptions) {
      super({ ...running, isUseMultipleRangeRequest: false });
    }
    override async getLatestVersion(): Promise<UpdateInfo> {
      const { url: path, sha512 } = file.info;
      return { version, files: [file.info], path, sha512, releaseDate: '' };
    }
    override resolveFiles(): ResolvedUpdateFileInfo[] {
      return [file];
    }
  }
  try {
    const updater = make();
    Object.assign(updater, { autoDownload: false, autoInstallOnAppQuit: false, logger: null });
    updater.setFeedURL({ provider: 'custom', updateProvider: OfNote });
    await updater.checkForUpdates();
    return (await updater.downloadUpdate())[0] ?? null;
  } catch {
    return null;
  }
}
