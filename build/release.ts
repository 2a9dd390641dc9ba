import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ROOT } from './base/paths.ts';
import { RELEASE } from './packaging/electron-builder.ts';
import { makeKey, ReleaseError, signRelease } from './packaging/sign-release.ts';
import { KEYS_FILE, readUpdateKeys } from './packaging/update-keys.ts';

const USAGE = `Pemakaian:
  npm run release -- key BERKAS                Buat pasangan kunci: yang rahasia ke BERKAS, yang umum ke layar
  npm run release -- sign --key BERKAS         Tanda tangani paket yang ada di release/
      --folder FOLDER                          Folder lain dengan paketnya
      --version 0.2.0                          Versi lain daripada package.json
      --share 0.1                              Hanya untuk bagian komputer ini (0 sampai 1; bawaan 1)
Kata sandi kunci, bila ada: PENGHUBUNG_KEY_PASSPHRASE.`;

const manifest = z.object({ version: z.string() });
const { version: own } = manifest.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const { PENGHUBUNG_KEY_PASSPHRASE: passphrase } = process.env;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      folder: { type: 'string', default: RELEASE },
      version: { type: 'string', default: own },
      share: { type: 'string', default: '1' },
    },
  });
  const [action, file] = positionals;
  const share = Number(values.share);
  if (action === 'key' && file !== undefined) {
    console.log(makeKey(file, passphrase));
    console.log(`Tambahkan baris di atas ke ${KEYS_FILE}; simpan ${file} di luar jaringan.`);
  } else if (action === 'sign' && values.key !== undefined && share >= 0 && share <= 1) {
    const { key: keyFile, folder, version } = values;
    const pinned = readUpdateKeys();
    const names = await signRelease({ keyFile, folder, version, share, passphrase, pinned, now: new Date() });
    for (const name of names) console.log(name);
  } else {
    console.error(USAGE);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
