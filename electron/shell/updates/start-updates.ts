import { join } from 'node:path';
import { app, type BrowserWindow, dialog, net, shell } from 'electron';
import type { Policy } from '#shared/contract/window/policy.ts';
import type { Saving } from '#shared/contract/window/sync.ts';
import { UPDATE_WORDS } from '#shared/i18n/updates.ts';
import { handOver, installedKind } from './hand-over.ts';
import { updateMemory } from './memory.ts';
import { placeInRollOut } from './offer.ts';
import { readPackageNote } from './package-note.ts';
import { feed, type Source } from './take-package.ts';
import { both } from './tell.ts';
import { openUpdater, type UpdaterPorts } from './updater.ts';
import { watchUpdates } from './watch-updates.ts';

export type UpdateSetting = Pick<UpdaterPorts, 'prepare' | 'closing'> & {
  readonly log: (message: string) => void;
  /** The shell's own folder. */
  readonly dir: string;
  readonly window: () => BrowserWindow | null;
  /** It goes before what the package says. */
  readonly policy: Policy;
  /** Why work that can wait does wait. */
  readonly saving: () => Saving | null;
};

/** Updates of this program, as its package says. Where it says nothing, there are none. */
export function startUpdates({ dir, window, policy, saving, prepare, closing, log }: UpdateSetting) {
  const note = readPackageNote(app.getAppPath());
  const address = policy.updates === undefined ? (note?.url ?? null) : policy.updates;
  const { APPIMAGE: appImage } = process.env;
  const memory = updateMemory(dir);
  const kind = installedKind(process.platform, appImage);
  const updater = openUpdater({
    version: app.getVersion(),
    kind,
    arch: process.arch,
    built: note?.built ?? '',
    keys: note?.keys ?? [],
    folder: join(dir, 'updates'),
    memory,
    feed: address === null ? null : feedOf(address, kind, closing),
    prepare,
    handOver: (path) =>
      handOver(path, kind, {
        appImage,
        restart: (execPath) => {
          app.relaunch(execPath === undefined ? {} : { execPath });
          app.quit();
        },
        quit: () => app.quit(),
        openPath: (file) => shell.openPath(file),
      }),
    closing,
  });
  return watchUpdates({
    updater,
    prepare,
    place: placeInRollOut(memory.read().id, ''),
    after: (ms, then) => void setTimeout(then, ms).unref(),
    now: Date.now,
    isSaving: () => saving() !== null,
    memory,
    isShown: () => window()?.isVisible() === true,
    ask: async ({ buttons, ...box }) => {
      const over = window();
      if (over === null) return null;
      const options = {
        ...box,
        buttons: [...buttons],
        defaultId: 0,
        cancelId: buttons.length - 1,
        noLink: true,
      };
      return (await dialog.showMessageBox(over, { title: 'Penghubung', ...options })).response;
    },
    pick: async (extensions) => {
      const over = window();
      if (over === null) return null;
      const filters = [{ name: both(UPDATE_WORDS.release), extensions: [...extensions] }];
      const { filePaths } = await dialog.showOpenDialog(over, { properties: ['openFile'], filters });
      return filePaths[0] ?? null;
    },
    busy: (isBusy) => window()?.setProgressBar(isBusy ? 2 : -1),
    log,
  });
}

/** Through Electron: the office's proxy and certificates count. */
function feedOf(address: string, kind: string, closing: AbortSignal): Source {
  const whole = feed(address, (url, init) => net.fetch(url, init), closing);
  if (kind !== 'exe') return whole;
  const fill: Source['fill'] = async (...args) => {
    // Loaded for a download alone: the start does not wait for it.
    const { withDifferences } = await import('./differences.ts');
    return withDifferences(whole, address).fill(...args);
  };
  return { ...whole, fill };
}
