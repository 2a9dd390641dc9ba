import type { AppUpdater } from 'electron-updater';

/** What is used of electron-updater. */
export type Updater = Pick<AppUpdater, 'checkForUpdates' | keyof typeof OPTIONS>;

const OPTIONS = {
  autoDownload: true,
  autoInstallOnAppQuit: true,
  allowDowngrade: false,
  disableWebInstaller: true,
} as const;

/**
 * Looks for a newer version once; it is installed when the officer closes the app. The folder of releases is
 * the one noted in the package (`build/packaging/electron-builder.ts`): nothing else can lead elsewhere.
 */
export async function lookForUpdate(updater: Updater): Promise<void> {
  Object.assign(updater, OPTIONS);
  try {
    await updater.checkForUpdates();
  } catch (error) {
    // No connection, for instance: the next start looks again.
    console.error('no update found:', error);
  }
}
