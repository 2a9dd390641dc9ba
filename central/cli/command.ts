import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Agency } from '#shared/domain/people/roles.ts';
import { findAgency } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { withDatabase } from './database-url.ts';
import { CliError } from './messages.ts';

/** A command of the command line: its arguments, without its own name, to the exit code. */
export type CliCommand = (args: readonly string[]) => Promise<number>;

export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean' } as const;

type Options = ParseArgsOptionsConfig;
type Values<Own extends Options> = ReturnType<
  typeof parseArgs<{ readonly options: Own & { readonly data: typeof TEXT } }>
>['values'];

/** What a command has to work with. `words`: its arguments that are no options. */
type Input<Own extends Options> = {
  readonly values: Values<Own>;
  readonly words: readonly string[];
  /** Runs `work` with the database that the arguments name. */
  readonly withDb: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
};

/** A command with options beside `--data FOLDER`. @param run answers the exit code where it is not 0 */
export function command<const Own extends Options>(
  { options, words = false }: { readonly options: Own; readonly words?: boolean },
  run: (input: Input<Own>) => Promise<number> | Promise<void>,
): CliCommand {
  return async (args) => {
    const parsed = parseArgs({ args, allowPositionals: words, options: { ...options, data: TEXT } });
    const values = parsed.values as Values<Own>;
    const { data } = values as Values<Record<never, never>>;
    const withDb: Input<Own>['withDb'] = (work) => withDatabase(data, work);
    return (await run({ values, words: parsed.positionals, withDb })) ?? 0;
  };
}

/** The agency that a person means by its id or its name. */
export async function agencyNamed(db: Db, opd: string): Promise<Agency> {
  const agency = await findAgency(db, opd);
  if (agency === null) throw new CliError('unknownOpd', { opd });
  return agency;
}

/** One line each: for a script as JSON, for a person its columns. */
export function printLines<T>(
  lines: readonly T[],
  asJson: boolean | undefined,
  columnsOf: (line: T) => readonly string[],
): void {
  for (const line of lines) console.log(asJson ? JSON.stringify(line) : columnsOf(line).join('\t'));
}
