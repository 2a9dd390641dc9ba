import { expect, test } from 'vitest';
import { builderConfiguration } from './electron-builder.ts';
import { configurationProblems } from './electron-builder-check.ts';

test('electron-builder’s own schema accepts the configuration, with and without updates', () => {
  expect(configurationProblems(builderConfiguration(null))).toEqual([]);
  expect(configurationProblems(builderConfiguration('https://kominfo.example/'))).toEqual([]);
});

test('a key that electron-builder does not know is found', () => {
  const wrong = { ...builderConfiguration(null), nsis: { oneclick: false } };
  expect(configurationProblems(wrong)).toEqual([expect.stringContaining('/nsis')]);
});

test('a fuse that was left out is found', () => {
  const { runAsNode: _, ...electronFuses } = builderConfiguration(null).electronFuses ?? {};
  expect(configurationProblems({ ...builderConfiguration(null), electronFuses })).toEqual([
    '/electronFuses: runAsNode is not decided',
  ]);
});
