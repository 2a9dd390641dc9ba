import { createHmac, randomBytes } from 'node:crypto';
import { type Credential, START_PARAMETER, startValue } from '#shared/contract/process/admission.ts';
import { readHostNote } from '#shared/node/host-note.ts';

/** So long a start secret may be used, ms. */
const START_MS = 60_000;

export function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** The secret of a start ticket follows from the ticket and the key of the host's process. */
export const startSecret = (processKey: string, ticket: string): string =>
  hmac(processKey, `start ${ticket}`);

/** A start secret, made without asking the host. Its ticket says until when it is good. */
export function startCredential(processKey: string, now: number): Credential {
  const ticket = `${now + START_MS}.${randomBytes(9).toString('base64url')}`;
  return { ticket, secret: startSecret(processKey, ticket) };
}

/**
 * An address that opens the window of the host that runs on this folder: once, within a minute. Null: none
 * answers yet, or none any more.
 */
export function startAddress(dataDir: string, now = Date.now()): string | null {
  const known = readHostNote(dataDir);
  if (known === null) return null;
  return `${known.origin}/#${START_PARAMETER}=${startValue(startCredential(known.processKey, now))}`;
}
