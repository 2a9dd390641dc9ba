import { join } from 'node:path';
import { type BrowserWindow, dialog, shell, utilityProcess } from 'electron';
import * as z from 'zod';
import { heldTexts, type SafeAnswer, safeStep, type ToSafe } from '#shared/contract/process/safe-mode.ts';
import type { BackendState } from '#shared/contract/process/window-bridge.ts';
import { SAFE_MODE_WORDS } from '#shared/i18n/safe-mode.ts';
import { SAFE_MODE_CHANNEL } from './channels.ts';
import { answerPage } from './from-page.ts';
import { both } from './updates/tell.ts';

type SafeModePorts = {
  /** Where the bundles lie: that of the process that does a step is one of them. */
  readonly dist: string;
  readonly dataDir: string;
  readonly backend: { readonly state: () => BackendState; readonly retry: () => void };
  readonly window: () => BrowserWindow | null;
};

const UNKNOWN: SafeAnswer = { ok: false, code: 'unknown' };

/** Does what the page of the safe mode asks for, while the backend is not started any more. */
export function openSafeMode({ dist, dataDir, backend, window }: SafeModePorts): void {
  const script = join(dist, 'safe.js');
  answerPage(SAFE_MODE_CHANNEL, z.tuple([safeStep, heldTexts]), UNKNOWN, async (_page, step, held) => {
    if (backend.state() !== 'failed') return UNKNOWN;
    switch (step) {
      case 'export': {
        const folder = await chooseFolder(window());
        if (folder === null) return { ok: false, code: 'cancelled' };
        return doStep(script, { type: 'export', dataDir, folder, held });
      }
      case 'rebuild': {
        const answer = await doStep(script, { type: 'rebuild', dataDir });
        if (answer.ok) backend.retry();
        return answer;
      }
      case 'logs':
        return (await shell.openPath(join(dataDir, 'log'))) === '' ? { ok: true } : UNKNOWN;
      case 'retry':
        backend.retry();
        return { ok: true };
    }
  });
}

async function chooseFolder(over: BrowserWindow | null): Promise<string | null> {
  if (over === null) return null;
  const { filePaths } = await dialog.showOpenDialog(over, {
    title: both(SAFE_MODE_WORDS.chooseFolder),
    buttonLabel: both(SAFE_MODE_WORDS.exportHere),
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
}

/** In a process of its own, which ends with its answer, or without one. */
async function doStep(script: string, asked: ToSafe): Promise<SafeAnswer> {
  const child = utilityProcess.fork(script, [], { serviceName: 'Penghubung safe mode', stdio: 'inherit' });
  const answered = Promise.withResolvers<SafeAnswer>();
  // Our own bundle on the other side answers with a SafeAnswer and nothing else.
  child.once('message', (answer: SafeAnswer) => answered.resolve(answer));
  child.once('exit', () => answered.resolve(UNKNOWN));
  child.postMessage(asked);
  try {
    return await answered.promise;
  } finally {
    child.kill();
  }
}
