import type { CommandResult } from '#shared/contract/central.ts';

/** The version of the contract that brought presence. */
export const PRESENCE_SINCE = 2;

/** The contract's version that a client says it speaks; those of version 1 did not say it. */
export function versionOf(header: string | string[] | undefined): number {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : 1;
}

/** A result in the words of the client's version. */
export function asKnownTo(version: number, result: CommandResult): CommandResult {
  if (version >= 2 || result.outcome !== 'refused' || result.code !== 'moved') return result;
  return { ...result, code: 'not_ours' };
}
