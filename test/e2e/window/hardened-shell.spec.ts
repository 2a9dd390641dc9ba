import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './program.ts';

test('the page leads nowhere else, opens no window and embeds no view', async ({ program }) => {
  const { app, page, opened } = program;
  const heard = await app.evaluateHandle(({ BrowserWindow }) => {
    const list: string[] = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
      list.push(`${defaultPrevented ? 'kept from' : 'led to'} ${url}`);
    });
    return list;
  });
  await page.evaluate(() => Object.assign(window, { mark: 'still here' }));
  const away = ['https://evil.invalid/', 'http://127.0.0.1/', 'app://other/', 'mailto:a@evil.invalid'];
  for (const url of away) {
    await page.evaluate((address) => {
      location.href = address;
    }, url);
    await expect.poll(() => heard.evaluate((list) => list)).toContain(`kept from ${url}`);
  }
  await page.evaluate((addresses) => {
    const attempt = (what: () => unknown) => {
      try {
        what();
      } catch {}
    };
    const blob = URL.createObjectURL(new Blob(['<h1>evil</h1>'], { type: 'text/html' }));
    for (const url of [...addresses, 'file:///etc/passwd', 'data:text/html,x', blob]) {
      attempt(() => location.assign(url));
      attempt(() => window.open(url));
      const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
      document.body.append(link);
      link.click();
    }
    attempt(() => window.open('app://penghubung/'));
    attempt(() => window.open(''));
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://evil.invalid/');
    view.setAttribute('allowpopups', '');
    document.body.append(view);
    location.href = 'https://the.last.invalid/';
  }, away);
  await expect.poll(() => heard.evaluate((list) => list)).toContain('kept from https://the.last.invalid/');
  expect((await heard.evaluate((list) => list)).filter((line) => line.startsWith('led to'))).toEqual([]);
  expect(await page.evaluate(() => [location.href, (window as { mark?: string }).mark])).toEqual([
    'app://penghubung/',
    'still here',
  ]);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(opened()).toEqual([]);
});

test('of all addresses, only https ones of LAPOR! reach the system’s browser', async ({ program }) => {
  const { page, opened } = program;
  const refused = [
    'http://www.lapor.go.id/',
    'https://www.lapor.go.id.evil.invalid/',
    'https://www.lapor.go.id@evil.invalid/',
    'https://www.lapor.go.id:8443/',
    'https://evil.invalid/?https://www.lapor.go.id/',
    'file:///etc/passwd',
    'smb://lapor.go.id/x',
    'mailto:a@lapor.go.id',
    'javascript:alert(1)',
    '--version',
    '',
  ];
  const ask = (urls: readonly string[]) =>
    page.evaluate(async (addresses) => {
      const { penghubung } = window as unknown as {
        penghubung: { openLink: (url: string) => Promise<boolean> };
      };
      const answers = await Promise.all(addresses.map((url) => penghubung.openLink(url)));
      return addresses.filter((_url, index) => answers[index]);
    }, urls);
  expect(await ask(refused)).toEqual([]);
  const known = 'https://www.lapor.go.id/laporan/detil/x';
  expect(await ask([known])).toEqual([known]);
  await expect.poll(opened).toContain(known);
  expect(opened()).toEqual([known]);
});

/** A preload script as no page of ours has: it sends any word on any channel. */
const RAW = `
const { contextBridge, ipcRenderer } = require('electron');
let answers = 0;
for (const channel of ['penghubung:line', 'penghubung:backend-state']) ipcRenderer.on(channel, () => answers++);
contextBridge.exposeInMainWorld('raw', {
  ask: (channel, ...words) => ipcRenderer.invoke(channel, ...words),
  tell: (channel, ...words) => ipcRenderer.send(channel, ...words),
  answers: () => answers,
});`;

