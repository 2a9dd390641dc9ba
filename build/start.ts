import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './base/debian.ts';
import { DATA, ROOT } from './base/paths.ts';
import { buildIfStale } from './build.ts';
import { prepareRuntime, type Runtime, withOwnStore } from './electron-runtime/runtime.ts';
import { stageForRuntime } from './electron-runtime/stage-for-runtime.ts';
import { findElectron } from './packaging/electron-runtime.ts';
import { hasDisplay, openInBrowser } from './start/browser.ts';
import type { Running } from './start/children.ts';
import { demoJoin, startCentral } from './start/demo.ts';
import { type HostOptions, startBrowserHost, startElectron } from './start/host.ts';
import { parseStartOptions, type StartOptions } from './start/options.ts';
import { rememberedPort, steadyPort } from './start/ports.ts';
import { announce, findRunning, type Presence } from './start/running.ts';

const LOGS = join(DATA, 'logs');
const PORTS = join(DATA, 'ports.json');
const NOTE = join(DATA, 'running.json');
const WINDOW = 'npm start -- --window';

/** So often the app is started again before somebody must look. */
const MOST_FALLS = 20;

/** One sentence for the person at the screen; the start ends with it. */
class Stop extends Error {}

const children: Running[] = [];
const COMMON = { logs: LOGS, onSpawn: (running: Running) => void children.push(running) };
const DEMO = { ...COMMON, central: join(DATA, 'central'), host: join(DATA, 'desk') };
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
const ended = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));

async function start(options: StartOptions, presence: Presence): Promise<void> {
  const runtime = await windowRuntime(options);
  if (options.fresh)
    for (const folder of [DEMO.central, DEMO.host]) rmSync(folder, { recursive: true, force: true });
  const hostOptions = await hostOf(options);
  if (ending.signal.aborted) return;

  if (runtime !== null) return openWindow(runtime, hostOptions);
  const more = process.platform === 'linux' && process.arch === 'x64' ? `; jendela sungguhan: ${WINDOW}` : '';
  console.log(`Electron tidak tersedia di sini: aplikasi yang sama dibuka di peramban${more}.`);
  await serveBrowser(hostOptions, options, presence);
}

/** Electron where it is installed, or where it is asked for; null: the browser. */
async function windowRuntime({ window }: StartOptions): Promise<Runtime | null> {
  // Electron refuses to run as the system's administrator; the browser host has no such need.
  const allowed = !isRoot() && hasDisplay(process.platform, process.env);
  if (!window) return allowed ? withOwnStore(findElectron(process.env)) : null;
  if (!allowed)
    throw new Stop(
      `${WINDOW} memerlukan pengguna biasa (bukan root) dan layar; tanpa --window aplikasinya dibuka di peramban.`,
    );
  try {
    return await prepareRuntime(process.env, (line) => console.log(line));
  } catch (error) {
    throw new Stop(`Jendela tidak dapat dibuka: ${error instanceof Error ? error.message : error}`);
  }
}

async function openWindow(runtime: Runtime, hostOptions: HostOptions): Promise<void> {
  const folder = runtime.sqlite === null ? ROOT : join(DATA, 'window');
  if (folder !== ROOT) stageForRuntime(folder, runtime);
  const app = startElectron(runtime, folder, hostOptions);
  console.log('Jendela Penghubung dibuka. Tutup jendelanya untuk selesai.');
  const code = await Promise.race([ended, app.ended]);
  if (typeof code === 'number' && code !== 0) {
    throw new Stop(`Jendela berakhir dengan kode ${code}; sebabnya ada di ${join(LOGS, 'electron.log')}.`);
  }
}

async function hostOf(options: StartOptions): Promise<HostOptions> {
  if (options.central !== null) return joining(options.central, options);
  if (!options.standalone) return demonstration();
  await buildIfStale();
  return { ...COMMON, dataDir: join(DATA, 'standalone'), demo: false, join: null };
}

