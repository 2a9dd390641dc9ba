import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { findRuntime } from '../../../build/electron-runtime/runtime.ts';
import { ensureNeeds } from '../../../build/electron-runtime/system.ts';
import { makeDeb } from '../../../build/linux-packages/deb.ts';
import { makeRpm } from '../../../build/linux-packages/rpm.ts';
import { layOut } from '../../../build/linux-packages/tree.ts';
import { RELEASE } from '../../../build/packaging/electron-builder.ts';
import { packageApp } from '../../../build/packaging/package-app.ts';
import { readOrCreateKey } from '../../../electron/backend/keys/key-file.ts';
import { openJournal } from '../../../electron/backend/store/journal/journal-store.ts';
import { type Display, openDisplay } from '../../support/electron/display.ts';
import {
  apt,
  canInstall,
  giveBack,
  installedVersion,
  ordinaryUser,
  removeTried,
  TO_TEST_PACKAGES,
} from '../../support/installed-deb.ts';
import { test as base, expect } from '../fixtures.ts';

/** Closed however the test ends; with it ends every program that shows a window on it. */
const test = base.extend<{ readonly display: Display }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  display: async ({}, use) => {
    const display = await openDisplay();
    await use(display);
    await display.close();
  },
});

const MB = 1_000_000;
const NOT_HERE = 'packages are installed on Debian by root alone: their story was left out';

test.skip(!canInstall(), NOT_HERE);

let folder: string;
let program: string;
let tree: string;
test.beforeAll(async () => {
  const runtime = findRuntime(process.env);
  if (!canInstall() || runtime === null) return;
  ensureNeeds(TO_TEST_PACKAGES, () => {});
  removeTried();
  // On the disk: it would fill a folder in memory. And electron-builder takes nothing from the system's
  // folders.
  mkdirSync(RELEASE, { recursive: true });
  folder = mkdtempSync(join(RELEASE, 'test-'));
  program = join(folder, 'out/linux-unpacked');
  tree = join(folder, 'tree');
  await packageApp({
    target: 'linux',
    updates: { url: null, keys: [] },
    unpacked: true,
    runtime: { dir: runtime.dir, addon: runtime.sqlite },
    directories: { app: join(folder, 'app'), output: join(folder, 'out') },
  });
  layOut(program, 'licences', tree);
});
test.afterAll(() => {
  if (folder === undefined) return;
  rmSync(folder, { recursive: true });
  removeTried();
});