/** A page with that script, and what it got out of the shell. `frame`: a frame in it speaks. */
async function speak(app: ElectronApplication, preload: string, url: string, frame: boolean) {
  return app.evaluate(
    async ({ BrowserWindow, session }, [script, address, inFrame]) => {
      const strange = session.fromPartition('strange');
      if (!strange.protocol.isProtocolHandled('app')) {
        const body = '<body><iframe src="app://penghubung/inside"></iframe>';
        const headers = { 'Content-Type': 'text/html' };
        strange.protocol.handle(
          'app',
          ({ url: at }) => new Response(at.endsWith('/') ? body : '', { headers }),
        );
      }
      const webPreferences = { session: strange, preload: script, nodeIntegrationInSubFrames: true };
      const { webContents: contents } = new BrowserWindow({ show: false, webPreferences });
      await contents.loadURL(address);
      const speaker = inFrame ? contents.mainFrame.frames[0] : contents.mainFrame;
      const said: unknown = await speaker?.executeJavaScript(`(async () => {
        const LINK = 'penghubung:open-link', GOOD = 'https://www.lapor.go.id/';
        const words = [[], [1], [null], [{}], [[GOOD]], [{ href: GOOD }], [GOOD, 1], ['https://evil.invalid/']];
        const wrong = [];
        for (const each of words) wrong.push(await raw.ask(LINK, ...each));
        const SAVE = 'penghubung:save-pdf', PRINT = 'penghubung:print';
        const LETTER = { number: '9300431', confidential: false, internal: false, language: 'id' };
        const letters = [[], [null], ['x.pdf'], [{}], [[LETTER]], [LETTER, 1], [{ ...LETTER, number: '../x' }],
          [{ ...LETTER, number: '<img src=x>' }], [{ ...LETTER, path: '/tmp/x.pdf' }]];
        for (const each of letters) wrong.push(await raw.ask(SAVE, ...each));
        wrong.push(await raw.ask(PRINT, { silent: true }));
        const HELD = { id: 'd-1', complaintId: 'lapor-1', kind: 'follow_up', text: 'x' };
        // The backend runs: not even the right words mean anything.
        const steps = [[], ['retry'], ['retry', [], 1], ['delete', []], ['export', [HELD]], ['rebuild', []], ['logs', []]];
        for (const each of steps) wrong.push((await raw.ask('penghubung:safe-mode', ...each)).ok);
        const settings = [[], [null], [{ autostart: 'yes' }], [{ closing: 'never' }], [{ path: '/bin/sh' }], [{}, 1]];
        for (const each of settings) wrong.push(await raw.ask('penghubung:shell-settings', ...each));
        for (const each of [[], ['kill'], ['quit', 1]]) raw.tell('penghubung:closing', ...each);
        raw.tell('penghubung:connect', 'a word too many');
        const unknown = await raw.ask('penghubung:other').then(() => 'answered', () => 'refused');
        const before = raw.answers();
        const good = await raw.ask(LINK, GOOD);
        raw.tell('penghubung:connect');
        while (${!inFrame} && good && raw.answers() === 0) await new Promise((next) => setTimeout(next));
        const printed = await raw.ask(PRINT);
        return { wrong: wrong.filter(Boolean), unknown, before, good, printed, lines: raw.answers() };
      })()`);
      contents.close();
      return said;
    },
    [preload, url, frame] as const,
  );
}

test('the shell answers the top frame of its own page, in the words of the channel, and nobody else', async ({
  program: { app, folder },
}) => {
  const channels = await app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: asked } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return [...ipcMain.eventNames(), ...asked.keys()];
  });
  expect(channels.filter((name) => name !== 'error').toSorted()).toEqual([
    'penghubung:closing',
    'penghubung:connect',
    'penghubung:open-link',
    'penghubung:print',
    'penghubung:safe-mode',
    'penghubung:save-pdf',
    'penghubung:shell-settings',
    'penghubung:tell',
  ]);

  const preload = join(folder, 'raw.cjs');
  writeFileSync(preload, RAW);
  const nothing = { wrong: [], unknown: 'refused', before: 0, good: false, printed: null, lines: 0 };
  expect(await speak(app, preload, 'app://penghubung/', false)).toEqual({
    ...nothing,
    good: true,
    printed: expect.any(String),
    lines: 1,
  });
  expect(await speak(app, preload, 'app://penghubung/', true)).toEqual(nothing);
  const server = createServer((_request, answer) => answer.end('<body>evil')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await speak(app, preload, 'app://other/', false)).toEqual(nothing);
  expect(await speak(app, preload, `http://127.0.0.1:${port}/`, false)).toEqual(nothing);
  expect(await speak(app, preload, 'data:text/html,<body>evil', false)).toEqual(nothing);
  server.close();
});

test('junk on the line to the backend is no call, and ends nothing', async ({ program: { app, page } }) => {
  const backend = () =>
    app.evaluate(
      ({ app: own }) => own.getAppMetrics().find(({ name }) => name === 'Penghubung backend')?.pid,
    );
  const before = await backend();
  await page.evaluate(async () => {
    const { penghubung } = window as unknown as { penghubung: { connect: () => void } };
    const line = new Promise<MessagePort | undefined>((found) => {
      window.addEventListener('message', ({ ports: [port] }) => found(port), { once: true });
    });
    penghubung.connect();
    const port = await line;
    const junk = [
      null,
      1,
      'x',
      [],
      {},
      { i: '1' },
      '{"i":"1","p":{"u":"/complaint/open"}}',
      new ArrayBuffer(8),
    ];
    for (const word of junk) port?.postMessage(word);
  });
  await page.reload();
  await expect(page.getByRole('button').first()).toBeVisible();
  expect(await backend()).toBe(before);
});
