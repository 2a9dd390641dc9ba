import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PINNED } from '../../electron/shell/testing/release-folder.ts';
import { readPackageNote } from '../../electron/shell/updates/package-note.ts';
import { BUNDLED } from '../base/bundled-packages.ts';
import { findElectron } from './electron-runtime.ts';
import { packageApp, writeBill } from './package-app.ts';

/**
 * electron-builder itself packs the app, around a stand-in for Electron's runtime: a file that holds nothing
 * but the row of fuses that electron-builder must find and set. What comes out is the archive that an officer
 * would get.
 */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
let dir: string;
let resources: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-package-'));
  const runtime = join(dir, 'runtime');
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  const fuses = [1, 8, ...Buffer.from('10110011')];
  writeFileSync(join(runtime, 'electron'), Buffer.concat([Buffer.from(FUSE_MARK), Buffer.from(fuses)]), {
    mode: 0o755,
  });
  writeFileSync(join(runtime, 'version'), '0.0.0');
  writeFileSync(join(runtime, 'resources/default_app.asar'), 'of the workshop');
  mkdirSync(join(runtime, 'locales'));
  for (const language of ['id', 'en-US', 'fr'])
    writeFileSync(join(runtime, `locales/${language}.pak`), language);

  const dist = join(dir, 'dist');
  mkdirSync(join(dist, 'renderer/assets'), { recursive: true });
  mkdirSync(join(dist, BUNDLED));
  writeFileSync(join(dist, BUNDLED, 'page.json'), JSON.stringify(['node_modules/react']));
  for (const file of [
    'main.js',
    'main.js.map',
    'preload.cjs',
    'backend.js',
    'browser-host.js',
    'window-files.json',
    '.sources',
    'renderer/index.html',
    'renderer/assets/index-1.js',
    'renderer/assets/index-1.js.map',
  ]) {
    writeFileSync(join(dist, file), file);
  }
  await packageApp({
    target: 'linux',
    updates: { url: 'https://kominfo.example/penghubung/', keys: PINNED },
    unpacked: true,
    runtime: { dir: runtime, addon: null },
    dist,
    directories: { app: join(dir, 'app'), output: join(dir, 'out') },
  });
  resources = join(dir, 'out/linux-unpacked/resources');
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('the archive holds the program and the store, and nothing of the workshop', () => {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  expect(files.filter((path) => !path.startsWith('/node_modules/better-sqlite3/lib/'))).toEqual([
    '/node_modules',
    '/node_modules/better-sqlite3',
    '/node_modules/better-sqlite3/LICENSE',
    '/node_modules/better-sqlite3/lib',
    '/node_modules/better-sqlite3/package.json',
    '/node_modules/better-sqlite3/prebuilds',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    '/LICENSE',
    '/LICENSES.txt',
    '/dist',
    '/dist/backend.js',
    '/dist/main.js',
    '/dist/preload.cjs',
    '/dist/renderer',
    '/dist/renderer/assets',
    '/dist/renderer/assets/index-1.js',
    '/dist/renderer/index.html',
    '/dist/window-files.json',
    '/package.json',
    '/update.json',
  ]);
});

test('the package.json of the archive names the program and no dependency but the store', () => {
  const manifest: unknown = JSON.parse(extractFile(join(resources, 'app.asar'), 'package.json').toString());
  expect(manifest).toMatchObject({ name: 'penghubung', type: 'module', main: 'dist/main.js' });
  expect(Object.keys((manifest as { dependencies: object }).dependencies)).toEqual(['better-sqlite3']);
});

test('native code lies outside of the archive as a real file, and nothing else beside it', () => {
  expect(globSync('**/*.*', { cwd: resources }).toSorted()).toEqual([
    'app-update.yml',
    'app.asar',
    'app.asar.unpacked',
    'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ]);
  const native = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node');
  expect(readFileSync(native).subarray(1, 4).toString()).toBe('ELF');
});

test('the licences of what is bundled go along, and the bill names it, the store and the runtime alone', () => {
  const licences = extractFile(join(resources, 'app.asar'), 'LICENSES.txt').toString();
  expect(licences).toMatch(/^react@[\d.]+ \(MIT\)\n\nMIT License\n/m);
  // As after a run of the bundler; React is a dependency of development.
  vi.stubEnv('NODE_ENV', 'production');
  const [bill, list] = writeBill(join(dir, 'out'), 'bill', '0.0.0', join(dir, 'dist'));
  vi.unstubAllEnvs();
  expect(readFileSync(list, 'utf8')).toBe(licences);
  const { bomFormat, components } = JSON.parse(readFileSync(bill, 'utf8'));
  expect(bomFormat).toBe('CycloneDX');
  expect(components.map(({ name }: { name: string }) => name)).toEqual([
    'better-sqlite3',
    'react',
    'electron',
  ]);
});

test('the installed app knows the office’s folder of releases, and whose signature counts', () => {
  const archive = join(resources, 'app.asar');
  mkdirSync(join(dir, 'unpacked'));
  writeFileSync(join(dir, 'unpacked/update.json'), extractFile(archive, 'update.json'));
  expect(readPackageNote(join(dir, 'unpacked'))).toEqual({
    url: 'https://kominfo.example/penghubung/',
    keys: PINNED,
    built: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(readFileSync(join(resources, 'app-update.yml'), 'utf8')).toContain(
    'https://kominfo.example/penghubung/',
  );
});

test('every fuse is set as decided, all of them the other way round before', () => {
  const program = readFileSync(join(dir, 'out/linux-unpacked/penghubung'));
  const row = program.subarray(program.indexOf(FUSE_MARK) + FUSE_MARK.length + 2).toString();
  // In the order of Electron's fuses: run as Node, cookie encryption, NODE_OPTIONS, --inspect, archive
  // integrity, archive only, own snapshot, privileges of file:.
  expect(row).toBe('01001100');
});

test('a runtime counts only when its program is really there', () => {
  const nowhere = join(dir, 'no-such-package');
  expect(findElectron({}, nowhere)).toBeNull();
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: nowhere }, nowhere)).toBeNull();
});

test('a runtime in the package’s own folder is found by the name that the package noted', () => {
  const packageDir = join(dir, 'electron-package');
  mkdirSync(join(packageDir, 'dist'), { recursive: true });
  writeFileSync(join(packageDir, 'path.txt'), 'program');
  expect(findElectron({}, packageDir)).toBeNull();
  writeFileSync(join(packageDir, 'dist/program'), '');
  expect(findElectron({}, packageDir)).toEqual({
    executable: join(packageDir, 'dist/program'),
    dir: join(packageDir, 'dist'),
  });
});
