import { join } from 'node:path';
import type { SafeAnswer, ToSafe } from '#shared/contract/process/safe-mode.ts';
import { writePrivately } from '#shared/node/private-files.ts';
import { readOrCreateKey } from '../keys/key-file.ts';
import { exportUnsent } from '../recovery/export-unsent.ts';
import { removeCache } from '../store/cache/cache-store.ts';
import { lockFolder } from './lock-folder.ts';
import { BackendStartError, CACHE_FILE } from './open-stores.ts';

/**
 * The safe mode's own process. It opens no store and knows no network: what keeps the backend from running
 * does not keep this from its one step.
 */
type ShellLine = {
  readonly once: (event: 'message', listener: (message: { readonly data: ToSafe }) => void) => void;
  readonly postMessage: (message: SafeAnswer) => void;
};

function answer(asked: ToSafe): SafeAnswer {
  try {
    switch (asked.type) {
      case 'export':
        return exported(asked);
      case 'rebuild':
        return withoutCache(asked.dataDir);
    }
  } catch (error) {
    console.error(error);
    if (error instanceof BackendStartError && error.code === 'in_use') return { ok: false, code: 'in_use' };
    return { ok: false, code: 'not_written' };
  }
}

function exported({ dataDir, folder, held }: Extract<ToSafe, { type: 'export' }>): SafeAnswer {
  const read = readOrCreateKey(dataDir);
  if (!read.ok) return { ok: false, code: 'not_readable' };
  const done = exportUnsent(join(dataDir, 'journal.db'), read.key, folder, Date.now(), held);
  return done === null ? { ok: false, code: 'not_readable' } : { ok: true, exported: done };
}

/** The next start makes a new one from the journal and the central service. */
function withoutCache(dataDir: string): SafeAnswer {
  const unlock = lockFolder(dataDir);
  try {
    removeCache(join(dataDir, CACHE_FILE));
    return { ok: true };
  } finally {
    unlock();
  }
}

const { parentPort } = process as typeof process & { readonly parentPort?: ShellLine };
if (parentPort === undefined) throw new Error('to be started by the shell as a utility process');
writePrivately();
parentPort.once('message', ({ data }) => parentPort.postMessage(answer(data)));
