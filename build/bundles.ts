import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import { bundledPackages } from './base/bundled-packages.ts';
import { ROOT } from './base/paths.ts';

/** Not bundled: Electron, the store with its native add-on, two helpers of `ws` that are not installed. */
const EXTERNAL = ['electron', 'better-sqlite3', 'bufferutil', 'utf-8-validate'];

/** Node 22.14 and Electron's Node both have it. */
const NODE_TARGET = 'node22';

const common: InlineConfig = {
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  cacheDir: join(ROOT, 'node_modules/.vite'),
};

const PROGRAMS = {
  backend: join(ROOT, 'electron/utility-process/start.ts'),
  'browser-host': join(ROOT, 'electron/browser-host/main.ts'),
  main: join(ROOT, 'electron/main.ts'),
  safe: join(ROOT, 'electron/backend/process/safe.ts'),
};

/** Backend, its safe mode, browser host and Electron's main process; what two need is in one shared chunk. */
export function nodeBundle(dist: string, input: Readonly<Record<string, string>> = PROGRAMS): InlineConfig {
  return bundleForNode(dist, 'node', {
    input,
    output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  });
}

/** One CommonJS file: a sandboxed preload script can load nothing else. */
export function preloadBundle(dist: string): InlineConfig {
  return bundleForNode(dist, 'preload', {
    input: { preload: join(ROOT, 'electron/preload.ts') },
    output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
  });
}

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>;

function bundleForNode(
  dist: string,
  name: string,
  files: Pick<RolldownOptions, 'input' | 'output'>,
): InlineConfig {
  return {
    ...common,
    plugins: [bundledPackages(dist, name)],
    ssr: { target: 'node', noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: NODE_TARGET,
      outDir: dist,
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      rolldownOptions: { platform: 'node', external: EXTERNAL, ...files },
    },
  };
}

/** The window's page. Its policy allows own files only: paths are relative, and nothing is inline. */
export function rendererBundle(dist: string): InlineConfig {
  return {
    ...common,
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react(), fileList(dist), bundledPackages(dist, 'page')],
    define: { __VERSION__: JSON.stringify(appVersion()) },
    build: {
      target: 'chrome130',
      outDir: join(dist, 'renderer'),
      emptyOutDir: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
    },
  };
}

function appVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return version;
}

/** Writes the names of all built files: what the shell and the browser host serve, and nothing else. */
function fileList(dist: string): Plugin {
  return {
    name: 'penghubung-window-files',
    writeBundle(_options, bundle) {
      const names = JSON.stringify(Object.keys(bundle).sort(), null, 2);
      writeFileSync(join(dist, 'window-files.json'), `${names}\n`);
    },
  };
}
