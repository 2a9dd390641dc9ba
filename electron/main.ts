import { app } from 'electron';
import { runShell } from './shell/shell.ts';

// Not awaited: Electron becomes ready only after this module has been evaluated.
runShell(import.meta.dirname).catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
