import { parseArgs } from 'node:util';

export type StartOptions = Extract<ReturnType<typeof parseStartOptions>, { ok: true }>['options'];

export function parseStartOptions(args: readonly string[]) {
  const refused = (message: string) => ({ ok: false, message }) as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        /** An existing central service; without it the demonstration brings its own. */
        central: { type: 'string' },
        /** With `central`: enrol at once instead of on the screen. */
        code: { type: 'string' },
        name: { type: 'string', default: '' },
        /** No central service at all. */
        standalone: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        /** The window of Electron, which is fetched and prepared where it is not there. */
        window: { type: 'boolean', default: false },
        /** Open no browser, even where there is a display. */
        'no-open': { type: 'boolean', default: false },
      },
    });
    const { central = null, code = null, name, fresh, standalone, window } = values;
    if (central !== null && !isWebAddress(central))
      return refused(`--central ${central}: tulis alamat lengkap, misalnya https://pusat.example`);
    if (central === null && code !== null) return refused('--code hanya berguna bersama --central');
    if (standalone && (central !== null || fresh))
      return refused('--standalone berarti tanpa layanan pusat dan tanpa data contoh');
    if (central !== null && fresh)
      return refused('--fresh menghapus data contoh dan tidak dipakai bersama --central');
    const options = { central, code, name, standalone, fresh, window, open: !values['no-open'] };
    return { ok: true, options } as const;
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}
