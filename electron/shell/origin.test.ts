import { expect, test } from 'vitest';
import { isOwnUrl, isTrustedSender } from './origin.ts';

test.each(['app://penghubung/', 'app://penghubung/assets/main.js', 'app://penghubung/#/x?y'])(
  '%s is own',
  (url) => {
    expect(isOwnUrl(url)).toBe(true);
  },
);

test.each([
  'app://penghubung.evil.example/',
  'app://penghubung@evil.example/',
  'app://user@penghubung/',
  'app://penghubung:8080/',
  'app://other/',
  'https://penghubung/',
  'file:///penghubung/index.html',
  'about:blank',
  'javascript:alert(1)',
  'data:text/html,x',
  'app:penghubung',
  '',
])('%j is foreign', (url) => {
  expect(isOwnUrl(url)).toBe(false);
});

test('only the top frame of the own page may ask', () => {
  const origin = 'app://penghubung';
  expect(isTrustedSender({ origin, parent: null })).toBe(true);
  expect(isTrustedSender({ origin, parent: {} })).toBe(false);
  expect(isTrustedSender({ origin: 'app://penghubung.evil', parent: null })).toBe(false);
  expect(isTrustedSender({ origin: 'null', parent: null })).toBe(false);
  expect(isTrustedSender({ origin: '', parent: null })).toBe(false);
  expect(isTrustedSender(null)).toBe(false);
});
