import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { RELOAD_TICKET, RUN_TICKET } from '#shared/contract/process/admission.ts';
import { hmac, startSecret } from './start-address.ts';

/** 256 bits, as base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export type HostSecrets = ReturnType<typeof hostSecrets>;

/**
 * The secrets of one process of the host, all of them in memory.
 * @param runSecret outlives the process: the starter gives it to each one that it starts
 * @param processKey dies with the process
 */
export function hostSecrets(runSecret: string, processKey: string, now: () => number = Date.now) {
  const reload = hmac(processKey, RELOAD_TICKET);
  const used = new Map<string, number>();

  const isGood = (ticket: string): boolean => Number(ticket.split('.')[0]) > now() && !used.has(ticket);
  return {
    run: runSecret,
    reload,
    /** The secret of this ticket; null: there is none, or not any more. */
    secretOf: (ticket: string): string | null => {
      if (ticket === RUN_TICKET) return runSecret;
      if (ticket === RELOAD_TICKET) return reload;
      return isGood(ticket) ? startSecret(processKey, ticket) : null;
    },
    /** Uses the ticket, after a proof. False: somebody else was faster with it. */
    use: (ticket: string): boolean => {
      if (ticket === RUN_TICKET || ticket === RELOAD_TICKET) return true;
      if (!isGood(ticket)) return false;
      for (const [old, goodUntil] of used) if (goodUntil <= now()) used.delete(old);
      used.set(ticket, Number(ticket.split('.')[0]));
      return true;
    },
  };
}

/** Takes as long for a near miss as for any other: both are hashed to one length. */
export function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
