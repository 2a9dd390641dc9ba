import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app, crashReporter } from 'electron';
import { describeError } from '#shared/node/describe-error.ts';
import type { ShellLog } from './log.ts';

/** Each has some megabytes, and may hold what was on the screen. */
const KEPT = 3;

/**
 * What a process leaves behind when it dies stays in `folder` on this PC, the newest few: nobody is sent it.
 * The log says that one died, and how many are there. To be called before Electron is ready.
 */
export function keepCrashDumps(folder: string, log: ShellLog): void {
  app.setPath('crashDumps', folder);
  crashReporter.start({ uploadToServer: false });
  const tidy = (): number => {
    if (!existsSync(folder)) return 0;
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const dumps = names.filter((name) => name.endsWith('.dmp')).map((name) => join(folder, name));
    const born = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const old = dumps.toSorted((a, b) => born(b) - born(a)).slice(KEPT);
    for (const dump of old) rmSync(dump, { force: true });
    return dumps.length - old.length;
  };
  const died = (who: string, reason: string, exitCode: number): void =>
    log(`${who} is gone: ${reason}`, { exitCode, dumps: tidy() });
  tidy();
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') died('the page', reason, exitCode);
  });
  app.on('child-process-gone', (_event, { type, serviceName, reason, exitCode }) => {
    if (reason !== 'clean-exit') died(serviceName ?? type, reason, exitCode);
  });
  // Nothing is changed by listening: Electron shows its box, as before.
  process.on('uncaughtExceptionMonitor', (error) => log('the shell failed', { err: describeError(error) }));
}
