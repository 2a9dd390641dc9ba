/**
 * The contract's version. The central service serves this one and the two before it; an older client may still send
 * what it holds (commands, attachments), but no longer read. Version 2: attachments, presence, the refusal `moved`.
 * Version 3: the casework of an OPD. Version 4: reports that an office recorded itself. Version 5: templates of the whole office.
 */
export const CONTRACT_VERSION = 5;
/** The versions that a service of version `newest` serves for reading, oldest first. */
export function servedVersions(newest: number): number[] {
  return [newest - 2, newest - 1, newest].filter((version) => version >= 1);
}
/** The header with which a client says its version; a client without it is of version 1. */
export const VERSION_HEADER = 'penghubung-contract';
