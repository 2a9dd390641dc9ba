import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Display = { readonly name: string; readonly close: () => Promise<void> };

/** A screen that nobody looks at, of an office PC's size. */
export async function openDisplay(size = '1366x768x24'): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = String(await firstWords(server)).trim();
  return {
    name: `:${number}`,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}

/** @throws when it ends without a word */
async function firstWords(server: ChildProcess): Promise<unknown> {
  const said = server.stdout === null ? null : once(server.stdout, 'data');
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with code ${code}`);
  });
  const [words]: unknown[] = (await Promise.race([said, ended])) ?? [];
  ended.catch(() => {});
  return words;
}
