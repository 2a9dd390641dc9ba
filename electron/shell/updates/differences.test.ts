import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { measureFile, NOTE_FILE, signNote } from '#shared/node/release-note.ts';
import { startTestCentral, type TestCentral } from '../../../test/support/central.ts';
import { KEYS, PINNED } from '../testing/release-folder.ts';
import { DifferencesOnly, withDifferences } from './differences.ts';
import { updateMemory } from './memory.ts';
import { feed } from './take-package.ts';
import { openUpdater } from './updater.ts';

/** The real electron-updater, with Node's HTTP instead of Electron's, over a real feed. */
const fromUpdater = createRequire(createRequire(import.meta.url).resolve('electron-updater'));
const { HttpExecutor } = fromUpdater('builder-util-runtime');

const BLOCK = 32 * 1024;
const BLOCKS = 40;
let central: TestCentral;
let dir: string;
let fetched: number;
const releases = mkdtempSync(join(tmpdir(), 'penghubung-releases-'));
const name = (version: string) => `penghubung-${version}-win-x64.exe`;

const old = randomBytes(BLOCK * BLOCKS);
const fresh = Buffer.concat([old.subarray(0, BLOCK * 5), randomBytes(BLOCK), old.subarray(BLOCK * 6)]);

/** What electron-builder writes beside an installer. */
function blockMap(content: Buffer): Buffer {
  const blocks = Array.from({ length: BLOCKS }, (_, n) => content.subarray(n * BLOCK, (n + 1) * BLOCK));
  const checksums = blocks.map((block) => createHash('sha256').update(block).digest('base64'));
  const file = { name: 'file', offset: 0, checksums, sizes: blocks.map(({ length }) => length) };
  return gzipSync(JSON.stringify({ version: '2', files: [file] }));
}

beforeAll(async () => {
  central = await startTestCentral({ releases });
  writeFileSync(join(releases, name('0.2.0')), fresh);
  writeFileSync(join(releases, `${name('0.1.0')}.blockmap`), blockMap(old));
  writeFileSync(join(releases, `${name('0.2.0')}.blockmap`), blockMap(fresh));
  const measured = await measureFile(join(releases, name('0.2.0')));
  const files = [{ name: name('0.2.0'), kind: 'exe', arch: 'x64', ...measured } as const];
  const release = { version: '0.2.0', date: '2026-11-30T08:00:00.000Z', share: 1, files };
  writeFileSync(join(releases, NOTE_FILE), signNote(release, KEYS.current));
});
afterAll(async () => {
  await central.close();
  rmSync(releases, { recursive: true });
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-differences-'));
  fetched = 0;
  mkdirSync(join(dir, 'cache/penghubung-updater'), { recursive: true });
  writeFileSync(join(dir, 'app-update.yml'), 'updaterCacheDirName: penghubung-updater\n');
});
afterEach(() => rmSync(dir, { recursive: true }));

let quitHandlers: number;
function updater() {
  quitHandlers = 0;
  class NodeExecutor extends HttpExecutor {
    createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void) {
      return request(options, callback).on('response', (response) => {
        response.on('data', (piece: Buffer) => {
          fetched += piece.length;
        });
      });
    }
  }
  const app = {
    version: '0.1.0',
    name: 'penghubung',
    isPackaged: true,
    appUpdateConfigPath: join(dir, 'app-update.yml'),
    userDataPath: dir,
    baseCachePath: join(dir, 'cache'),
    whenReady: async () => {},
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {
      quitHandlers += 1;
    },
  };
  const make = () => Object.assign(new DifferencesOnly(null, app), { httpExecutor: new NodeExecutor() });
  const { signal } = new AbortController();
  const counting: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    fetched += Number(response.headers.get('content-length'));
    return response;
  };
  const address = `${central.address}/releases/`;
  return openUpdater({
    version: '0.1.0',
    kind: 'exe',
    arch: 'x64',
    built: '',
    keys: PINNED,
    folder: join(dir, 'updates'),
    memory: updateMemory(dir),
    feed: withDifferences(feed(address, counting, signal), address, make),
    prepare: async () => 'copied',
    handOver: async () => 'installing',
    closing: signal,
  });
}
const taken = () => readFileSync(join(dir, 'updates', name('0.2.0')));

test('of an installer that is like the last one only what differs is fetched, and nothing is installed on quitting', async () => {
  writeFileSync(join(dir, 'cache/penghubung-updater/installer.exe'), old);
  expect(await updater().look()).toEqual({ code: 'ready', version: '0.2.0' });
  expect(taken().equals(fresh)).toBe(true);
  expect(fetched).toBeLessThan(BLOCK * 3);
  expect(quitHandlers).toBe(0);
});

test('an old installer that is not what its map says is of no use, and the whole one is fetched', async () => {
  writeFileSync(join(dir, 'cache/penghubung-updater/installer.exe'), randomBytes(old.length));
  expect((await updater().look()).code).toBe('ready');
  expect(taken().equals(fresh)).toBe(true);
  expect(fetched).toBeGreaterThan(fresh.length);
});

test('without an old installer the whole one is fetched', async () => {
  expect((await updater().look()).code).toBe('ready');
  expect([taken().equals(fresh), readdirSync(join(dir, 'updates'))]).toEqual([true, [name('0.2.0')]]);
});
