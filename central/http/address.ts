import { BlockList, isIP } from 'node:net';

/**
 * Whose limits a request counts for: an address of IPv4, or a network of IPv6, because each subscriber has
 * 2^64 addresses of those.
 */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')];
  return `${all.slice(0, 4).join(':').toLowerCase()}::/64`;
}

/**
 * The reverse proxies whose word for whom they ask is taken: those on this machine, and the addresses given.
 * @throws when one of them is no address
 */
export function trustedProxies(addresses: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  trusted.addSubnet('127.0.0.0', 8);
  trusted.addAddress('::1', 'ipv6');
  for (const address of addresses) {
    trusted.addAddress(address, familyOf(address));
  }
  return (address) => isIP(address) !== 0 && trusted.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
