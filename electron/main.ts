import { app } from 'electron';
import { keepMemoryModest } from '#shared/node/modest-memory.ts';
import { runShell } from './shell/shell.ts';

keepMemoryModest();

// Not awaited: Electron becomes ready only after this module has been evaluated.
runShell(import.meta.dirname).catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
