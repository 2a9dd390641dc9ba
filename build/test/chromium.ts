import { posix, win32 } from 'node:path';
import { isDebian } from '../base/debian.ts';

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

/** The Chromium to test with: the one that `CHROMIUM_PATH` names, Playwright's, or the system's. */
export function findChromium(machine: Machine): string | null {
  return candidates(machine).find(machine.exists) ?? null;
}

function candidates({ platform, env, playwrights }: Machine): string[] {
  if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH];
  const windows = platform === 'win32';
  const { join, delimiter } = windows ? win32 : posix;
  const inEach = (folders: readonly string[], programs: readonly string[]) =>
    folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  const path = ((windows ? env.Path : undefined) ?? env.PATH ?? '').split(delimiter).filter(Boolean);
  const { folders, programs } = usualPlaces(platform, env);
  return [
    playwrights,
    ...inEach(path, windows ? NAMES.map((name) => `${name}.exe`) : NAMES),
    ...inEach(folders, programs),
  ];
}

function usualPlaces(platform: NodeJS.Platform, env: Machine['env']) {
  const known = (folders: readonly (string | undefined)[]) =>
    folders.filter((folder) => folder !== undefined);
  if (platform === 'darwin')
    return { folders: known(['/Applications', env.HOME && `${env.HOME}/Applications`]), programs: MAC_APPS };
  if (platform === 'win32') {
    const folders = known([env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]);
    return { folders, programs: WINDOWS_PROGRAMS };
  }
  return { folders: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'], programs: NAMES };
}

/** What to do where none is found. `os`: the text of `/etc/os-release`, or null. */
export function waysToChromium(
  platform: NodeJS.Platform,
  os: string | null,
  root: boolean,
): { readonly install: boolean; readonly say: string } {
  const debian = isDebian(os);
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
