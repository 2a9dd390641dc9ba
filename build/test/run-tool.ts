import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { COMPILED, ROOT } from '../base/paths.ts';
import { fastFolder } from './fast-folder.ts';

/** Files where they are fast, and what was compiled before: a command then starts in half the time. */
const SURROUNDINGS = {
  TMPDIR: fastFolder(),
  NODE_COMPILE_CACHE: COMPILED,
};

/** Runs a tool of `node_modules` on the same terminal; settles when it has ended. */
export function runTool(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...SURROUNDINGS, ...env },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
}
