import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(RENDERER, file), 'utf8');
const withoutComments = (css: string) => css.replace(/\/\*.*?\*\//gs, '');

const tokens = withoutComments(read('kit/design/tokens.css'));
const utilities = withoutComments(read('kit/design/utilities.css'));
const sheets = globSync('**/*.css', { cwd: RENDERER })
  .filter((file) => !file.endsWith('tokens.css'))
  .map((file) => ({ file, css: withoutComments(read(file)) }));
const components = globSync('**/*.tsx', { cwd: RENDERER }).map((file) => ({ file, code: read(file) }));

const utilityNames = new Set([...utilities.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));

function faults(each: (css: string) => readonly string[]): readonly string[] {
  return sheets.flatMap(({ file, css }) => each(css).map((fault) => `${file}: ${fault}`));
}

test('every variable that a style sheet uses is set somewhere', () => {
  const set = new Set(
    [tokens, ...sheets.map(({ css }) => css)].flatMap((css) =>
      [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
    ),
  );
  const unknown = (css: string) =>
    [...css.matchAll(/var\((--[\w-]+)\)/g)].flatMap(([, name = '']) => (set.has(name) ? [] : [name]));
  expect(faults(unknown)).toEqual([]);
});

test('every class that a style sheet takes in is a utility', () => {
  const unknown = (css: string) =>
    [...css.matchAll(/composes: ([\w -]+) from global/g)].flatMap(([, names = '']) =>
      names.split(' ').filter((name) => !utilityNames.has(name)),
    );
  expect(faults(unknown)).toEqual([]);
});

test('a component names only utilities and the classes of its own style sheet', () => {
  const wrong = components.flatMap(({ file, code }) => {
    const own = `./${file.split('/').at(-1)?.replace('.tsx', '.module.css')}`;
    const sheet = /from '(\.[^']*\.module\.css)'/.exec(code)?.[1];
    const borrowed = sheet === undefined || sheet === own ? [] : [sheet];
    const css = sheet === own ? read(file.replace('.tsx', '.module.css')) : '';
    const classes = new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name));
    const missing = [...code.matchAll(/\bstyles\.(\w+)/g)].flatMap(([, name = '']) =>
      classes.has(name) ? [] : [name],
    );
    const unknown = [...code.matchAll(/className="([^"]+)"/g)].flatMap(([, names = '']) =>
      names.split(' ').filter((name) => !utilityNames.has(name)),
    );
    return [...borrowed, ...missing, ...unknown].map((fault) => `${file}: ${fault}`);
  });
  expect(wrong).toEqual([]);
});

test('every class of a style sheet is named by its component', () => {
  const unused = components.flatMap(({ file, code }) => {
    const path = file.replace('.tsx', '.module.css');
    const sheet = sheets.find((one) => one.file === path);
    const byName = /styles\[/.test(code);
    if (sheet === undefined || byName) return [];
    const names = new Set([...sheet.css.matchAll(/\.([a-z]\w*)/gi)].map(([, name = '']) => name));
    return [...names]
      .filter((name) => !code.includes(`styles.${name}`) && !sheet.css.includes(`composes: ${name};`))
      .map((name) => `${file}: ${name}`);
  });
  expect(unused).toEqual([]);
});
