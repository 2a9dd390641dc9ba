import { createServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../../test/support/listen.ts';
import {
  EXPIRED_CERTIFICATE,
  FUTURE_CERTIFICATE,
  GOOD_CERTIFICATE,
  OTHER_CERTIFICATE,
  SERVER_KEY,
  TEST_AUTHORITY,
} from '../../testing/certificates.ts';
import { answerBody, commandOf, complaintNo } from '../../testing/samples.ts';
import { httpConnector } from './http-transport.ts';

const { signal } = new AbortController();
const known = getCACertificates();
const trust = (trusted: boolean): void =>
  setDefaultCACertificates(trusted ? [...known, TEST_AUTHORITY] : known);
beforeAll(() => trust(true));
afterAll(() => trust(false));

/** A server with this certificate, and the requests that came to it. */
async function serve(cert: string): Promise<{ address: string; requests: () => number }> {
  let requests = 0;
  const server = createServer({ cert, key: SERVER_KEY }, (request, response) => {
    requests++;
    request.resume();
    response.writeHead(500, { 'penghubung-contract': '1' }).end();
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: (await listen(server)).replace('http:', 'https:'), requests: () => requests };
}

async function send(address: string): Promise<unknown> {
  const transport = httpConnector(Date.now).connect(address, 'token');
  const answer = await transport.commands([commandOf(complaintNo(1), answerBody())], signal);
  return answer.ok ? answer : answer.failure.code;
}

test.each([
  ['another host', OTHER_CERTIFICATE, 'intercepted'],
  ['a past year', EXPIRED_CERTIFICATE, 'certificate_date'],
  ['a future year', FUTURE_CERTIFICATE, 'certificate_date'],
])('a certificate for %s is told from a line that is cut, and nothing is sent', async (_, cert, code) => {
  const { address, requests } = await serve(cert);
  expect(await send(address)).toBe(code);
  const enrolling = httpConnector(Date.now).enrol(
    address,
    { code: 'K', name: 'R', device: 'PC', joining: false },
    signal,
  );
  expect(await enrolling).toEqual({ ok: false, code });
  expect(requests()).toBe(0);
});

test('a certificate of an authority that this computer does not know is told as such, and nothing is sent', async () => {
  const { address, requests } = await serve(GOOD_CERTIFICATE);
  expect(await send(address)).toBe('server_error');
  trust(false);
  onTestFinished(() => trust(true));
  expect(await send((await serve(GOOD_CERTIFICATE)).address)).toBe('unknown_authority');
  expect(requests()).toBe(1);
});
