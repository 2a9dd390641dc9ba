import { beforeEach, expect, test, vi } from 'vitest';
import type { WindowBridge } from '#shared/contract/process/window-bridge.ts';
import { contextBridge, FakePort, ipcRenderer } from './shell/testing/electron.ts';

const page = { postMessage: vi.fn(), location: { origin: 'app://penghubung' } };
vi.stubGlobal('window', page);
await import('./preload.ts');
const bridge = contextBridge.exposed.get('penghubung') as WindowBridge;

beforeEach(() => page.postMessage.mockClear());

test('the page gets a few named functions and nothing of Electron', () => {
  expect([...contextBridge.exposed.keys()]).toEqual(['penghubung']);
  expect(Object.keys(bridge).sort()).toEqual([
    'answerClosing',
    'connect',
    'inSafeMode',
    'onBackendState',
    'onChosen',
    'onRequest',
    'openLink',
    'print',
    'savePdf',
    'shellSettings',
    'tell',
  ]);
});

test('a line to the backend reaches the own page as a message with its port', () => {
  bridge.connect();
  expect(ipcRenderer.sent).toEqual(['penghubung:connect']);
  const port = new FakePort('line');
  ipcRenderer.emit('penghubung:line', { ports: [port] }, null);
  expect(page.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'penghubung:line' }, 'app://penghubung', [
    port,
  ]);
});

test('the page hears the backend’s state without the event, until it stops listening', () => {
  const heard: unknown[][] = [];
  const stop = bridge.onBackendState((...args) => heard.push(args));
  ipcRenderer.emit('penghubung:backend-state', { sender: ipcRenderer }, 'down');
  stop();
  ipcRenderer.emit('penghubung:backend-state', { sender: ipcRenderer }, 'up');
  expect(heard).toEqual([['down']]);
});

test('a link is opened by the shell, which says whether it was', async () => {
  ipcRenderer.answers.set('penghubung:open-link', (url) => url === 'https://www.lapor.go.id/');
  expect(await bridge.openLink('https://www.lapor.go.id/')).toBe(true);
  expect(await bridge.openLink('https://evil.example/')).toBe(false);
});

test('a step of the safe mode is done by the shell, with what only the page has', async () => {
  const asked: unknown[][] = [];
  ipcRenderer.answers.set('penghubung:safe-mode', (...words) => {
    asked.push(words);
    return { ok: true };
  });
  const held = [{ id: 'd-1', complaintId: 'lapor-1', kind: 'follow_up', text: 'Sedang' }];
  expect(await bridge.inSafeMode('export', held)).toEqual({ ok: true });
  expect(asked).toEqual([['export', held]]);
});
