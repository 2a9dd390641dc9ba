import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';
import { knots } from './graph.ts';
import { importsOf } from './imports.ts';
import { objection, targetOf } from './rules.ts';

test('an import is seen in whatever way it is written', () => {
  const source = `
    import a, { type B } from './a.ts';
    import type { C } from "c";
    import './d.css';
    export * from 'e';
    export { f } from '#shared/f.ts';
    const g = await import('g');
    type H = import('h').H;
    const i = require('i');
    // import 'no'
    const text = "import 'no'";
    export const j = <p>import 'no'</p>;
  `;
  expect(importsOf('x.tsx', source)).toEqual(['./a.ts', 'c', './d.css', 'e', '#shared/f.ts', 'g', 'h', 'i']);
});

test('a file that cannot be read as TypeScript is an error, not an empty list', () => {
  expect(() => importsOf('x.ts', 'import {')).toThrow('x.ts');
});

test('an import leads to a file, to Node.js or to a package', () => {
  const from = 'electron/backend/store/cache.ts';
  expect(targetOf(from, '../sync/commands/runner.ts')).toEqual({
    kind: 'file',
    path: 'electron/backend/sync/commands/runner.ts',
  });
  expect(targetOf(from, '#shared/domain/calendar/day.ts')).toEqual({
    kind: 'file',
    path: 'shared/domain/calendar/day.ts',
  });
  expect(targetOf(from, 'node:fs/promises')).toEqual({ kind: 'node', name: 'node:fs/promises' });
  expect(targetOf(from, 'fs')).toEqual({ kind: 'node', name: 'fs' });
  expect(targetOf(from, '@orpc/server/ws')).toEqual({ kind: 'package', name: '@orpc/server' });
  expect(targetOf(from, 'electron/main')).toEqual({ kind: 'package', name: 'electron' });
});

const judge = (from: string, specifier: string) => objection(from, targetOf(from, specifier));

test.each([
  ['shared/domain/deadlines/clocks.ts', '../calendar/day.ts'],
  ['shared/domain/complaint/complaint.ts', 'zod'],
  ['shared/contract/window/window.ts', 'zod'],
  ['shared/contract/window/window.ts', '../../domain/calendar/day.ts'],
  ['electron/backend/process/backend.ts', 'better-sqlite3'],
  ['electron/backend/process/backend.ts', 'node:fs'],
  ['electron/browser-host/main.ts', '../backend/process/backend.ts'],
  ['electron/utility-process/main.ts', '../backend/process/backend.ts'],
  ['electron/utility-process/main.ts', 'electron'],
  ['electron/main.ts', './shell/shell.ts'],
  ['electron/preload.ts', 'electron'],
  ['electron/shell/lines.ts', '#shared/contract/process/window-bridge.ts'],
  ['renderer/app/app.tsx', 'react'],
  ['renderer/app/app.tsx', './app.module.css'],
  ['central/cli.ts', 'pg'],
  ['central/postgres/embedded.ts', '#shared/node/take-lock.ts'],
  ['shared/node/take-lock.ts', 'better-sqlite3'],
  ['lapor/import/merge.ts', '#shared/domain/complaint/complaint.ts'],
  ['lapor/excel/zip.ts', 'yauzl'],
  ['demo/generate.ts', '../lapor/complaint-row.ts'],
  ['build/build.ts', 'vite'],
  ['build/packaging/sign-release.ts', '#shared/node/release-note.ts'],
  ['test/e2e/smoke.spec.ts', '../../central/cli.ts'],
  ['shared/domain/clocks.test.ts', 'node:fs'],
  ['electron/shell/testing/electron.ts', 'node:events'],
])('%s may import %s', (from, specifier) => {
  expect(judge(from, specifier)).toBeNull();
});

test.each([
  ['shared/domain/deadlines/clocks.ts', '../../contract/window/window.ts'],
  ['shared/domain/deadlines/clocks.ts', 'uuid'],
  ['shared/domain/deadlines/clocks.ts', 'node:crypto'],
  ['shared/domain/deadlines/clocks.ts', './testing/samples.ts'],
  ['shared/contract/window/window.ts', '@orpc/server'],
  ['shared/contract/window/window.ts', '../../i18n/messages.ts'],
  ['shared/contract/process/window-bridge.ts', 'electron'],
  ['shared/i18n/messages.ts', '../domain/day.ts'],
  ['electron/backend/process/backend.ts', 'electron'],
  ['electron/backend/process/backend.ts', 'electron-updater'],
  ['electron/backend/process/backend.ts', '../../shell/channels.ts'],
  ['electron/backend/process/backend.ts', '../../browser-host/server.ts'],
  ['electron/backend/process/backend.ts', '../../../central/http/service.ts'],
  ['electron/backend/process/backend.ts', 'pg'],
  ['electron/browser-host/server.ts', 'electron'],
  ['electron/browser-host/server.ts', '../shell/channels.ts'],
  ['electron/browser-host/server.ts', 'better-sqlite3'],
  ['electron/shell/shell.ts', '../backend/process/backend.ts'],
  ['electron/main.ts', './backend/process/backend.ts'],
  ['electron/main.ts', './utility-process/main.ts'],
  ['electron/utility-process/main.ts', '../shell/shell.ts'],
  ['electron/backend/process/backend.ts', 'electron'],
  ['electron/main.ts', '../renderer/main.tsx'],
  ['renderer/main.tsx', 'node:fs'],
  ['renderer/main.tsx', 'path'],
  ['renderer/main.tsx', 'electron'],
  ['renderer/main.tsx', '../electron/preload.ts'],
  ['renderer/main.tsx', '#shared/node/take-lock.ts'],
  ['central/cli.ts', '../electron/backend/process/backend.ts'],
  ['central/cli.ts', 'react'],
  ['lapor/import/merge.ts', '../../demo/generate.ts'],
  ['lapor/import/merge.ts', '../../central/store/complaints.ts'],
  ['lapor/import/merge.ts', 'kysely'],
  ['demo/generate.ts', '../electron/backend/base/clock.ts'],
  ['demo/generate.ts', '../central/store/complaints.ts'],
  ['build/start.ts', '../central/cli.ts'],
])('%s may not import %s', (from, specifier) => {
  expect(judge(from, specifier)).toContain(from);
});

test('files that need each other in a ring are found', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', ['d']],
    ['d', ['b']],
    ['e', ['e']],
    ['f', ['a']],
  ]);
  expect(knots(graph).map(({ loop }) => loop)).toEqual([
    ['b', 'c', 'd', 'b'],
    ['e', 'e'],
  ]);
});

test('a project is checked file by file', () => {
  const root = mkdtempSync(join(tmpdir(), 'penghubung-imports-'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write('shared/domain/a.ts', "import { b } from './b.ts';\nexport const a = b;");
  write('shared/domain/b.ts', "import type { a } from './a.ts';\nexport const b: typeof a = 1;");
  write('electron/backend/store/c.ts', "import { app } from 'electron';");
  write('renderer/d.tsx', "import { windowContract } from '#shared/contract/window/window.ts';");
  expect(checkImports(root, [])).toEqual([
    'electron/backend/store/c.ts: electron/backend/ may not import the package electron',
    'imports run in a ring: shared/domain/a.ts → shared/domain/b.ts → shared/domain/a.ts',
  ]);
  rmSync(root, { recursive: true });
});
