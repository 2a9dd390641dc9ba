import type { Connector, Transport } from './transport.ts';

/** One connection per session: a new token, or another address, makes a new one. */
export function currentTransport(
  session: () => { readonly centralUrl: string; readonly token: string } | null,
  connector: Connector,
): () => Transport | null {
  let known: { readonly key: string; readonly transport: Transport } | null = null;
  return () => {
    const current = session();
    if (current === null) return null;
    const key = `${current.centralUrl} ${current.token}`;
    if (known?.key !== key) {
      known = { key, transport: connector.connect(current.centralUrl, current.token) };
    }
    return known.transport;
  };
}
