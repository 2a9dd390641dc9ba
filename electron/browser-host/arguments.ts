import { parseArgs } from 'node:util';
import type { Join } from '#shared/contract/process/backend-process.ts';

export type HostArguments = {
  readonly dataDir: string;
  /** 0: any free one. */
  readonly port: number;
  /** Shared by all processes of one start: a page finds back to the next one. Null: there is one only. */
  readonly runSecret: string | null;
  readonly demo: boolean;
  readonly join: Join | null;
};

type ParsedArguments =
  | { readonly ok: true; readonly value: HostArguments }
  | { readonly ok: false; readonly message: string };

/**
 * Secrets come through the environment (`PENGHUBUNG_RUN_SECRET`, `PENGHUBUNG_JOIN_CODE`): every user of the
 * PC can read a command line.
 */
export function parseHostArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ParsedArguments {
  const parsed = readOptions(args);
  if (!parsed.ok) return parsed;
  const { data, port = '0', demo = false } = parsed.values;
  const { 'join-url': url, 'join-code': code = env.PENGHUBUNG_JOIN_CODE, 'join-name': name } = parsed.values;

  if (data === undefined || data === '') return { ok: false, message: '--data DIR is missing' };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return { ok: false, message: `not a port: ${port}` };
  const runSecret = env.PENGHUBUNG_RUN_SECRET ?? null;
  if (runSecret !== null && !/^[\w-]{43}$/.test(runSecret)) {
    return { ok: false, message: 'PENGHUBUNG_RUN_SECRET must be 43 characters of A-Z a-z 0-9 _ -' };
  }
  if ((url === undefined) !== (code === undefined)) {
    return { ok: false, message: '--join-url and --join-code belong together' };
  }
  const join = url === undefined || code === undefined ? null : { centralUrl: url, code, name: name ?? '' };
  return { ok: true, value: { dataDir: data, port: Number(port), runSecret, demo, join } };
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        demo: { type: 'boolean' },
        'join-url': { type: 'string' },
        'join-code': { type: 'string' },
        'join-name': { type: 'string' },
      },
    });
    return { ok: true as const, values };
  } catch (error) {
    return { ok: false as const, message: error instanceof Error ? error.message : String(error) };
  }
}
