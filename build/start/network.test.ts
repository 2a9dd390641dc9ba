import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { REGENCY_AUTHORITY } from '../../electron/backend/testing/certificates.ts';
import { listen } from '../../test/support/listen.ts';
import { CENTRAL_NAME, startOfficeProxy } from '../../test/support/office-proxy.ts';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { systemNetwork } from './network.ts';

const ASK = 'for (const url of process.argv.slice(1)) console.log((await fetch(url)).status);';

test('a program of Node.js goes through the system’s proxy and believes its certificates, but to this computer it goes by itself', async () => {
  const service = createServer((request, response) => {
    request.resume();
    response.end();
  });
  onTestFinished(() => {
    service.closeAllConnections();
    service.close();
  });
  const address = await listen(service);
  const proxy = await startOfficeProxy(address);
  onTestFinished(proxy.close);
  const authority = join(temporaryFolder(), 'regency.pem');
  writeFileSync(authority, REGENCY_AUTHORITY);
  const system = { https_proxy: proxy.address, http_proxy: proxy.address, SSL_CERT_FILE: authority };
  const args = ['--input-type=module', '-e', ASK, `https://${CENTRAL_NAME}/`, address];
  const env = { ...process.env, ...system, ...systemNetwork({ no_proxy: 'intranet' }) };
  expect((await promisify(execFile)(process.execPath, args, { env })).stdout).toBe('200\n200\n');
  expect(proxy.asked()).toEqual(['CONNECT']);
});
