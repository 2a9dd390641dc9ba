/**
 * The contract's version. The central service serves this one and the two before it; an older client may
 * still send what it holds (commands, attachments, the complaints of a standalone office), but no longer
 * read.
 */
export const CONTRACT_VERSION = 1;
/** The versions that a service of version `newest` serves for reading, oldest first. */
export function servedVersions(newest: number): number[] {
  return [newest - 2, newest - 1, newest].filter((version) => version >= 1);
}
/**
 * The header with which a client says its version; a client without it is of version 1. The central service
 * puts it on every answer, refusals included: one without it comes from somebody in between.
 */
export const VERSION_HEADER = 'penghubung-contract';
/**
 * The header with which a client shows that a command of its own was accepted here. Where it is not known any
 * more, the database has lost a part of its history, and a new epoch begins.
 */
export const ACCEPTED_HEADER = 'penghubung-accepted';
