import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('without a policy the officer and the package decide', () => {
  expect(readPolicy(file)).toEqual({ problem: null });
});

test('a policy fixes the central service, the update address or none, and the language', () => {
  const policy = {
    centralUrl: 'https://pusat.example',
    updates: 'https://it.example/rilis/',
    language: 'en',
  };
  writeFileSync(file, JSON.stringify(policy));
  expect(readPolicy(file)).toEqual({ ...policy, problem: null });
  writeFileSync(file, JSON.stringify({ updates: null }));
  expect(readPolicy(file)).toEqual({ updates: null, problem: null });
});

test.each([
  ['the mark that Notepad puts before a text', Buffer.from('\uFEFF{"language":"en"}')],
  ['the UTF-16 of PowerShell', Buffer.from('\uFEFF{"language":"en"}', 'utf16le')],
])('%s is read', (_what, bytes) => {
  writeFileSync(file, bytes);
  expect(readPolicy(file)).toEqual({ language: 'en', problem: null });
});

const GOOD = '"language": "id"';
test.each([
  ['an empty file', '', 'not_json', 1, null],
  ['a file that was cut off', `{\n${GOOD},\n`, 'not_json', 3, null],
  ['a comma too many', `{\n${GOOD},\n}`, 'not_json', 3, null],
  ['a comma that is missing', `{\n${GOOD}\n"updates": null\n}`, 'not_json', 3, null],
  ['a quote that is missing', `{\n"language": "id,\n"updates": null\n}`, 'not_json', 2, null],
  ['a word without quotes', `{\n${GOOD},\n"updates": none\n}`, 'not_json', 3, null],
  ['no object', '[]', 'not_an_object', null, null],
  ['a field that nobody knows', `{\n${GOOD},\n"centralURL": "x"\n}`, 'unknown_field', 3, 'centralURL'],
  ['an address of no web', '{\n"updates": "file:///etc"\n}', 'wrong_value', 2, 'updates'],
  ['a number for an address', '{"centralUrl": 7}', 'wrong_value', 1, 'centralUrl'],
  ['no central service at all', '{"centralUrl": null}', 'wrong_value', 1, 'centralUrl'],
  ['a language that is not there', '{"language": "jv"}', 'wrong_value', 1, 'language'],
])('%s is named with its line and closes all that a policy can close', (_what, text, fault, line, field) => {
  writeFileSync(file, text);
  expect(readPolicy(file)).toEqual({ updates: null, problem: { file, fault, line, field } });
});

test('a policy that is there and cannot be read closes the same', () => {
  mkdirSync(file);
  const problem = { file, fault: 'not_readable', line: null, field: null };
  expect(readPolicy(file)).toEqual({ updates: null, problem });
});

test('a policy stands where only an administrator writes, whatever the user sets', () => {
  const places = (['win32', 'darwin', 'linux'] as const).map(policyFile);
  expect(places).toEqual([
    'C:\\ProgramData\\Penghubung\\policy.json',
    '/Library/Application Support/Penghubung/policy.json',
    '/etc/penghubung/policy.json',
  ]);
});
