import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DIST } from '../../../build/base/paths.ts';
import { expect, test } from './program.ts';

test('the process of the page is sandboxed, and nobody else runs beside those that are known', async ({
  program: { app },
}) => {
  const processes = await app.evaluate(({ app: own }) => own.getAppMetrics());
  expect(processes.map(({ type, serviceName }) => serviceName ?? type).toSorted()).toEqual([
    'Browser',
    'GPU',
    'Tab',
    'network.mojom.NetworkService',
    'node.mojom.NodeService',
  ]);
  const pid = processes.find(({ type }) => type === 'Tab')?.pid;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  // Only the calls to the system that a filter lets through.
  expect(status).toMatch(/^Seccomp:\t2$/m);
  // It sees no other process and no network.
  for (const space of ['pid', 'net', 'user']) {
    expect(readlinkSync(`/proc/${pid}/ns/${space}`)).not.toBe(readlinkSync(`/proc/self/ns/${space}`));
  }
});

test('the page has no Node.js, in no frame either, and a few functions of the shell', async ({
  program: { page },
}) => {
  const found = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const names = ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'];
    const inside = frame.contentWindow ?? window;
    const { penghubung: bridge } = window as unknown as { penghubung: Record<string, unknown> };
    return {
      node: names.filter((name) => name in window || name in inside),
      inFrame: 'penghubung' in inside,
      bridge: Object.entries(bridge).map(([name, what]) => `${name}: ${typeof what}`),
      frozen: Object.isFrozen(bridge),
    };
  });
  expect(found).toEqual({
    node: [],
    inFrame: false,
    bridge: [
      'connect',
      'onBackendState',
      'onChosen',
      'onRequest',
      'openLink',
      'tell',
      'print',
      'savePdf',
      'shellSettings',
      'answerClosing',
      'inSafeMode',
    ].map((name) => `${name}: function`),
    frozen: true,
  });
});

test('the preload script lives in a world of its own, and the page keeps what a browser guards', async ({
  program: { app, page },
}) => {
  await page.evaluate(() => Object.assign(window, { mark: 'of the page' }));
  const preload = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // 999: the preload script's.
    return window?.webContents.executeJavaScriptInIsolatedWorld(999, [
      { code: 'JSON.stringify([typeof mark, typeof penghubung])' },
    ]);
  });
  expect(preload).toBe('["undefined","undefined"]');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (contents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    allowRunningInsecureContent: false,
    contextIsolation: true,
    enableBlinkFeatures: '',
    experimentalFeatures: false,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the page comes by app:// with its policy, and nothing but its built files does', async ({
  program: { app, page },
}) => {
  const policy = (await page.reload())?.headers()['content-security-policy'] ?? '';
  expect(policy.split('; ').toSorted()).toEqual([
    "base-uri 'none'",
    "connect-src 'none'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data: blob:",
    'media-src blob:',
    "require-trusted-types-for 'script'",
    "script-src 'self'",
    "style-src 'self'",
    'trusted-types penghubung',
  ]);
  const names: readonly string[] = JSON.parse(readFileSync(join(DIST, 'window-files.json'), 'utf8'));
  const statuses = (addresses: readonly string[]) =>
    app.evaluate(async ({ session }, urls) => {
      const pages = session.fromPartition('persist:page');
      return Promise.all(urls.map(async (url) => (await pages.fetch(url)).status));
    }, addresses);
  expect(new Set(await statuses(names.map((name) => `app://penghubung/${name}`)))).toEqual(new Set([200]));
  const others = [
    'app://penghubung/window-files.json',
    'app://penghubung/backend.js',
    'app://penghubung/../backend.js',
    'app://penghubung/%2e%2e/backend.js',
    'app://penghubung/..%2fbackend.js',
    'app://penghubung/assets/..%5c..%5cbackend.js',
    'app://penghubung//etc/passwd',
    'app://other/index.html',
  ];
  expect(new Set(await statuses(others))).toEqual(new Set([404]));
});

test('of all that a browser asks about, the page may only write to the clipboard', async ({
  program: { page },
}) => {
  // Some are asked of nobody without a deed of the user.
  await page.locator('body').click({ position: { x: 1, y: 1 } });
  const answers = await page.evaluate(async () => {
    const names = [
      ...[
        'accelerometer',
        'background-sync',
        'camera',
        'clipboard-read',
        'clipboard-write',
        'display-capture',
      ],
      ...['geolocation', 'idle-detection', 'local-fonts', 'microphone', 'notifications', 'payment-handler'],
      ...['persistent-storage', 'screen-wake-lock', 'storage-access', 'window-management'],
    ];
    const states = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return `${name}: ${state}`;
    });
    return {
      given: (await Promise.all(states)).filter((state) => !state.endsWith('denied')),
      written: await navigator.clipboard.writeText('x').then(() => true),
    };
  });
  expect(answers).toEqual({ given: ['clipboard-write: granted'], written: true });
  const used = await page.evaluate(async () => {
    const { hid, serial, usb } = navigator as unknown as Record<
      string,
      Record<string, () => Promise<unknown>>
    >;
    const uses: Readonly<Record<string, () => unknown>> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      clipboard: () => navigator.clipboard.readText(),
      hid: () => hid?.getDevices?.(),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      place: () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
      pointer: () => document.body.requestPointerLock(),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      serial: () => serial?.getPorts?.(),
      usb: () => usb?.getDevices?.(),
    };
    const done: string[] = [];
    for (const [name, use] of Object.entries(uses)) {
      await Promise.resolve()
        .then(use)
        .then(() => done.push(name))
        .catch(() => {});
    }
    const notifications = await Notification.requestPermission();
    return { done, notifications, kept: await navigator.storage.persist() };
  });
  expect(used).toEqual({ done: [], notifications: 'denied', kept: false });
});

test('nothing of the page reaches a network, not even the own PC', async ({ program: { page } }) => {
  const reached: string[] = [];
  const server = createServer((request, answer) => {
    reached.push(`http ${request.url}`);
    answer.end();
  });
  server.on('connection', () => reached.push('a connection'));
  const datagrams = createSocket('udp4', () => reached.push('a datagram'));
  server.listen(0, '127.0.0.1');
  datagrams.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(datagrams, 'listening')]);
  const ports = [(server.address() as AddressInfo).port, datagrams.address().port] as const;
  await page.evaluate(async ([tcp, udp]) => {
    const base = `http://127.0.0.1:${tcp}`;
    const attempt = (what: () => unknown) => {
      try {
        what();
      } catch {}
    };
    for (const rel of [
      'preconnect',
      'prefetch',
      'preload',
      'modulepreload',
      'stylesheet',
      'icon',
      'manifest',
    ]) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel, as: 'image', href: `${base}/${rel}` }),
      );
    }
    new Image().src = `${base}/image`;
    navigator.sendBeacon(`${base}/beacon`);
    attempt(() => new WebSocket(base.replace('http', 'ws')));
    attempt(() => new EventSource(base));
    attempt(() => new Worker(base));
    const ping = Object.assign(document.createElement('a'), { ping: `${base}/ping`, href: '#' });
    ping.click();
    await fetch(base).catch(() => {});
    const relay = { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: 'told', credential: 'x' };
    const calls = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }, relay] });
    calls.createDataChannel('x');
    const ended = new Promise<void>((done) => {
      calls.onicegatheringstatechange = () => calls.iceGatheringState === 'complete' && done();
    });
    await calls.setLocalDescription(await calls.createOffer());
    await ended;
    calls.close();
  }, ports);
  expect(reached).toEqual([]);
  server.close();
  datagrams.close();
});