/** Brings up the invented regency while the bundles are made. */
async function demonstration(): Promise<HostOptions> {
  console.log('Menyiapkan Penghubung dengan data contoh (semuanya rekaan) …');
  const { port, free } = await rememberedPort(PORTS, 'central');
  if (!free) {
    throw new Stop(
      `Porta ${port} milik layanan pusat contoh sedang dipakai program lain: tutup program itu, atau hapus ${PORTS} dan jalankan dengan --fresh.`,
    );
  }
  const [central] = await Promise.all([startCentral(DEMO, port), buildIfStale()]);
  if (central === null)
    throw new Stop(`Layanan pusat contoh tidak dapat dijalankan; sebabnya ada di ${LOGS}.`);
  void central.running.ended.then((code) => {
    if (!ending.signal.aborted)
      console.error(`Layanan pusat contoh berhenti (kode ${code}); aplikasi tetap dapat dipakai.`);
  });
  const join = await demoJoin(DEMO, central.address);
  if (join === null) throw new Stop(`Data contoh tidak dapat dibuat; sebabnya ada di ${LOGS}.`);
  console.log(`Layanan pusat: ${central.address} · ${join.name}, ${join.agency}`);
  return { ...COMMON, dataDir: DEMO.host, demo: true, join };
}

async function joining(central: string, { code, name }: StartOptions): Promise<HostOptions> {
  await buildIfStale();
  if (code === null) console.log(`Isi alamat layanan pusat di layar pendaftaran: ${central}`);
  const dataDir = join(DATA, 'joined', new URL(central).host.replaceAll(':', '-'));
  return {
    ...COMMON,
    dataDir,
    demo: false,
    join: code === null ? null : { centralUrl: central, code, name },
  };
}

/**
 * Keeps the browser host running until the end; an open page finds back to a host that was started again.
 * Each start takes another port: whoever took the last one, and was visited there by an old tab, may have
 * left something in the browser that would answer in our place.
 */
async function serveBrowser(
  hostOptions: HostOptions,
  options: StartOptions,
  presence: Presence,
): Promise<void> {
  const port = await steadyPort();
  const runSecret = newRunSecret();
  for (let falls = 0; !ending.signal.aborted; falls++) {
    if (falls > MOST_FALLS) throw new Stop(`Aplikasi berulang kali berhenti; sebabnya ada di ${LOGS}.`);
    if (falls > 0) console.error('Aplikasi berhenti sendiri dan dijalankan lagi.');
    const host = await startBrowserHost(hostOptions, port, runSecret);
    if (!host.ok) {
      throw new Stop(`${host.why} Folder data: ${hostOptions.dataDir}. Catatan: ${LOGS}.`);
    }
    if (falls === 0) {
      presence.setDataDir(hostOptions.dataDir);
      console.log('Ctrl+C untuk selesai.');
      show(host.address, hostOptions.dataDir, options);
    }
    await Promise.race([ended, host.running.ended]);
  }
}

/** Whoever has the data tells a second one, which may read them too, where its window opens. */
async function showAgain(dataDir: string, options: StartOptions): Promise<void> {
  const second = await startBrowserHost({ ...COMMON, dataDir, demo: false, join: null }, 0, newRunSecret());
  if (second.ok) await second.running.stop();
  else if (second.address) show(second.address, dataDir, options);
}

const newRunSecret = (): string => randomBytes(32).toString('base64url');

function show(address: string, dataDir: string, { open }: Pick<StartOptions, 'open'>): void {
  if (open && hasDisplay(process.platform, process.env)) openInBrowser(address, join(dataDir, 'open.html'));
  console.log(
    'Buka di peramban (sekali, dalam satu menit; `npm start` sekali lagi memberi alamat yang baru):',
  );
  console.log(address);
}

const parsed = parseStartOptions(process.argv.slice(2));
const other = await findRunning(NOTE);
if (!parsed.ok) {
  console.error(parsed.message);
  process.exitCode = 2;
} else if (other !== null) {
  console.log('Penghubung sudah berjalan, jadi tidak dijalankan dua kali.');
  if (other.dataDir !== null) await showAgain(other.dataDir, parsed.options);
  process.exitCode = parsed.options.fresh ? 1 : 0;
} else {
  const presence = await announce(NOTE);
  try {
    await start(parsed.options, presence);
  } catch (error) {
    if (!ending.signal.aborted) {
      // The bundler's words, too, say all in their message; a stack of its insides says nothing.
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  } finally {
    ending.abort();
    // The app first: it hands over what is on its way, then the service and its database end.
    for (const child of children.reverse()) await child.stop();
    presence.end();
  }
}
