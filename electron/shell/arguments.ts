import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Join } from '#shared/contract/process/backend-process.ts';

export type ShellArguments = {
  /** Null: the user's own folder, where the system keeps such data. */
  readonly dataDir: string | null;
  readonly demo: boolean;
  /** No window at first: the system has started it. */
  readonly hidden: boolean;
  readonly join: Join | null;
};

/**
 * The own options among those of Electron and the system. A one-time code comes through the environment
 * (`PENGHUBUNG_JOIN_CODE`): other users of the PC can read a command line.
 */
export function parseShellArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ShellArguments {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean' },
      hidden: { type: 'boolean' },
      'join-url': { type: 'string' },
      'join-name': { type: 'string' },
    },
  });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const centralUrl = text(values['join-url']);
  const code = text(env.PENGHUBUNG_JOIN_CODE);
  return {
    dataDir: text(values.data),
    demo: values.demo === true,
    hidden: values.hidden === true,
    join:
      centralUrl === null || code === null
        ? null
        : { centralUrl, code, name: text(values['join-name']) ?? '' },
  };
}

/** The backend's folder and the shell's own beside it, so that two sets of data are two separate apps. */
export function foldersOf(args: ShellArguments, userData: string): { backend: string; shell: string } {
  return args.dataDir === null
    ? { backend: join(userData, 'desk'), shell: userData }
    : { backend: args.dataDir, shell: join(args.dataDir, 'shell') };
}
