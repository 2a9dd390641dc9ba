import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Longer than the bus of a busy PC takes to answer, ms. */
const PATIENCE_MS = 3_000;

const IS_A_HOST_THERE = [
  '--print-reply=literal',
  '--dest=org.kde.StatusNotifierWatcher',
  '/StatusNotifierWatcher',
  'org.freedesktop.DBus.Properties.Get',
  'string:org.kde.StatusNotifierWatcher',
  'string:IsStatusNotifierHostRegistered',
];

/**
 * Does the system show icons of programs now? Windows and macOS do. On Linux a panel does that has registered
 * as a host, which Electron does not tell: the session's bus is asked with D-Bus's own program.
 */
export async function hasTray(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  const { DBUS_SESSION_BUS_ADDRESS: told, XDG_RUNTIME_DIR: dir } = env;
  const bus = told ?? (dir === undefined ? undefined : `unix:path=${dir}/bus`);
  // Without an address the program would start a bus of its own.
  if (bus === undefined) return false;
  try {
    const answer = await promisify(execFile)('dbus-send', [`--bus=${bus}`, ...IS_A_HOST_THERE], {
      env: { ...env },
      timeout: PATIENCE_MS,
    });
    return /boolean true/.test(answer.stdout);
  } catch {
    return false;
  }
}
