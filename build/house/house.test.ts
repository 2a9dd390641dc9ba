import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { literalDistances } from './distances.ts';
import { figuresOf, measure } from './measure.ts';
import { readCode } from './read-code.ts';
import { sourcesOf } from './read-tree.ts';
import { asJson, asText, overLimit } from './report.ts';
import { isProduction, isStyle } from './sources.ts';

const FIELDS = ['trackingId', 'title', 'rawStatus', 'finalText', 'rating', 'village', 'channel', 'regency'];
const read = (text: string) => readCode({ path: 'a/x.tsx', text }, FIELDS);
const sheet = (text: string) => literalDistances({ path: 'renderer/x.module.css', text });

test('tests, what only tests use and generated code are no production code', () => {
  const paths = ['a/x.ts', 'a/x.tsx', 'build/run.mjs', 'a/x.test.ts', 'a/x.spec.ts', 'a/x.css', 'a/x.json'];
  expect([...paths, 'test/x.ts', 'a/testing/x.ts', 'a/generated/x.ts'].filter(isProduction)).toEqual([
    'a/x.ts',
    'a/x.tsx',
    'build/run.mjs',
  ]);
});

test('a new file counts before git tracks it, an ignored or a deleted one does not', () => {
  const root = temporaryFolder();
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root });
  git('init', '-q');
  writeFileSync(join(root, '.gitignore'), 'built.ts');
  for (const name of ['tracked.ts', 'deleted.ts']) writeFileSync(join(root, name), name);
  git('add', '.');
  rmSync(join(root, 'deleted.ts'));
  for (const name of ['new.ts', 'built.ts']) writeFileSync(join(root, name), name);
  expect(sourcesOf(root, isProduction).map(({ path }) => path)).toEqual(['new.ts', 'tracked.ts']);
});

test('the sheets of the window are measured, the one of the tokens is not', () => {
  expect(isStyle('renderer/kit/Button.module.css')).toBe(true);
  expect(isStyle('renderer/kit/tokens.css')).toBe(false);
});

test('a function is as long as its lines, and one inside another counts in both', () => {
  const { functions } = read(`
export function outer(
  a: number,
) {
  const inner = () => {
    return a;
  };
  return inner;
}
class Thing {
  method() {}
}`);
  expect(functions.map(({ line, size }) => [line, size])).toEqual([
    [2, 8],
    [5, 3],
    [11, 1],
  ]);
});

test('a field is written out as a key, a member of a type, after a dot, and in SQL', () => {
  expect(read('const a = { trackingId: 1, title };').fields).toBe(2);
  expect(read('type A = { readonly rawStatus: string; finalText?: string };').fields).toBe(2);
  expect(read('const { rating } = a; b(a.village, a?.channel);').fields).toBe(3);
  expect(read('const sql = `SELECT tracking_id, $' + '{x} AS final_text`;').fields).toBe(2);
  expect(read("type A = Pick<B, 'regency' | 'channel'>;").fields).toBe(2);
});

test('a field counts once for each file, and not as a comment or a name of something else', () => {
  expect(read('const a = { title: b.title };').fields).toBe(1);
  expect(read('// title, rating\nconst title = rating[village];').fields).toBe(0);
});

test('a line of comment wider than the page is found', () => {
  const wide = `a${' b'.repeat(60)}`;
  const { wideComments } = read(`/**\n * short\n * ${wide}\n */\nconst a = '${wide}';\n// ${wide}`);
  expect(wideComments.map(({ line }) => line)).toEqual([3, 6]);
});

test('a distance of its own is found in whatever property it stands', () => {
  expect(
    sheet('.a { padding: 4px 8px; width: min(20rem, 100%); --own: 3px; border-radius: 2px }'),
  ).toMatchObject([{ size: 2 }, { size: 1 }, { size: 1 }, { size: 1 }]);
});

test('tokens, nothing, hairlines and what follows the text or the window are no distances of their own', () => {
  expect(
    sheet(`@media (max-width: 900px) { .a { margin: 0 0px; gap: var(--space-2); max-width: 44ch; top: -1px } }
      .b { border: 1px solid red; outline: 2px solid; box-shadow: 0 0 0 2px red; letter-spacing: -0.01em }
      .c { background: url("a-4px.png"); height: calc(100vh - var(--bar)) }`),
  ).toEqual([]);
  expect(sheet('.a { border-width: 3px; margin: 2px }')).toHaveLength(2);
});

test('a ring of folders is found with the imports that close it', () => {
  const imports = new Map([
    ['a/x.ts', ['b/x.ts', 'b/y.ts', 'c/x.ts', 'a/b/x.ts']],
    ['b/x.ts', ['a/y.ts', 'd/x.ts']],
    ['c/x.ts', ['c/y.ts', 'd/x.ts']],
    ['d/x.ts', []],
    ['a/y.ts', []],
  ]);
  expect(measure([], [], [], imports).rings).toEqual([
    { folders: ['a', 'b'], loop: ['a', 'b', 'a'], closedBy: ['b/x.ts → a/y.ts'] },
  ]);
});

const LISTS = { fields: Array.from({ length: 14 }, (_, index) => `field${index}`) };
const HOUSE = measure(
  [
    { path: 'a/x.ts', text: `export const a = () => [${LISTS.fields.map((field) => `'${field}'`)}];\n` },
    { path: 'b/x.ts', text: 'export const b = 1;\nexport const c = 2;\n' },
  ],
  [{ path: 'renderer/x.css', text: '.a { gap: 5px }' }],
  LISTS.fields,
  new Map([
    ['a/x.ts', ['b/x.ts']],
    ['b/x.ts', ['a/x.ts']],
  ]),
);

test('a tree is measured', () => {
  const line =
    '{"lines":3,"files":2,"longestFile":2,"longestFunction":1,"columnLists":1,"folderRings":1,"literalDistances":1}';
  expect(asJson(figuresOf(HOUSE))).toBe(line);
});

test('a figure over its limit is told with both', () => {
  const figures = figuresOf(HOUSE);
  expect(overLimit(figures, figures)).toEqual([]);
  expect(overLimit(figures, { ...figures, columnLists: 0 })).toEqual([
    'columnLists: 1, the limit is 0 (where: npm run house -- --all)',
  ]);
});

test('the report names the places', () => {
  const text = asText(HOUSE, figuresOf(HOUSE), 10);
  for (const place of [
    'a/x.ts:1',
    'b/x.ts:1',
    'a → b → a',
    'a/x.ts → b/x.ts',
    'renderer/x.css:1  gap: 5px',
  ]) {
    expect(text).toContain(place);
  }
});
