/**
 * How a page is let in by the browser host. Both sides know a secret and never send it: each proves that it
 * has it by an HMAC-SHA-256 over two fresh nonces, the host first. So whoever else listens on a port that the
 * host gave up learns two random numbers, and can answer neither page nor host with them.
 *
 * | | message | who |
 * |---|---|---|
 * | 1 | {@link Greeting}: which secret, and the page's nonce | page |
 * | 2 | {@link Challenge}: the host's nonce and its proof | host |
 * | 3 | {@link Reply}: the page's proof | page |
 * | 4 | {@link Admission}: the secrets of the next times; then the socket speaks `windowContract` | host |
 */
export type Greeting = { readonly ticket: string; readonly nonce: string };
export type Challenge = { readonly nonce: string; readonly proof: string };
export type Reply = { readonly proof: string };
export type Admission = {
  /** Only in the page's memory: with it a page finds back to a host that fell and was started again. */
  readonly run: string;
  /** Kept by the tab over a reload. It dies with the host's process. */
  readonly reload: string;
};

/** Names the secret of which both sides speak, and tells nothing of it. */
export const RUN_TICKET = 'run';
export const RELOAD_TICKET = 'reload';

/** A secret and its name. */
export type Credential = { readonly ticket: string; readonly secret: string };

/** What an address carries that lets a page in once, within a minute: `#start=TICKET~SECRET`. */
export const START_PARAMETER = 'start';
export const startValue = ({ ticket, secret }: Credential): string => `${ticket}~${secret}`;
export function readStartValue(value: string): Credential | null {
  const [ticket, secret, ...more] = value.split('~');
  return ticket && secret && more.length === 0 ? { ticket, secret } : null;
}

export type Talk = {
  /** `127.0.0.1:PORT`. In the proof, so that no proof can be carried to another port. */
  readonly host: string;
  readonly ticket: string;
  readonly pageNonce: string;
  readonly hostNonce: string;
};

/** The text that is proven. One side's proof is never the other's. */
export function proofText(side: 'host' | 'page', { host, ticket, pageNonce, hostNonce }: Talk): string {
  return JSON.stringify(['penghubung', side, host, ticket, pageNonce, hostNonce]);
}

/** Nothing in these messages is longer. */
const LONGEST = 200;

/** A message of one who has not proven anything yet: just these fields, each a short text; or null. */
export function readMessage<Name extends string>(
  data: unknown,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> | null {
  if (typeof data !== 'string' || data.length > LONGEST * 4) return null;
  try {
    const value: unknown = JSON.parse(data);
    const fields = Object.fromEntries(Object.entries(value ?? {})) as Record<Name, unknown>;
    const isShortText = (name: Name): boolean => {
      const text = fields[name];
      return typeof text === 'string' && text !== '' && text.length <= LONGEST;
    };
    return names.every(isShortText) ? (fields as Record<Name, string>) : null;
  } catch {
    return null;
  }
}
