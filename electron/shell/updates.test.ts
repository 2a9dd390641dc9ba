import { expect, test, vi } from 'vitest';
import { lookForUpdate, type Updater, updateFeed } from './updates.ts';

test('updates come from the folder that the office names, in an installed app', () => {
  expect(updateFeed({ packaged: true, url: 'https://kominfo.example/penghubung' })).toBe(
    'https://kominfo.example/penghubung',
  );
});

test.each([
  ['in development', { packaged: false, url: 'https://kominfo.example/' }],
  ['without an address', { packaged: true, url: undefined }],
  ['over an open line', { packaged: true, url: 'http://kominfo.example/' }],
  ['from a file', { packaged: true, url: 'file:///tmp/' }],
  ['with a password in the address', { packaged: true, url: 'https://u:p@kominfo.example/' }],
  ['from something that is no address', { packaged: true, url: 'kominfo' }],
])('there are none %s', (_what, facts) => {
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

test('it never goes back to an older version and never runs an installer from the web', async () => {
  const updater = updaterWhose(async () => null);
  await lookForUpdate(updater, 'https://kominfo.example/');
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
    'https://kominfo.example/',
  );
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
