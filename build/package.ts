import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ROOT } from './base/paths.ts';
import { buildIfStale } from './build.ts';
import { ELECTRON } from './electron-runtime/pinned.ts';
import { prepareRuntime, type Runtime, withOwnStore } from './electron-runtime/runtime.ts';
import { makeLinuxPackages } from './linux-packages/linux-packages.ts';
import { RELEASE } from './packaging/electron-builder.ts';
import { findElectron } from './packaging/electron-runtime.ts';
import { type PackageTarget, packageApp, writeBill } from './packaging/package-app.ts';
import { KEYS_FILE, readUpdateKeys } from './packaging/update-keys.ts';

/** One sentence for whoever packs; it ends with it. */
class Stop extends Error {}

const versionIn = (file: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, file), 'utf8'))).version;
const PINNED = versionIn('node_modules/electron/package.json');

/** Where electron-builder would fetch the runtime; the environment variable is electron-builder's own. */
const MIRROR = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
const ADDRESS = `${MIRROR}v${PINNED}/SHASUMS256.txt`;

async function canFetch(): Promise<boolean> {
  try {
    return (await fetch(ADDRESS, { method: 'HEAD', signal: AbortSignal.timeout(15_000) })).ok;
  } catch {
    return false;
  }
}

/** Null: electron-builder fetches the pinned one. A runtime that is here is one for this system. */
async function findRuntime(target: PackageTarget): Promise<Runtime | null> {
  const here = target === process.platform ? withOwnStore(findElectron(process.env)) : null;
  if (here !== null || (await canFetch())) return here;
  if (target === 'linux') {
    // Whoever packs for Linux on Linux gets a package to try.
    return prepareRuntime(process.env, (line) => console.error(line)).catch((error: unknown) => {
      throw new Stop(`Paket belum dapat dibuat: ${error instanceof Error ? error.message : error}`);
    });
  }
  throw new Stop(
    `Paket belum dapat dibuat: runtime Electron ${PINNED} tidak ada di sini dan ${new URL(ADDRESS).host} tidak terjangkau ` +
      '(letakkan runtime itu di suatu folder dan sebut folder itu dalam ELECTRON_OVERRIDE_DIST_PATH).',
  );
}

async function packageFor(target: PackageTarget, unpacked: boolean): Promise<readonly string[]> {
  const url = process.env.PENGHUBUNG_UPDATE_URL ?? null;
  const updates = { url, keys: readUpdateKeys() };
  if (url !== null && updates.keys.length === 0) {
    throw new Stop(
      `PENGHUBUNG_UPDATE_URL tanpa kunci di ${KEYS_FILE}: paket ini tidak akan pernah menerima pembaruan. Buat kunci dengan npm run release -- key BERKAS.`,
    );
  }
  const runtime = await findRuntime(target);
  const prepared = runtime !== null && runtime.sqlite !== null;
  // "~" sorts before the version itself: a trial is replaced by the real package, and is never signed.
  const version = `${versionIn('package.json')}${prepared ? `~electron${ELECTRON}` : ''}`;
  if (prepared) console.error(`Paket percobaan: Electron ${ELECTRON}, bukan ${PINNED} yang disematkan.`);
  await buildIfStale();
  const ofLinux = target === 'linux';
  const made = await packageApp({
    target,
    updates,
    // An AppImage needs tools that electron-builder fetches from where the pinned runtime is.
    unpacked: unpacked || prepared,
    runtime: runtime === null ? null : { dir: runtime.dir, addon: runtime.sqlite },
  });
  const bill = writeBill(RELEASE, `penghubung-${version}-${target}`, prepared ? ELECTRON : PINNED);
  if (!ofLinux || unpacked) return [...made, ...bill];
  const licences = readFileSync(bill[1], 'utf8');
  const program = join(RELEASE, 'linux-unpacked');
  const packages = makeLinuxPackages({ program, licences, version, compression: 'xz', output: RELEASE });
  return [...made, ...packages, ...bill];
}

const { values } = parseArgs({
  options: {
    linux: { type: 'boolean', default: false },
    windows: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    dir: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const named = { linux: values.linux, win32: values.windows, darwin: values.mac };
const targets = (['linux', 'win32', 'darwin'] as const).filter((target) => named[target]);
const wanted = targets.length > 0 ? targets : [process.platform].filter((here) => here in named);

try {
  const made: { readonly path: string; readonly bytes: number }[] = [];
  for (const target of wanted) {
    for (const path of await packageFor(target as PackageTarget, values.dir)) {
      made.push({ path, bytes: statSync(path).size });
    }
  }
  if (values.json) console.log(JSON.stringify(made));
  else for (const { path, bytes } of made) console.log(`${path} (${(bytes / 1e6).toFixed(1)} MB)`);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
