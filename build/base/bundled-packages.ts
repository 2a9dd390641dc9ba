import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './paths.ts';

/** The folder of `dist` that says which packages the bundles are made of; no part of a package. */
export const BUNDLED = '.bundled';

/** The browser host is another shell: what only it needs is in no package. */
const NOT_PACKED = 'browser-host.js';

/** Writes which packages of `node_modules` a bundle holds: their licences go with it, others’ do not. */
export function bundledPackages(dist: string, name: string): Plugin {
  return {
    name: 'penghubung-bundled-packages',
    writeBundle(_options, bundle) {
      const modules = Object.entries(bundle).flatMap(([file, chunk]) =>
        chunk.type === 'chunk' && file !== NOT_PACKED ? chunk.moduleIds : [],
      );
      const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder !== null))].sort();
      mkdirSync(join(dist, BUNDLED), { recursive: true });
      writeFileSync(join(dist, BUNDLED, `${name}.json`), JSON.stringify(folders, null, 2));
    },
  };
}

/** From the project’s top; null: the module is our own. */
function packageFolder(module: string): string | null {
  const path = relative(ROOT, module.replace(/^\0/, '')).replaceAll('\\', '/');
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}
