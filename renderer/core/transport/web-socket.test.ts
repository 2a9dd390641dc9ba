import { expect, test } from 'vitest';
import { takeToken } from './web-socket.ts';

function tab(hash: string, kept: Record<string, string> = {}) {
  const stored = new Map(Object.entries(kept));
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  } as Storage;
  const addresses: string[] = [];
  const history = {
    replaceState: (_state: unknown, _title: string, address: string) => void addresses.push(address),
  } as unknown as History;
  const location = { hash, pathname: '/', search: '' } as Location;
  return { take: () => takeToken(location, storage, history), addresses };
}

test('the token leaves the address bar, and a reload still has it', () => {
  const { take, addresses } = tab('#token=rahasia-123');
  expect([take(), addresses]).toEqual(['rahasia-123', ['/']]);
  expect(tab('', { 'penghubung.token': 'rahasia-123' }).take()).toBe('rahasia-123');
});

test('an address without a token gives none', () => {
  const { take, addresses } = tab('#lain');
  expect([take(), addresses]).toEqual([null, []]);
});
