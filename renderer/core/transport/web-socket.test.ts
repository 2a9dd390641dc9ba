import { expect, test } from 'vitest';
import { nodeCrypt } from '../../../test/support/backend-client.ts';
import { webCrypt } from './web-crypt.ts';
import { firstCredential } from './web-socket.ts';

function tab(hash: string, kept: Record<string, string> = {}) {
  const storage = { getItem: (key: string) => kept[key] ?? null } as Storage;
  const addresses: string[] = [];
  const history = {
    replaceState: (_state: unknown, _title: string, address: string) => void addresses.push(address),
  } as unknown as History;
  const location = { hash, pathname: '/', search: '' } as Location;
  return { first: () => firstCredential(location, storage, history), addresses };
}

test('the start secret leaves the address bar at once', () => {
  const { first, addresses } = tab('#start=17.abc~rahasia-123');
  expect([first(), addresses]).toEqual([{ ticket: '17.abc', secret: 'rahasia-123' }, ['/']]);
});

test('a reload comes in with what the tab kept', () => {
  const { first, addresses } = tab('', { 'penghubung.reload': 'rahasia-456' });
  expect([first(), addresses]).toEqual([{ ticket: 'reload', secret: 'rahasia-456' }, []]);
});

test.each(['#lain', '#start=', '#start=17.abc', '#start=a~b~c'])('%s lets nobody in', (hash) => {
  expect(tab(hash).first()).toBeNull();
});

test('page and host prove with the same function', async () => {
  const text = '["penghubung","host","127.0.0.1:4100"]';
  expect(await webCrypt.hmac('rahasia', text)).toBe(await nodeCrypt.hmac('rahasia', text));
  expect(webCrypt.newNonce()).toMatch(/^[\w-]{43}$/);
});
