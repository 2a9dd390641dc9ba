import { expect, test, vi } from 'vitest';
import { lookForUpdate, type Updater, updateFeed } from './updates.ts';

test('updates come from the folder that the office names, in an installed app', () => {
  const url = 'https://kominfo.example/penghubung';
  expect(updateFeed({ packaged: true, url, noted: false })).toEqual({ url });
  expect(updateFeed({ packaged: true, url, noted: true })).toEqual({ url });
  expect(updateFeed({ packaged: true, url: undefined, noted: true })).toEqual({ url: null });
});

test.each([
  ['in development', { packaged: false, url: 'https://kominfo.example/', noted: true }],
  ['without an address', { packaged: true, url: undefined, noted: false }],
  ['over an open line', { packaged: true, url: 'http://kominfo.example/', noted: true }],
  ['from a file', { packaged: true, url: 'file:///tmp/', noted: false }],
  ['with a password in the address', { packaged: true, url: 'https://u:p@kominfo.example/', noted: false }],
  ['from something that is no address', { packaged: true, url: 'kominfo', noted: false }],
])('there are no updates %s', (_what, facts) => {
  expect(updateFeed(facts)).toBeNull();
});

const updaterWhose = (checkForUpdates: Updater['checkForUpdates']) => {
  const used: Updater = {
    setFeedURL: vi.fn(),
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
  await lookForUpdate(updater, { url: 'https://kominfo.example/' });
  expect(updater).toMatchObject({
    allowDowngrade: false,
    disableWebInstaller: true,
    autoInstallOnAppQuit: true,
  });
  expect(updater.setFeedURL).toHaveBeenCalledWith({ provider: 'generic', url: 'https://kominfo.example/' });
});

test('without a connection the app goes on as it is', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await lookForUpdate(
    updaterWhose(async () => {
      throw new Error('net::ERR_INTERNET_DISCONNECTED');
    }),
    { url: null },
  );
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
