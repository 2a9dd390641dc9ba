import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Env = Readonly<Record<string, string | undefined>>;

/** Is somebody sitting there? Not in CI, and on Linux only where a display is. */
export function hasDisplay(platform: NodeJS.Platform, env: Env): boolean {
  if (env.CI !== undefined && env.CI !== '' && env.CI !== 'false') return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** Opens a file that leads to the page: a command line with the token can be read by every user. */
export function openInBrowser(address: string, file: string): void {
  const target = JSON.stringify(address).slice(1, -1).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  writeFileSync(
    file,
    `<!doctype html><meta http-equiv="refresh" content="0;url=${target}"><title>Penghubung</title>`,
    {
      mode: 0o600,
    },
  );
  const url = pathToFileURL(file).href;
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // No browser known to the system: the address stands on the screen.
  child.on('error', () => {});
  child.unref();
}
