import { expect, test } from 'vitest';
import { windowOptions } from './window-options.ts';

test('the page gets no Node.js, a context apart and a sandbox', () => {
  const state = { bounds: { x: 10, y: 20, width: 1366, height: 728 }, maximized: false };
  expect(windowOptions('/dist/preload.cjs', state, 'dark')).toEqual({
    title: 'Penghubung',
    x: 10,
    y: 20,
    width: 1366,
    height: 728,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#11161c',
    autoHideMenuBar: true,
    webPreferences: {
      preload: '/dist/preload.cjs',
      partition: 'persist:page',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  });
});
