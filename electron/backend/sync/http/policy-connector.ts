import type { Policy } from '#shared/contract/window/policy.ts';
import type { Failed } from './failure.ts';
import type { Connector, Transport } from './transport.ts';

/**
 * The way to the central service as the office's IT allows it: to its own, or, while the policy cannot be
 * read, to none that this PC did not know before. What is already connected elsewhere is told to sign in
 * again, and nothing is sent.
 */
export function policyConnector(connector: Connector, { centralUrl, problem }: Policy): Connector {
  const isElsewhere = (address: string): boolean =>
    centralUrl !== undefined && !isSameAddress(address, centralUrl);
  return {
    connect: (address, ...session) =>
      isElsewhere(address) ? CLOSED : connector.connect(address, ...session),
    enrol: async (address, ...asked) => {
      if (problem !== null) return { ok: false, code: 'policy_unreadable' };
      if (isElsewhere(address)) return { ok: false, code: 'other_central' };
      return connector.enrol(address, ...asked);
    },
  };
}

/** However it is written: case of the host, a slash at the end, the usual port. */
function isSameAddress(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => URL.parse(address)?.href.replace(/\/+$/, ''));
  return a !== undefined && a === b;
}

const refuse = async (): Promise<Failed> => ({
  ok: false,
  failure: { code: 'unauthorized', retryAfterMs: null },
});
const CLOSED: Transport = {
  changes: refuse,
  commands: refuse,
  result: refuse,
  adopt: refuse,
  files: { has: refuse, announce: refuse, offset: refuse, append: refuse, chunk: refuse },
};
