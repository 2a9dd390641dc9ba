import { parseArgs } from 'node:util';

export type StartOptions = {
  /** An existing central service; null: the demonstration brings its own. */
  readonly central: string | null;
  /** With `central`: enrol at once instead of on the screen. */
  readonly code: string | null;
  readonly name: string;
  /** No central service at all. */
  readonly standalone: boolean;
  readonly fresh: boolean;
  /** Open a browser where there is a display. */
  readonly open: boolean;
};

export type ParsedOptions =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly message: string };

export function parseStartOptions(args: readonly string[]): ParsedOptions {
  const refused = (message: string): ParsedOptions => ({ ok: false, message });
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        central: { type: 'string' },
        code: { type: 'string' },
        name: { type: 'string', default: '' },
        standalone: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const { central = null, code = null, name, fresh, standalone } = values;
    if (central !== null && !isWebAddress(central))
      return refused(`--central ${central}: tulis alamat lengkap, misalnya https://pusat.example`);
    if (central === null && code !== null) return refused('--code hanya berguna bersama --central');
    if (standalone && (central !== null || fresh))
      return refused('--standalone berarti tanpa layanan pusat dan tanpa data contoh');
    if (central !== null && fresh)
      return refused('--fresh menghapus data contoh dan tidak dipakai bersama --central');
    return { ok: true, options: { central, code, name, standalone, fresh, open: !values['no-open'] } };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}