test('the archive holds the program and nothing of the workshop; native code alone lies beside it', () => {
  const inside = listPackage(join(program, 'resources/app.asar'), { isPack: false });
  const ours = [
    /^\/(dist|node_modules|LICENSES?(\.txt)?|package\.json|update\.json)$/,
    /^\/dist\/(main\.js|backend\.js|safe\.js|preload\.cjs|window-files\.json|evidence\.json|tray\.png|chunks|renderer)$/,
    /^\/dist\/chunks\/[\w-]+\.js$/,
    /^\/dist\/renderer\/(index\.html|assets|assets\/[\w-]+\.(js|css|svg|png|woff2|webp))$/,
    /^\/node_modules\/better-sqlite3(\/LICENSE|\/package\.json|\/lib|\/lib\/.+\.js|\/lib\/methods)?$/,
    /^\/node_modules\/better-sqlite3\/prebuilds(\/linux-x64\.node)?$/,
  ];
  expect(inside.filter((path) => !ours.some((form) => form.test(path)))).toEqual([]);
  for (const file of ['main.js', 'backend.js', 'preload.cjs', 'renderer/index.html'])
    expect(inside).toContain(`/dist/${file}`);
  expect(globSync('resources/**/*.*', { cwd: program }).toSorted()).toEqual([
    'resources/app.asar',
    'resources/app.asar.unpacked',
    'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ]);
});

test('the program stays within its size, ours within 8 MB of it', () => {
  const bytes = (pattern: string): number =>
    globSync(pattern, { cwd: program }).reduce((sum, path) => {
      const file = statSync(join(program, path));
      return sum + (file.isFile() ? file.size : 0);
    }, 0);
  expect(bytes('**/*')).toBeLessThan(260 * MB);
  expect(bytes('resources/**/*')).toBeLessThan(8 * MB);
});

test('the fuses of the packed program are those that were decided', async () => {
  const {
    version: _,
    resetAdHocDarwinSignature: __,
    ...wire
  } = await getCurrentFuseWire(join(program, 'penghubung'));
  const named = Object.entries(wire).map(([place, state]) => [FuseV1Options[Number(place)], state === 49]);
  expect(Object.fromEntries(named)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('the .rpm has the sandbox’s helper as root’s, and asks for no library that it brings along', () => {
  const rpm = join(folder, 'penghubung.rpm');
  makeRpm(tree, '0.0.1', 'none', rpm);
  const ask = (...what: string[]) => execFileSync('rpm', ['-qp', ...what, rpm], { encoding: 'utf8' });
  expect(ask('-lv')).toMatch(/^-rwsr-xr-x .* root +root .* \/usr\/lib\/penghubung\/chrome-sandbox$/m);
  const needs = ask('--requires');
  expect(needs).toContain('libgtk-3.so.0');
  expect(needs).not.toMatch(/libffmpeg|libEGL|aarch64/);
});

test('the .deb is installed, started from the menu, upgraded and removed; what was written stays', async ({
  stack,
  display,
}) => {
  const officer = ordinaryUser(join(stack.folder, 'officer'), display.name);
  chmodSync(stack.folder, 0o755);
  const shown = () => expect.poll(officer.windows).toMatch(/"Penghubung.*": \("penghubung"/);
  const install = (version: string) => {
    const deb = join(folder, `penghubung-${version}.deb`);
    makeDeb(tree, version, 'none', deb);
    apt('install', deb);
    expect(installedVersion()).toBe(version);
    rmSync(deb);
  };
  const draft = {
    id: '0192f0c1-2f4e-7a3b-8c5d-1e2f3a4b5c6d',
    complaintId: 'recorded',
    kind: 'record',
    text: 'Lampu jalan padam sejak Senin.',
    choices: {},
    updatedAt: '2026-11-30T08:00:00.000Z',
    trunkRevision: 0,
    trackingId: '—',
    title: 'Lampu jalan',
  } as const;

  await test.step('installed, and joined at the first start', async () => {
    install('0.0.1~test');
    expect(statSync('/usr/lib/penghubung/chrome-sandbox').mode & 0o7777).toBe(0o4755);
    const handler = ['query', 'default', 'x-scheme-handler/penghubung'];
    expect(execFileSync('xdg-mime', handler, { encoding: 'utf8' }).trim()).toBe('penghubung.desktop');
    await stack.central.cli('agencies', 'add', 'Dinas Perhubungan');
    const code = await stack.code('Dinas Perhubungan', 'Rina Sitepu');
    const end = officer.start(['--join-url', stack.central.address(), '--join-name', 'Rina Sitepu'], {
      PENGHUBUNG_JOIN_CODE: code,
    });
    await shown();
    await expect.poll(async () => (await stack.central.cli('enrol', 'list')).stdout).toContain('Rina Sitepu');
    expect(await end()).toBe(0);
    withJournal(officer.data, ({ drafts, write }) => write(() => drafts.save(draft)));
  });

  await test.step('upgraded: the officer and the draft are there', async () => {
    install('0.0.2~test');
    const end = officer.start();
    await shown();
    expect(await end()).toBe(0);
    expect(kept(officer.data)).toEqual(['Rina Sitepu', [draft.text]]);
  });

  await test.step('removed with all that is its own, and nothing of the officer’s', async () => {
    apt('purge', 'penghubung');
    for (const path of ['bin', 'lib', 'share/doc'].map((place) => `/usr/${place}/penghubung`))
      expect(existsSync(path), path).toBe(false);
    expect(existsSync('/usr/share/applications/penghubung.desktop')).toBe(false);
    expect(kept(officer.data)).toEqual(['Rina Sitepu', [draft.text]]);
  });
});

type Journal = Extract<ReturnType<typeof openJournal>, { ok: true }>['journal'];

function withJournal<T>(data: string, look: (journal: Journal) => T): T {
  const read = readOrCreateKey(data);
  if (!read.ok) throw new Error(read.code);
  const opened = openJournal(join(data, 'journal.db'), read.key);
  if (!opened.ok) throw new Error(opened.code);
  try {
    return look(opened.journal);
  } finally {
    opened.journal.close();
    giveBack(data);
  }
}

const kept = (data: string) =>
  withJournal(data, ({ session, drafts }) => [
    session.session()?.officer.name,
    drafts.all().map(({ text }) => text),
  ]);
