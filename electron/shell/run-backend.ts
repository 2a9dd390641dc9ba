import { join } from 'node:path';
import { app, dialog, type MessagePortMain } from 'electron';
import type { ToBackend, ToldToOfficer } from '#shared/contract/process/backend-process.ts';
import type { BackendState } from '#shared/contract/process/window-bridge.ts';
import { START_FAILURES } from '#shared/i18n/start-failures.ts';
import { forkBackend } from './backend-process.ts';
import { type Supervisor, superviseBackend } from './backend-supervisor.ts';

/** Starts the backend of `dist` on its data and keeps it running; data that cannot be opened end the app. */
export function runBackend(
  dist: string,
  open: ToBackend & { type: 'open' },
  ports: {
    readonly onState: (state: BackendState) => void;
    readonly onTold: (told: ToldToOfficer) => void;
    readonly log: (message: string) => void;
  },
): Supervisor<MessagePortMain> {
  return superviseBackend({
    fork: () => forkBackend(join(dist, 'backend.js'), join(app.getPath('userData'), 'Backend Code')),
    open,
    now: () => performance.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    ...ports,
    onFailure: (code) => {
      const { id, en } = START_FAILURES[code];
      dialog.showErrorBox('Penghubung', `${id}\n\n${en}`);
      app.quit();
    },
  });
}
