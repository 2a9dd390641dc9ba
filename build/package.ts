import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ROOT } from './base/paths.ts';
import { buildIfStale } from './build.ts';
import { findElectron } from './packaging/electron-runtime.ts';
import { packageApp } from './packaging/package-app.ts';
import { KEYS_FILE, readUpdateKeys } from './packaging/update-keys.ts';

/** Where electron-builder would fetch the runtime; the environment variable is electron-builder's own. */
function runtimeAddress(version: string): string {
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/SHASUMS256.txt`;
}

async function canFetch(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(15_000) })).ok;
  } catch {
    return false;
  }
}

const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: process.platform },
    dir: { type: 'boolean', default: false },
  },
});
const target = z.enum(['win32', 'linux', 'darwin']).safeParse(values.platform);
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')));
// A runtime that is here is one for this system.
const runtime = target.data === process.platform ? findElectron(process.env) : null;

const url = process.env.PENGHUBUNG_UPDATE_URL ?? null;
const keys = readUpdateKeys();

if (target.data === undefined) {
  console.error(`--platform ${values.platform}: pilih win32, linux, atau darwin.`);
  process.exitCode = 2;
} else if (url !== null && keys.length === 0) {
  console.error(
    `PENGHUBUNG_UPDATE_URL tanpa kunci di ${KEYS_FILE}: paket ini tidak akan pernah menerima pembaruan. Buat kunci dengan npm run release -- key BERKAS.`,
  );
  process.exitCode = 1;
} else if (runtime === null && !(await canFetch(runtimeAddress(version)))) {
  console.error(
    `Paket belum dapat dibuat: runtime Electron ${version} tidak ada di sini dan ${new URL(runtimeAddress(version)).host} tidak terjangkau ` +
      '(letakkan runtime itu di suatu folder dan sebut folder itu dalam ELECTRON_OVERRIDE_DIST_PATH).',
  );
  process.exitCode = 1;
} else {
  await buildIfStale();
  const files = await packageApp({
    target: target.data,
    updates: { url, keys },
    unpacked: values.dir,
    electronDist: runtime?.dir ?? null,
  });
  for (const file of files) console.log(file);
}
