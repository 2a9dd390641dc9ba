import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';
import { HOUSES, type House } from './floors.ts';

const HOUSE: House = {
  folder: 'renderer/',
  floors: [['screens'], ['widgets', 'list'], ['core']],
  apart: ['screens'],
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'penghubung-floors-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What is said of a tree whose files import what stands beside them. */
function problems(files: Readonly<Record<string, string>>): string[] {
  for (const [path, specifier] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `import '${specifier}';`);
  }
  return checkImports(root, [HOUSE]);
}

test('a room may import its own floor and those below it, and the roof everything', () => {
  expect(
    problems({
      'renderer/main.tsx': './screens/queue/Queue.tsx',
      'renderer/screens/queue/Queue.tsx': './Row.tsx',
      'renderer/screens/queue/Row.tsx': '../../core/state.ts',
      'renderer/widgets/field.ts': '../list/list.ts',
    }),
  ).toEqual([]);
});

test('a room may not import one above it', () => {
  expect(problems({ 'renderer/core/state.ts': '../widgets/field.ts' })).toEqual([
    'renderer/core/state.ts: renderer/ may not import core → widgets (renderer/widgets/field.ts)',
  ]);
});

test('a room may not import the roof', () => {
  expect(problems({ 'renderer/core/state.ts': '../main.tsx' })).toEqual([
    'renderer/core/state.ts: renderer/ may not import core → main.tsx (renderer/main.tsx)',
  ]);
});

test('rooms that stand apart may not import each other', () => {
  expect(problems({ 'renderer/screens/queue/Queue.tsx': '../case/Case.tsx' })).toEqual([
    'renderer/screens/queue/Queue.tsx: renderer/ may not import screens/queue → screens/case (renderer/screens/case/Case.tsx)',
  ]);
});

test('a folder that stands on no floor is told', () => {
  expect(problems({ 'renderer/attic/box.ts': 'react' })).toEqual([
    'renderer/attic/box.ts: stands on no floor of renderer/ (build/import-rules/floors.ts)',
  ]);
});

test('tests may import upwards', () => {
  expect(problems({ 'renderer/core/state.test.ts': '../widgets/field.ts' })).toEqual([]);
});

test.each([
  ['electron/backend/projection/page.ts', '../api/router.ts', 'projection → api'],
  ['electron/backend/store/cache/cache.ts', '../../sync/sync.ts', 'store → sync'],
  ['electron/backend/sync/sync.ts', '../process/backend.ts', 'sync → process'],
  ['renderer/words/format.ts', '../kit/Button.tsx', 'words → kit'],
  ['renderer/kit/Button.tsx', '../widgets/list/List.tsx', 'kit → widgets'],
  ['renderer/widgets/list/List.tsx', '../../screens/queue/Queue.tsx', 'widgets → screens'],
  ['renderer/screens/queue/Queue.tsx', '../../app/Shell.tsx', 'screens → app'],
  ['central/store/feed.ts', '../http/router.ts', 'store → http'],
  ['central/feed/hub.ts', '../cli/run.ts', 'feed → cli'],
])('on the floors of the product %s may not import %s', (from, specifier, step) => {
  mkdirSync(dirname(join(root, from)), { recursive: true });
  writeFileSync(join(root, from), `import '${specifier}';`);
  const told = checkImports(root, HOUSES).filter((problem) => problem.startsWith(`${from}: `));
  expect(told).toEqual([expect.stringContaining(`may not import ${step} (`)]);
});
