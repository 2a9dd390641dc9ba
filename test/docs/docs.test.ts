import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '#shared/i18n/glossary.ts';
import { ROOT } from '../../build/base/paths.ts';
import { codeOf, headingsOf, isName, isPath, linksOf, pages, testsOf } from './read-docs.ts';

const all = pages();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const sources = globSync('{shared,lapor,demo,electron,renderer,central,build,test}/**/*.{ts,tsx,css}', {
  cwd: ROOT,
})
  .map(read)
  .join('\n');

describe.each(all)('the page $path', (page) => {
  test('links to files and headings that exist', () => {
    const broken = linksOf(page).filter(({ file, heading }) => {
      if (!existsSync(join(ROOT, file))) return true;
      const target = all.find(({ path }) => path === file);
      return heading !== '' && !(target !== undefined && headingsOf(target).includes(heading));
    });
    expect(broken).toEqual([]);
  });

  test('names files and folders that exist', () => {
    const paths = codeOf(page).filter(isPath);
    expect(paths.filter((path) => globSync(path, { cwd: ROOT }).length === 0)).toEqual([]);
  });

  test('names functions and values that the code has', () => {
    const names = new Set(codeOf(page).filter(isName));
    expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(sources))).toEqual([]);
  });

  test('names tests that exist', () => {
    const missing = testsOf(page).filter(({ file, name }) => {
      if (!existsSync(join(ROOT, file))) return true;
      const parts = name.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return !new RegExp(`['"\`]${parts.join('.*')}['"\`]`).test(read(file));
    });
    expect(missing).toEqual([]);
  });

  test('names commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...read(page.path).matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

test('every promise of the sync has tests that keep it', () => {
  const promises = read('docs/sync.md')
    .split(/^### \d\. /m)
    .slice(1);
  const empty = promises.filter((promise) => testsOf({ path: '', text: promise }).length === 0);
  expect(promises).toHaveLength(7);
  expect(empty).toEqual([]);
});

test('the glossary has every term of the screen, in both languages', () => {
  const rows = read('docs/glossary.md').split('\n');
  const missing = Object.entries(GLOSSARY).filter(
    ([code, { id, en }]) =>
      !rows.some((row) => row.startsWith('| ') && [code, id[0], en[0]].every((word) => row.includes(word))),
  );
  expect(missing.map(([code]) => code)).toEqual([]);
});
