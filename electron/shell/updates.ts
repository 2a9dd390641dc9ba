import type { AppUpdater } from 'electron-updater';

/** What is used of electron-updater. */
export type Updater = Pick<AppUpdater, 'setFeedURL' | 'checkForUpdates' | keyof typeof OPTIONS>;

const OPTIONS = {
  autoDownload: true,
  autoInstallOnAppQuit: true,
  allowDowngrade: false,
  disableWebInstaller: true,
} as const;

export type UpdateFacts = {
  readonly packaged: boolean;
  /** `PENGHUBUNG_UPDATE_URL` */
  readonly url: string | undefined;
  /** The package was made with an address of its own. */
  readonly noted: boolean;
};

/** `url` null: the address noted in the package. */
export type UpdateFeed = { readonly url: string | null };

/**
 * The folder of releases, or null: no updates. Off in development and without an address. Only https: on
 * Linux the packages carry no signature, and the way is all that vouches for them.
 */
export function updateFeed(facts: UpdateFacts): UpdateFeed | null {
  if (!facts.packaged) return null;
  if (facts.url === undefined) return facts.noted ? { url: null } : null;
  const parsed = URL.parse(facts.url);
  return parsed?.protocol === 'https:' && parsed.username === '' ? { url: parsed.href } : null;
}

/** Looks for a newer version once; it is installed when the officer closes the app. */
export async function lookForUpdate(updater: Updater, feed: UpdateFeed): Promise<void> {
  if (feed.url !== null) updater.setFeedURL({ provider: 'generic', url: feed.url });
  Object.assign(updater, OPTIONS);
  try {
    await updater.checkForUpdates();
  } catch (error) {
    // No connection, for instance: the next start looks again.
    console.error('no update found:', error);
  }
}
