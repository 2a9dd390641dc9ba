import { expect, test } from 'vitest';
import { parseHostArguments } from './arguments.ts';

const RUN_SECRET = 'abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE';

test('everything can be given on the command line', () => {
  const args = `--data /d --port 4100 --demo --join-url http://127.0.0.1:1 --join-code X --join-name N`;
  expect(parseHostArguments(args.split(' '), { PENGHUBUNG_RUN_SECRET: RUN_SECRET })).toEqual({
    ok: true,
    value: {
      dataDir: '/d',
      port: 4100,
      runSecret: RUN_SECRET,
      demo: true,
      join: { centralUrl: 'http://127.0.0.1:1', code: 'X', name: 'N' },
    },
  });
});

test('the one-time code may come through the environment', () => {
  const args = ['--data', '/d', '--join-url', 'http://127.0.0.1:1'];
  expect(parseHostArguments(args, { PENGHUBUNG_JOIN_CODE: 'X' })).toMatchObject({
    value: { join: { centralUrl: 'http://127.0.0.1:1', code: 'X', name: '' } },
  });
});

test('a folder is enough', () => {
  expect(parseHostArguments(['--data', '/d'], {})).toEqual({
    ok: true,
    value: { dataDir: '/d', port: 0, runSecret: null, demo: false, join: null },
  });
});

test.each([
  [[], '--data DIR is missing'],
  [['--data', '/d', '--port', '65536'], 'not a port: 65536'],
  [['--data', '/d', '--port', '1e3'], 'not a port: 1e3'],
  [['--data', '/d', '--join-code', 'X'], '--join-url and --join-code belong together'],
])('%j is refused with its reason', (args, message) => {
  expect(parseHostArguments(args, {})).toEqual({ ok: false, message });
});

test('a run secret of another form is refused', () => {
  expect(parseHostArguments(['--data', '/d'], { PENGHUBUNG_RUN_SECRET: 'short' })).toEqual({
    ok: false,
    message: 'PENGHUBUNG_RUN_SECRET must be 43 characters of A-Z a-z 0-9 _ -',
  });
});

test('an unknown option is refused by its name', () => {
  const parsed = parseHostArguments(['--data', '/d', '--host', '0.0.0.0'], {});
  expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining("'--host'") });
});
