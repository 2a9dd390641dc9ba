import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Credential, RELOAD_TICKET, RUN_TICKET } from '#shared/contract/process/admission.ts';
import { ROOT } from '../../build/base/paths.ts';
import { findChromium } from '../../build/test/chromium.ts';
import { enter } from '../../renderer/core/transport/enter.ts';
import { asBrowsers, credentialOf, nodeCrypt, openSocket } from '../support/backend-client.ts';
import { expect, test } from './fixtures.ts';

/** Runs a browser host to its end. */
async function hostOn(dataDir: string, ...more: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/browser-host.js'), '--data', dataDir, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

test('two hosts never share their data: the second gives an address of the first', async ({
  page,
  stack,
}) => {
  const running = stack.host('petugas');
  await running.start();
  const second = await hostOn(running.dataDir);
  expect(second.code).toBe(3);
  const { address, ...rest } = JSON.parse(second.output);
  expect(rest).toMatchObject({ ready: false, reason: 'in_use' });
  await page.goto(address);
  await expect(page.getByRole('textbox').first()).toBeVisible();

  await running.stop();
  expect(existsSync(join(running.dataDir, 'host-address'))).toBe(false);
});

test('data that cannot be opened are left alone, with the reason', async ({ stack }) => {
  const running = stack.host('petugas');
  await running.start();
  await running.kill();
  writeFileSync(join(running.dataDir, 'key'), 'not a key');
  const host = await hostOn(running.dataDir);
  expect(host.code).toBe(4);
  expect(JSON.parse(host.output)).toMatchObject({
    ready: false,
    reason: 'key_damaged',
    why: expect.stringContaining('Tidak ada yang diubah'),
  });
});

test('a port that another program has is named as the reason', async ({ stack }) => {
  const { port } = new URL(stack.central.address());
  const host = await hostOn(join(stack.folder, 'desks', 'petugas'), '--port', port);
  expect(host.code).toBe(5);
  expect(JSON.parse(host.output)).toEqual({ ready: false, reason: 'port_in_use' });
});

test('an open page finds back to a host that was killed and started again', async ({ page, stack }) => {
  const [agency] = (await stack.demo()).agencies;
  const running = await stack.officer(agency, 'Nurhayati Saragih');
  await page.goto(running.address());
  const complaints = page.getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
  await running.kill();
  await running.start();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Semua/ })
    .click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
});

test('a page whose host has just fallen is not loaded again without a question, and finds back', async ({
  page,
  stack,
}) => {
  const running = stack.host('petugas');
  await running.start();
  await page.goto(running.address());
  await asked(page).fill('Dinas');
  await running.kill();
  const isHeld = () =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(isHeld).toBe(true);
  const [question] = await Promise.all([
    page.waitForEvent('dialog'),
    page.evaluate(() => void setTimeout(() => location.reload())),
  ]);
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await running.start();
  await expect(asked(page)).toHaveValue('Dinas');
  await expect.poll(isHeld).toBe(false);
});

const asked = (page: Page) => page.getByRole('textbox').first();
const NO_LONGER = 'Alamat ini tidak berlaku lagi';

test('an address opens one window; a reload and a doubled tab go on without being asked', async ({
  page,
  context,
  stack,
}) => {
  const running = stack.host('petugas');
  await running.start();
  const address = running.address();
  await page.goto(address);
  await expect(asked(page)).toBeVisible();
  expect(page.url()).toBe(`${new URL(address).origin}/`);
  await page.reload();
  await expect(asked(page)).toBeVisible();

  const late = await context.newPage();
  await late.goto(address);
  await expect(late.getByRole('heading', { name: NO_LONGER })).toBeVisible();
  await late.goto(running.address());
  await expect(asked(late)).toBeVisible();

  // What a tab keeps is of no use to the next process. (An open page would have come back by itself.)
  await page.goto('about:blank');
  await running.kill();
  await running.start();
  await page.goto(new URL(address).origin);
  await expect(page.getByRole('heading', { name: NO_LONGER })).toBeVisible();
});

