import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { attachmentOf, photo, tusClient } from '../testing/files.ts';

let central: TestCentral;
let token: string;
beforeAll(async () => {
  central = await startTestCentral();
  await central.addAgency('Dinas Perhubungan', '4006');
  ({ token } = await central.enrol('Dinas Perhubungan'));
});
afterAll(() => central.close());

type Sent = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

async function ask(path: string, { method = 'GET', headers = {}, body = '' }: Sent): Promise<unknown[]> {
  // Not `fetch`: it repairs an address before it sends it.
  const { hostname, port } = new URL(central.address);
  const sending = request({ hostname, port, path, method, headers });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  response.resume();
  return [response.statusCode, response.headers[VERSION_HEADER]];
}

const MARK = String(CONTRACT_VERSION);
const JSON_BODY = { 'content-type': 'application/json' };
const TUS = { 'tus-resumable': '1.0.0' };

test.each<[string, string, Sent, number]>([
  ['that it is up', '/v1/health', {}, 200],
  ['that it does not know the token', '/v1/me', {}, 401],
  ['that it does not know the token of an upload', '/v1/attachments', { method: 'POST' }, 401],
  ['that there is no such path', '/v1/nowhere', {}, 404],
  ['that the path is none', '/%E0%A4%A', {}, 400],
  ['that the method is none of its own', '/v1/health', { method: 'DELETE' }, 404],
  ['that it cannot read the body', '/v1/enrolments', { method: 'POST', headers: JSON_BODY, body: '{' }, 400],
])('an answer that says %s bears the mark of the central service', async (_, path, sent, status) => {
  expect(await ask(path, sent)).toEqual([status, MARK]);
});

test('an answer to an officer bears the mark too, also where files are concerned', async () => {
  const authorization = `Bearer ${token}`;
  const bytes = photo(3_000);
  await tusClient(central.address, token).upload(bytes);
  const file = `/v1/attachments/${attachmentOf(bytes).sha256}`;
  const answers = [
    ask('/v1/changes', { headers: { authorization } }),
    ask('/v1/changes?limit=0', { headers: { authorization } }),
    ask('/v1/commands/01996c00-0000-7000-8000-000000000001', { headers: { authorization } }),
    ask('/v1/attachments', { method: 'POST', headers: { authorization, ...TUS } }),
    ask('/v1/attachments/01996c00-0000-7000-8000-000000000001', {
      method: 'HEAD',
      headers: { authorization, ...TUS },
    }),
    ask(file, { headers: { authorization, range: 'bytes=0-9' } }),
    ask(file, { headers: { authorization, range: 'bytes=9999-' } }),
    ask(file, { method: 'HEAD', headers: { authorization } }),
  ];
  const statuses = [200, 400, 404, 400, 404, 206, 416, 200];
  expect(await Promise.all(answers)).toEqual(statuses.map((status) => [status, MARK]));
});
