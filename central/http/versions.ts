import type { ChangesPage, CommandResult } from '#shared/contract/central/central.ts';

/** What one version of the contract brought, said in the words of the versions before it. */
export type DownConversion = {
  /** The version that brought it: clients older than that get the conversion. */
  readonly since: number;
  page(page: ChangesPage): ChangesPage;
  result(result: CommandResult): CommandResult;
};

/** Newest version first. Empty: version 1 was the first that was served. The test shows how one looks. */
export const DOWN_CONVERSIONS: readonly DownConversion[] = [];

/** The contract's version that a client says it speaks; a client that says none speaks version 1. */
export function versionOf(header: string | string[] | undefined): number {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : 1;
}

/** Answers in the words of the client's version. */
export function wordsOf(version: number, conversions: readonly DownConversion[]) {
  const needed = conversions.filter(({ since }) => version < since);
  return {
    page: (page: ChangesPage): ChangesPage => needed.reduce((known, { page }) => page(known), page),
    result: (result: CommandResult): CommandResult =>
      needed.reduce((known, { result }) => result(known), result),
  };
}