/** Another user of the PC, who listens on the port as soon as it is free, and answers with what they like. */
async function takePort(port: number, page: string) {
  const heard: string[] = [];
  const http = createServer((request, response) => {
    heard.push(JSON.stringify(request.headers), request.url ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket: WebSocket, request) => {
    heard.push(JSON.stringify(request.headers));
    socket.on('message', (data) => {
      heard.push(String(data));
      socket.send(JSON.stringify({ nonce: 'x'.repeat(43), proof: 'x'.repeat(43) }));
      socket.send(JSON.stringify({ run: 'x'.repeat(43), reload: 'x'.repeat(43) }));
    });
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const leave = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return { heard, leave };
}

/** Who comes to this host with any of these texts as the secret, under any name, is not let in. */
async function expectUseless(origin: string, texts: readonly string[]): Promise<void> {
  const secrets = new Set(texts.flatMap((text) => text.match(/[\w-]{43}/g) ?? []));
  for (const secret of secrets) {
    for (const ticket of [RUN_TICKET, RELOAD_TICKET]) {
      expect(await comeTo(origin, { ticket, secret })).toBe('unproven');
    }
  }
}

async function comeTo(origin: string, credential: Credential) {
  const socket = openSocket(origin);
  const admission = await enter(asBrowsers(socket), new URL(origin).host, credential, nodeCrypt);
  socket.terminate();
  return typeof admission === 'string' ? admission : 'admitted';
}

test('another user of the PC who takes the freed port learns nothing, and the page finds back', async ({
  page,
  stack,
}) => {
  const [agency] = (await stack.demo()).agencies;
  const running = await stack.officer(agency, 'Nurhayati Saragih');
  const { origin, port } = new URL(running.address());
  await page.goto(running.address());
  await expect(page.getByRole('grid')).toBeVisible();

  await running.kill();
  const stranger = await takePort(Number(port), '');
  const card = page.getByRole('region', { name: 'Sambungan' });
  await expect(card.getByText('Ini bukan Penghubung Anda')).toBeVisible();
  await stranger.leave();
  const frames = stranger.heard.filter((text) => text.includes('nonce'));
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) expect(Object.keys(JSON.parse(frame))).toEqual(['ticket', 'nonce']);

  await running.start();
  await expect(card.getByText('Daring · sama dengan pusat')).toBeVisible();
  await expectUseless(origin, stranger.heard);
});

test('a tab that is loaded again from whoever has the port by then gives away nothing of use', async ({
  page,
  stack,
}) => {
  const running = stack.host('petugas');
  await running.start();
  const { origin, port } = new URL(running.address());
  await page.goto(running.address());
  await expect(asked(page)).toBeVisible();
  await running.kill();
  const stranger = await takePort(
    Number(port),
    '<script>fetch("/" + JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]))</script>',
  );
  await page.reload();
  await expect.poll(() => stranger.heard.join()).toContain('penghubung.reload');
  await stranger.leave();
  await running.start();
  await expectUseless(origin, stranger.heard.map(decodeURIComponent));
});

test('nothing of use stays in the profile of the browser', async ({ playwright, stack }) => {
  const runSecret = randomBytes(32).toString('base64url');
  const running = stack.host('petugas', { runSecret });
  await running.start();
  const address = running.address();
  const profile = mkdtempSync(join(tmpdir(), 'penghubung-profile-'));
  const executablePath = findChromium({
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    playwrights: '',
  });
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const [page = await context.newPage()] = context.pages();
  await page.goto(address);
  await expect(asked(page)).toBeVisible();
  await page.reload();
  await expect(asked(page)).toBeVisible();
  await context.close();

  const kept = globSync('**/*', { cwd: profile })
    .map((name) => join(profile, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1').replaceAll('\0', ''));
  rmSync(profile, { recursive: true, force: true });
  expect(kept.join('')).toContain('127.0.0.1');
  expect(kept.join('')).not.toContain(runSecret);
  // The address that opened the window may be in the history: it has let its one window in.
  const { origin } = new URL(address);
  expect(await comeTo(origin, credentialOf(address))).toBe('unproven');
  // What the tab kept for a reload died with the host.
  await running.stop();
  await running.start();
  await expectUseless(origin, kept);
});

test('no text becomes markup or code in the page, and it may use no device', async ({ page, stack }) => {
  const running = stack.host('petugas');
  await running.start();
  await page.goto(running.address());
  await expect(asked(page)).toBeVisible();
  const outcomes = await page.evaluate(() => {
    const nameOf = (attempt: () => unknown): string => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'else';
      }
    };
    return [
      nameOf(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      nameOf(() => (document.createElement('script').src = '/assets/x.js')),
      nameOf(() => new Worker('/assets/x.js')),
      nameOf(() => Reflect.get(window, 'trustedTypes').createPolicy('other', {})),
    ];
  });
  expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  const allowed = await page.evaluate(() => Reflect.get(document, 'featurePolicy').allowedFeatures());
  expect(allowed).toContain('clipboard-write');
  for (const feature of ['camera', 'microphone', 'geolocation', 'usb', 'clipboard-read']) {
    expect(allowed).not.toContain(feature);
  }
});
