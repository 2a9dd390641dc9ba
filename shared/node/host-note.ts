import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Credential, START_PARAMETER, startValue } from '../contract/process/admission.ts';

/**
 * Where the host of this folder answers, and the key of its process: whoever may read the officer's data may
 * open the window. The file goes with the host, and what a killed one leaves is of no use.
 */
const note = z.object({ origin: z.url(), processKey: z.string().min(20) });
export type HostNote = z.infer<typeof note>;

const fileOf = (dataDir: string): string => join(dataDir, 'host-address');

export function writeHostNote(dataDir: string, value: HostNote): void {
  removeHostNote(dataDir);
  writeFileSync(fileOf(dataDir), JSON.stringify(value), { mode: 0o600 });
}

export function removeHostNote(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

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
  const known = readNote(dataDir);
  if (known === null) return null;
  return `${known.origin}/#${START_PARAMETER}=${startValue(startCredential(known.processKey, now))}`;
}

function readNote(dataDir: string): HostNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
