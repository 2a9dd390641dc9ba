import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { _electron, type ElectronApplication } from '@playwright/test';
import { policyFile } from '#shared/node/policy.ts';
import type { Runtime } from '../../../build/electron-runtime/runtime.ts';
import { stageForRuntime } from '../../../build/electron-runtime/stage-for-runtime.ts';
import type { PackageUpdates } from '../../../build/packaging/stage.ts';
import { type Display, openDisplay } from './display.ts';

/** Debian's `nobody`: Chromium's sandbox refuses to start as root. */
export const ORDINARY_USER = 65_534;

const HOLD = join(import.meta.dirname, 'hold.cjs');

const IS_ROOT = process.getuid?.() === 0;

export type Start = {
  readonly dataDir: string;
  /** A folder that this program alone sees in place of the system's, where IT keeps its policy. */
  readonly policy?: string;
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
};

export type InstalledApp = {
  /** As by its icon. */
  readonly start: (start: Start) => Promise<ElectronApplication>;
  /** The same without anybody who leads it. `first`: files that are loaded before the app. */
  readonly spawn: (dataDir: string, first: readonly string[]) => ChildProcessByStdio<null, Readable, null>;
  /** The same once more, while it runs. @returns the code that it ends with */
  readonly startAgain: (dataDir: string, ...args: readonly string[]) => Promise<number | null>;
  readonly remove: () => Promise<void>;
};

/**
 * The app as its package lays it out, run as an ordinary user on a screen of its own. `updates`: it counts as
 * an installed package, and these are its updates.
 */
export async function installApp(runtime: Runtime, updates?: PackageUpdates): Promise<InstalledApp> {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-window-'));
  chmodSync(folder, 0o755);
  const app = join(folder, 'app');
  stageForRuntime(app, runtime, updates);
  const executable = updates === undefined ? runtime.executable : ownProgram(folder, runtime);
  const program = join(folder, 'electron.sh');
  writeFileSync(program, wrapper(executable), { mode: 0o755 });
  const home = privateFolder(join(folder, 'home'));
  const display = process.platform === 'linux' ? await openDisplay() : null;
  const command = IS_ROOT ? program : executable;
  const argsOf = (dataDir: string, first: readonly string[]): string[] => {
    const placed = first.map((file) => join(folder, basename(file)));
    for (const [n, file] of first.entries()) cpSync(file, placed[n] ?? '');
    return [...placed.flatMap((file) => ['-r', file]), app, '--disable-gpu', '--data', dataDir];
  };
  const env = surroundings(home, display);
  return {
    start: async ({ dataDir, policy, args = [], env: own = {} }) =>
      await _electron.launch({
        // Without it Playwright would start the app without Chromium's sandbox.
        chromiumSandbox: true,
        executablePath: command,
        args: [...argsOf(privateFolder(dataDir), [HOLD]), '--lang=id', ...args],
        env: { ...env, ...(policy !== undefined && { [POLICY]: policy }), ...own },
        cwd: app,
      }),
    spawn: (dataDir, first) =>
      spawn(command, argsOf(privateFolder(dataDir), first), { env, stdio: ['ignore', 'pipe', 'ignore'] }),
    startAgain: async (dataDir, ...args) => {
      const again = spawn(command, [...argsOf(dataDir, []), ...args], { env, stdio: 'ignore' });
      const [code]: (number | null)[] = await once(again, 'exit');
      return code ?? null;
    },
    remove: async () => {
      await display?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A program named "electron" counts as no package: a copy under its own name. */
function ownProgram(folder: string, { dir, executable }: Runtime): string {
  const copy = join(folder, 'program');
  // With its owner and rights: those of Chromium's sandbox.
  execFileSync('cp', ['-a', dir, copy]);
  renameSync(join(copy, basename(executable)), join(copy, 'penghubung'));
  return join(copy, 'penghubung');
}

/** One that only the officer can enter, with all that is in it. */
function privateFolder(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (IS_ROOT) execFileSync('chown', ['-R', `${ORDINARY_USER}:${ORDINARY_USER}`, path]);
  return path;
}

/** Names the folder of {@link Start}'s policy; only root can put it there. */
const POLICY = 'PENGHUBUNG_TEST_POLICY';
const POLICY_FOLDER = dirname(policyFile('linux'));

const wrapper = (executable: string): string => `#!/bin/sh
set -e
run="setpriv --reuid=${ORDINARY_USER} --regid=${ORDINARY_USER} --clear-groups --"
if [ -n "$${POLICY}" ]; then
  mkdir -p ${POLICY_FOLDER}
  exec unshare --mount -- sh -c 'mount --bind "$${POLICY}" ${POLICY_FOLDER} && exec "$@"' - $run '${executable}' "$@"
fi
exec $run '${executable}' "$@"
`;

function surroundings(home: string, display: Display | null): Record<string, string> {
  const {
    ELECTRON_RUN_AS_NODE: _,
    NODE_OPTIONS: __,
    DBUS_SESSION_BUS_ADDRESS: ___,
    ...inherited
  } = process.env;
  const own = { HOME: home, XDG_RUNTIME_DIR: home, TZ: 'Asia/Jakarta', LANG: 'id_ID.UTF-8' };
  return {
    ...(inherited as Record<string, string>),
    ...own,
    ...(display === null ? {} : { DISPLAY: display.name }),
  };
}
