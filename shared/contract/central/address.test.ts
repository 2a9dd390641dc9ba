import { expect, test } from 'vitest';
import { isPlainHttp } from './address.ts';

test.each([
  ['http://pusat.kabupaten.go.id', true],
  ['HTTP://10.1.2.3:7410/pusat', true],
  ['http://127.example.com', true],
  ['http://localhost.example.com', true],
  ['https://pusat.kabupaten.go.id', false],
  ['http://127.0.0.1:7410', false],
  ['http://LOCALHOST/pusat', false],
  ['http://localhost@pusat.kabupaten.go.id', true],
  ['http://localhost:7410', false],
  ['http://[::1]:7410', false],
  ['half an address', false],
])('%s goes over a network in plain: %s', (address, plain) => {
  expect(isPlainHttp(address)).toBe(plain);
});
