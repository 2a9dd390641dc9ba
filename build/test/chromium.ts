import { posix, win32 } from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Where Playwright keeps the browser that it downloads itself; it need not be there. */
  readonly playwrights: string;
};

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The program of a browser of the Chromium family on this machine: the one that `CHROMIUM_PATH` names,
 * Playwright's, or the system's.
 */
export function findChromium(machine: Machine): string | null {
  return candidates(machine).find(machine.exists) ?? null;
}

function candidates({ platform, env, playwrights }: Machine): string[] {
  const named = env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return [named];
  return [playwrights, ...inPath(platform, env), ...usualPlaces(platform, env)];
}

function inPath(platform: NodeJS.Platform, env: Machine['env']): string[] {
  const windows = platform === 'win32';
  const path = (windows ? (env.Path ?? env.PATH) : env.PATH) ?? '';
  const folders = path.split(windows ? ';' : ':').filter((folder) => folder !== '');
  return folders.flatMap((folder) =>
    NAMES.map((name) => (windows ? win32.join(folder, `${name}.exe`) : posix.join(folder, name))),
  );
}

function usualPlaces(platform: NodeJS.Platform, env: Machine['env']): string[] {
  if (platform === 'darwin') {
    const folders = [
      '/Applications',
      ...(env.HOME === undefined ? [] : [posix.join(env.HOME, 'Applications')]),
    ];
    return folders.flatMap((folder) => MAC_APPS.map((app) => posix.join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : WINDOWS_PROGRAMS.map((program) => win32.join(folder, program)),
    );
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    NAMES.map((name) => posix.join(folder, name)),
  );
}

/** What to do where none is found. `os`: the text of `/etc/os-release`, or null. */
export function waysToChromium(
  platform: NodeJS.Platform,
  os: string | null,
  root: boolean,
): { readonly install: boolean; readonly say: string } {
  const debian = os !== null && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(os);
  if (platform === 'linux' && debian && root)
    return { install: true, say: 'Memasang chromium dengan apt-get …' };
  const how =
    platform === 'linux' && debian
      ? 'sudo apt-get install chromium'
      : platform === 'linux'
        ? 'paket chromium dari sistem Anda'
        : 'Google Chrome';
  return {
    install: false,
    say: `Pengujian memerlukan peramban Chromium, dan tidak ada di sini: pasang ${how}, atau sebut programnya dalam CHROMIUM_PATH.`,
  };
}
