import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMPILED } from '../base/paths.ts';

export type Launch = {
  readonly command: 'node' | { readonly program: string };
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where its standard error goes, added to what is there. */
  readonly log: string;
  /** Hears of the child at once, before it is ready. */
  readonly onSpawn: (running: Running) => void;
};

/** A child process, and how to be done with it. */
export type Running = {
  readonly pid: number;
  /** Settles with its exit code when it has ended, by whatever cause; -1 when by a signal. */
  readonly ended: Promise<number>;
  /** Asks it to end and waits; after {@link GRACE_MS} it is ended by force. */
  readonly stop: () => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

/** On a busy machine a database takes its time to end, ms. */
const GRACE_MS = 60_000;

const END_WITH_PARENT = pathToFileURL(join(import.meta.dirname, 'end-with-parent.mjs')).href;

/** Starts a service and waits for its first line, `{"ready":true,…}`. Not ok: it ended, or said else. */
export async function launch(options: Launch) {
  const { child, running } = start(options, 'pipe');
  const line = firstLine(child).then(parse);
  const message = await Promise.race([line, running.ended.then(() => line)]);
  if (message?.ready === true) {
    // From here on nobody reads it; a full pipe must not hold the child up.
    child.stdout?.resume();
    return { ok: true, running, message } as const;
  }
  await running.stop();
  return { ok: false, code: await running.ended, message } as const;
}

export function launchSilently(options: Launch): Running {
  return start(options, 'ignore').running;
}

/** Runs a command to its end and returns the last line of its output as JSON; null: it failed. */
export async function runJson(options: Launch): Promise<unknown> {
  const { child, running } = start(options, 'pipe');
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  const closed = new Promise((resolve) => child.stdout?.once('close', resolve));
  const code = await running.ended;
  await closed;
  return code === 0 ? parse(output.trim().split('\n').at(-1) ?? '') : null;
}

function start({ command, args, cwd, env, log, onSpawn }: Launch, stdout: 'pipe' | 'ignore') {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  const file = openSync(log, 'a', 0o600);
  try {
    const own = command === 'node';
    const child = spawn(
      own ? process.execPath : command.program,
      own ? ['--import', END_WITH_PARENT, ...args] : [...args],
      {
        cwd,
        env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
        stdio: ['ignore', stdout, file, ...(own ? ['ipc' as const] : [])],
      },
    );
    const running = follow(child);
    onSpawn(running);
    return { child, running };
  } finally {
    closeSync(file);
  }
}

function follow(child: ChildProcess): Running {
  let over = false;
  const ended = new Promise<number>((resolve) => {
    const end = (code: number | null) => {
      over = true;
      resolve(code ?? -1);
    };
    child.once('error', () => end(null));
    child.once('exit', end);
  });
  return {
    pid: child.pid ?? -1,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      // A signal would end it without a word on Windows.
      if (!over) child.connected ? child.disconnect() : child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Everything up to the first line break, or up to the end. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', function read(chunk) {
      text += chunk;
      const end = text.indexOf('\n');
      if (end < 0) return;
      child.stdout?.off('data', read);
      resolve(text.slice(0, end));
    });
    child.stdout?.once('close', () => resolve(text));
    child.once('error', () => resolve(text));
  });
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
