import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { policyFile, readPolicy } from './policy.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-policy-'));
  file = join(dir, 'policy.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('without a policy the package decides', () => {
  expect(readPolicy(file)).toEqual({});
});

test('a policy names another update address, or none; what it says to others is left alone', () => {
  writeFileSync(
    file,
    JSON.stringify({ updates: 'https://kominfo.example/rilis/', centralUrl: 'https://x.example' }),
  );
  expect(readPolicy(file)).toEqual({ updates: 'https://kominfo.example/rilis/' });
  writeFileSync(file, JSON.stringify({ updates: null }));
  expect(readPolicy(file)).toEqual({ updates: null });
});

test.each(['', '{', '[]', '{"updates":"file:///etc"}', '{"updates":7}'])(
  'a policy that cannot be read leaves no update address: %j',
  (text) => {
    writeFileSync(file, text);
    expect(readPolicy(file)).toEqual({ updates: null });
  },
);

test('a policy stands where only an administrator writes, whatever the user sets', () => {
  const places = (['win32', 'darwin', 'linux'] as const).map(policyFile);
  expect(places).toEqual([
    'C:\\ProgramData\\Penghubung\\policy.json',
    '/Library/Application Support/Penghubung/policy.json',
    '/etc/penghubung/policy.json',
  ]);
});
