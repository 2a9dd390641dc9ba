import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root, so root runs it as somebody else. */
export type RunAs = { readonly uid: number; readonly gid: number } | null;

/** The system user for the database: null when this process may run it itself. */
export function databaseUser(): RunAs {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => {
      const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
      return answer.status === 0 ? Number(answer.stdout) : Number.NaN;
    });
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** Runs a program of PostgreSQL to its end; answers its exit code and what it wrote. */
export function run(
  program: string,
  args: readonly string[],
  runAs: RunAs,
  paths: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const [command, commandArgs, ids] = asUser(program, args, runAs, [program, ...paths]);
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, {
      ...ids,
      cwd: '/',
      // The database outlives this process: it must not hold on to a pipe of it.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output });
    });
  });
}

/**
 * A project inside a folder that only root may enter (a private temporary folder, /root) cannot be reached by
 * another user; then the database keeps the one right to pass folders. `setpriv` is part of util-linux.
 */
function asUser(
  program: string,
  args: readonly string[],
  runAs: RunAs,
  paths: readonly string[],
): [string, string[], { uid?: number; gid?: number }] {
  if (runAs === null) return [program, [...args], {}];
  if (paths.every((path) => canReach(path, runAs.uid))) return [program, [...args], runAs];
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const user = [`--reuid=${runAs.uid}`, `--regid=${runAs.gid}`, '--clear-groups'];
  return ['setpriv', [...user, ...rights, program, ...args], {}];
}

function canReach(path: string, uid: number): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid: owner } = statSync(folder);
      if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
