import { expect, test, vi } from 'vitest';
import { lookForUpdate, type Updater } from './updates.ts';

const updaterWhose = (checkForUpdates: Updater['checkForUpdates']) => {
  const used: Updater = {
    checkForUpdates,
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: true,
    disableWebInstaller: false,
  };
  return used;
};

test('an update never goes back to an older version and never runs an installer from the web', async () => {
  const updater = updaterWhose(async () => null);
  await lookForUpdate(updater);
  expect(updater).toMatchObject({
    allowDowngrade: false,
    disableWebInstaller: true,
    autoInstallOnAppQuit: true,
  });
});

test('without a connection the app goes on as it is', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await lookForUpdate(
    updaterWhose(async () => {
      throw new Error('net::ERR_INTERNET_DISCONNECTED');
    }),
  );
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
