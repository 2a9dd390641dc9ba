import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasTray } from './has-tray.ts';

/** D-Bus's own program, which says this of the session; it repeats which bus it was asked about. */
function busThatSays(script: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'penghubung-bus-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, 'dbus-send'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return dir;
}

const SESSION = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/bus' };

test('Windows and macOS always show icons', async () => {
  expect(await hasTray('win32', {})).toBe(true);
  expect(await hasTray('darwin', {})).toBe(true);
});

test.each([
  ['a host is there', 'echo "   variant       boolean true"', true],
  ['nobody hosts icons', 'echo "   variant       boolean false"', false],
  ['nobody knows such a thing', 'echo "Error org.freedesktop.DBus.Error.ServiceUnknown" >&2; exit 1', false],
])('on Linux the session’s bus says that %s', async (_what, script, isThere) => {
  expect(await hasTray('linux', { PATH: busThatSays(script), ...SESSION })).toBe(isThere);
});

test('the bus is the session’s, or where systems keep it; without one none is started', async () => {
  const only = (bus: string) =>
    busThatSays(`[ "$1" = "--bus=${bus}" ] && echo "boolean true"; echo "${bus}" > /dev/null`);
  expect(await hasTray('linux', { PATH: only('unix:path=/bus'), ...SESSION })).toBe(true);
  expect(
    await hasTray('linux', { PATH: only('unix:path=/run/user/1/bus'), XDG_RUNTIME_DIR: '/run/user/1' }),
  ).toBe(true);
  expect(await hasTray('linux', { PATH: busThatSays('echo "boolean true"') })).toBe(false);
});

test('where D-Bus’s program is missing there is no tray', async () => {
  expect(await hasTray('linux', { PATH: '/nowhere', ...SESSION })).toBe(false);
});
