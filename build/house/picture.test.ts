import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawRooms, pictureProblem, writePicture } from './picture.ts';

const arrows = (graph: Record<string, string[]>) =>
  drawRooms(new Map(Object.entries(graph)))
    .split('\n')
    .filter((line) => line.includes('-->'))
    .map((line) => line.trim());

test('the rooms of a house stand together, and lapor, demo and rooms of the backend have depths of their own', () => {
  const graph = new Map([
    ['electron/backend/api/x.ts', ['lapor/import/x.ts']],
    ['electron/main.ts', ['electron/shell/x.ts']],
    ['build/build.ts', ['build/base/paths.ts']],
    ['vitest.config.ts', ['build/test/fast-folder.ts']],
  ]);
  expect(drawRooms(graph)).toBe(`\`\`\`mermaid
flowchart TD
  subgraph in_electron["electron"]
    electron["its own files"]
    electron_shell["shell"]
  end
  electron_backend_api["electron/backend/api"]
  lapor["lapor"]
  electron --> electron_shell
  electron_backend_api --> lapor
\`\`\``);
});

test('an arrow that follows from two others is left out', () => {
  const graph = { 'a/a/x.ts': ['b/b/x.ts', 'c/c/x.ts'], 'b/b/x.ts': ['c/c/x.ts'] };
  expect(arrows(graph)).toEqual(['a_a --> b_b', 'b_b --> c_c']);
});

test('in a ring of rooms every arrow of the picture stays', () => {
  const graph = { 'a/a/x.ts': ['b/b/x.ts', 'c/c/x.ts'], 'b/b/x.ts': ['c/c/x.ts'], 'c/c/x.ts': ['b/b/x.ts'] };
  expect(arrows(graph)).toEqual(['a_a --> b_b', 'a_a --> c_c', 'b_b --> c_c', 'c_c --> b_b']);
});

test('a picture that is no longer true is told, and drawn anew', () => {
  const root = mkdtempSync(join(tmpdir(), 'penghubung-picture-'));
  const document = join(root, 'docs/architecture.md');
  const graph = new Map([['a/a/x.ts', ['b/b/x.ts']]]);
  expect(pictureProblem(root, graph)).toContain('the marks');
  mkdirSync(join(root, 'docs'));
  const marks = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8').match(
    /<!--.*-->/g,
  );
  writeFileSync(document, ['# Rooms', ...(marks ?? []), 'The end.\n'].join('\n'));
  expect(pictureProblem(root, graph)).toContain('npm run house -- --write');
  writePicture(root, graph);
  expect(pictureProblem(root, graph)).toBeNull();
  expect(readFileSync(document, 'utf8')).toMatch(/^# Rooms\n.*a_a --> b_b.*\nThe end\.\n$/s);
  expect(pictureProblem(root, new Map([['b/b/x.ts', ['a/a/x.ts']]]))).toContain('other imports');
  rmSync(root, { recursive: true });
});
