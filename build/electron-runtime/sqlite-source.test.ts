import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../base/paths.ts';
import { CHANGES, changeSource, definitionsOf } from './sqlite-source.ts';

const read = (path: string) => readFileSync(join(ROOT, 'node_modules/better-sqlite3', path), 'utf8');

test('the pinned sources keep no reference to a string after the change', () => {
  const changed = Object.keys(CHANGES).map((path) => changeSource(path, read(path)));
  expect(changed.join('')).not.toContain('Reference<Napi::String>');
  expect(changed.join('')).toContain('struct HeldString');
});

test('sources that have changed are refused, with the text that is missing', () => {
  const source = read('src/util/bind-map.cpp').replace('pair->name.Value()', 'pair->Name()');
  expect(() => changeSource('src/util/bind-map.cpp', source)).toThrow(
    /bind-map.cpp .* has changed: .*pair->name/,
  );
});

test('SQLite is compiled with every definition of the package', () => {
  const definitions = definitionsOf(read('deps/defines.gypi'));
  expect(definitions).toHaveLength(read('deps/defines.gypi').match(/^ {4}'/gm)?.length ?? 0);
  expect(definitions).toContain('SQLITE_DEFAULT_CACHE_SIZE=-16000');
  expect(() => definitionsOf('{}')).toThrow('cannot be read');
});
