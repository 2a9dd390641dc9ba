import { expect, test } from 'vitest';
import { BACKEND_PROTOCOL } from '#shared/contract/process/window-bridge.ts';
import { refuseSocket } from './refuse-socket.ts';

const OWN = '127.0.0.1:4100';
const good = {
  path: '/backend',
  host: OWN as string | undefined,
  origin: `http://${OWN}` as string | undefined,
  protocols: BACKEND_PROTOCOL as string | undefined,
};
const refusal = ({ path, host, origin, protocols }: typeof good) =>
  refuseSocket(OWN, {
    url: path,
    headers: { host, origin, 'sec-websocket-protocol': protocols },
  });

test('the own page may prove itself', () => {
  expect(refusal(good)).toBeNull();
});

test.each([
  ['a name that somebody let point to this PC', { host: 'evil.example:4100' }, 421],
  ['another port of this PC', { host: '127.0.0.1:4101' }, 421],
  ['localhost, which is not the address that was given out', { host: 'localhost:4100' }, 421],
  ['no host at all', { host: undefined }, 421],
  ['another path', { path: '/backend/' }, 404],
  ['a page of another origin', { origin: 'https://evil.example' }, 403],
  ['a page of this PC under another port', { origin: 'http://127.0.0.1:8080' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['no origin', { origin: undefined }, 403],
  ['no protocol', { protocols: undefined }, 403],
  ['another protocol', { protocols: 'penghubung.backend.2' }, 403],
])('%s is refused', (_what, change, status) => {
  expect(refusal({ ...good, ...change })).toBe(status);
});
