import { expect, test } from 'vitest';
import { addressKey, trustedProxies } from './address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('requests of %s count for %s: a subscriber has a whole network of IPv6', (ip, key) => {
  expect(addressKey(ip)).toBe(key);
});

test('the word of a proxy is taken on this machine, and of those that are named', () => {
  const isProxy = trustedProxies(['10.0.0.1', '2001:db8::1']);
  const asked = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '2001:db8::1', '10.0.0.2', 'x', ''];
  expect(asked.map(isProxy)).toEqual([true, true, true, true, true, false, false, false]);
});
