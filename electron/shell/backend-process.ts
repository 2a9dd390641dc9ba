import { type MessagePortMain, utilityProcess } from 'electron';
import type { FromBackend } from '#shared/contract/process/backend-process.ts';
import type { BackendProcess } from './backend-supervisor.ts';

/**
 * Starts the backend as a utility process of Electron: plain Node.js, apart from window and shell.
 * `compiled`: the folder in which its compiled code is kept.
 */
export function forkBackend(script: string, compiled: string): BackendProcess<MessagePortMain> {
  const child = utilityProcess.fork(script, [compiled], {
    serviceName: 'Penghubung backend',
    stdio: 'inherit',
  });
  return {
    send: (message, ports = []) => child.postMessage(message, [...ports]),
    onMessage: (listener) => {
      // Our own bundle on the other side speaks FromBackend and nothing else.
      child.on('message', (message: FromBackend) => listener(message));
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
