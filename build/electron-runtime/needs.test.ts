import { expect, test } from 'vitest';
import { missing, TO_TEST_WINDOWS } from './needs.ts';

const LIBRARIES = `4 libs found in cache
\tlibgtk-3.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgtk-3.so.0
\tlibgbm.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgbm.so.1
\tlibasound.so.2 (libc6,x86-64) => /lib/x86_64-linux-gnu/libasound.so.2
\tlibnss3.so (libc6,x86-64) => /lib/x86_64-linux-gnu/libnss3.so
`;

test('a system that has everything needs nothing', () => {
  expect(missing(TO_TEST_WINDOWS, () => true, LIBRARIES)).toEqual([]);
});

test('a program and a library that are missing are named by Debian’s packages', () => {
  const has = (program: string) => program !== 'Xvfb';
  const without = LIBRARIES.replace('libgbm.so.1', 'libgbm.so.0');
  expect(missing(TO_TEST_WINDOWS, has, without).map(({ debian }) => debian)).toEqual(['libgbm1', 'xvfb']);
});
