/**
 * The requests of each device that wait for news. A PC has one; one that lost its connection without a word
 * may seem to have more. The newest ones are kept: a device with too many ends its own oldest.
 */
export function openPolls(most: number) {
  const byDevice = new Map<string, Set<AbortController>>();
  return (device: Buffer): { readonly ended: AbortSignal; readonly close: () => void } => {
    const key = device.toString('hex');
    const own = byDevice.get(key) ?? new Set();
    byDevice.set(key, own);
    const poll = new AbortController();
    own.add(poll);
    const [oldest] = own;
    if (own.size > most && oldest !== undefined) {
      own.delete(oldest);
      oldest.abort();
    }
    return {
      ended: poll.signal,
      close: () => {
        own.delete(poll);
        if (own.size === 0 && byDevice.get(key) === own) byDevice.delete(key);
      },
    };
  };
}
