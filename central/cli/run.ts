import { agencies } from './agencies.ts';
import type { CliCommand } from './command.ts';
import { firstLine } from './database-url.ts';
import { demo } from './demo.ts';
import { enrol } from './enrol.ts';
import { holidays } from './holidays.ts';
import { importFile } from './import.ts';
import { CliError, setLanguage, t } from './messages.ts';
import { restored } from './restored.ts';
import { serve } from './serve.ts';
import { templates } from './templates.ts';
import { undisposed } from './undisposed.ts';

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  serve,
  import: importFile,
  enrol,
  demo,
  agencies,
  holidays,
  restored,
  templates,
  waiting: undisposed,
};

/** @returns the exit code: 0 done, 1 could not be done (a sentence on stderr says why), 2 not understood */
export async function runCli(argv: readonly string[]): Promise<number> {
  const args = argv.filter((arg) => arg !== '--lang=en');
  if (args.length < argv.length) setLanguage('en');
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || args.includes('--help') || args.includes('-h')) {
    console.log(t('help'));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(t('unknownCommand', { name }));
    return 2;
  }
  try {
    return await command(rest);
  } catch (error) {
    if (error instanceof CliError) {
      console.error(error.message);
      return 1;
    }
    if (isArgumentError(error)) {
      console.error(t('badArguments', { reason: firstLine(error) }));
      return 2;
    }
    console.error(t('unexpected', { reason: firstLine(error) }));
    if (process.env.DEBUG) console.error(error);
    return 1;
  }
}

/** Of `parseArgs`: an unknown option or a missing value. */
function isArgumentError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
