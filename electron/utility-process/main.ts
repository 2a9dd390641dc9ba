import { join } from 'node:path';
import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port';
import type { FromBackend, ToBackend } from '#shared/contract/process/backend-process.ts';
import { describeError } from '#shared/node/describe-error.ts';
import { fileLog } from '../backend/base/log.ts';
import { keepMemoryModest } from '../backend/base/modest-memory.ts';
import { answerLine } from '../backend/process/answer-line.ts';
import { type Backend, openBackend } from '../backend/process/backend.ts';
import { BackendStartError } from '../backend/process/open-stores.ts';
import { sqliteVersion } from '../backend/store/open-database.ts';
import { systemFetch } from './system-fetch.ts';

/** Electron's own end of a message port, and of the line to the shell, as far as they are used here. */
type Port = SupportedMessagePort & { readonly start: () => void; readonly close: () => void };
type ShellLine = {
  readonly on: (
    event: 'message',
    listener: (message: { readonly data: ToBackend; readonly ports: readonly Port[] }) => void,
  ) => void;
  readonly postMessage: (message: FromBackend) => void;
};

/** The backend as a utility process of the shell: opens once, then serves every port it is handed. */
function serveShell(shell: ShellLine): void {
  let opening: Promise<Backend | null> = Promise.resolve(null);
  const open = async (options: ToBackend & { type: 'open' }): Promise<Backend | null> => {
    const log = fileLog(options.dataDir);
    process.on('uncaughtExceptionMonitor', (err) => log.error({ err }, 'the backend failed'));
    try {
      const backend = await openBackend({
        ...options,
        log,
        tell: (told) => shell.postMessage(told),
        send: systemFetch,
        evidenceFile: join(import.meta.dirname, 'evidence.json'),
      });
      shell.postMessage({ type: 'store', sqlite: sqliteVersion() });
      shell.postMessage({ type: 'ready' });
      return backend;
    } catch (error) {
      shell.postMessage({
        type: 'failed',
        code: error instanceof BackendStartError ? error.code : 'unknown',
        message: JSON.stringify(describeError(error)),
      });
      return null;
    }
  };

  shell.on('message', ({ data, ports }) => {
    switch (data.type) {
      case 'open':
        opening = open(data);
        break;
      case 'connect':
        // A line that comes while the stores open is served as soon as they are.
        void opening.then((backend) => {
          if (backend === null) return;
          for (const port of ports) answerPort(port, backend);
        });
        break;
      case 'sync_now':
        void opening.then((backend) => backend?.syncNow());
        break;
      case 'prepare_update':
        void opening.then((backend) => {
          const readiness = backend?.prepareUpdate() ?? 'copy_failed';
          shell.postMessage({ type: 'update_prepared', readiness });
        });
        break;
      case 'close':
        void opening.then(async (backend) => {
          await backend?.close();
          process.exit(0);
        });
        break;
    }
  });
}

function answerPort(port: Port, { served }: Backend): void {
  const { take, close } = answerLine(served, {
    send: (message) => postMessagePortMessage(port, message),
    end: () => port.close(),
  });
  onMessagePortMessage(port, take);
  onMessagePortClose(port, close);
  port.start();
}

const { parentPort } = process as typeof process & { readonly parentPort?: ShellLine };
if (parentPort === undefined) throw new Error('to be started by the shell as a utility process');
keepMemoryModest();
serveShell(parentPort);
