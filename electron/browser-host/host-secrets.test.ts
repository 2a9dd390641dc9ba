import { expect, test } from 'vitest';
import { RELOAD_TICKET, RUN_TICKET } from '#shared/contract/process/admission.ts';
import { hostSecrets, newSecret } from './host-secrets.ts';
import { startCredential } from './start-address.ts';

const KEY = newSecret();
const RUN = newSecret();

test('a start secret is good for a minute', () => {
  let now = 1_000_000;
  const secrets = hostSecrets(RUN, KEY, () => now);
  const { ticket, secret } = startCredential(KEY, now);
  now += 59_999;
  expect(secrets.secretOf(ticket)).toBe(secret);
  now += 1;
  expect([secrets.secretOf(ticket), secrets.use(ticket)]).toEqual([null, false]);
});

test('a start secret is good once, also for two who come at the same instant', () => {
  const now = Date.now();
  const secrets = hostSecrets(RUN, KEY, () => now);
  const { ticket } = startCredential(KEY, now);
  expect([secrets.use(ticket), secrets.use(ticket), secrets.secretOf(ticket)]).toEqual([true, false, null]);
});

test('the secret of the run goes over to the next process, that of a reload dies with its own', () => {
  const [first, second] = [hostSecrets(RUN, newSecret()), hostSecrets(RUN, newSecret())];
  expect(second.secretOf(RUN_TICKET)).toBe(first.secretOf(RUN_TICKET));
  expect(second.secretOf(RELOAD_TICKET)).not.toBe(first.secretOf(RELOAD_TICKET));
});
