import { expect, test } from 'vitest';
import { sampleEntry } from '#shared/domain/testing/samples.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { complaintNo, MONDAY } from '../testing/samples.ts';
import { testBackend, untilSynced } from '../testing/test-backend.ts';

const DAY_MS = 86_400_000;

test('after three weeks without a visit to LAPOR! the officer is reminded, until one is noted or seen in the feed', async () => {
  const clock = manualClock(MONDAY);
  const bench = await testBackend([complaintNo(1)], { clock });
  await untilSynced(bench);
  const notices = async () => (await bench.client.session.get()).notices?.map(({ code }) => code) ?? [];
  clock.advance(20 * DAY_MS);
  expect(await notices()).toEqual([]);
  clock.advance(DAY_MS);
  expect(await notices()).toEqual(['lapor_login']);

  await bench.client.session.dismissNotice({ code: 'lapor_login' });
  expect(await notices()).toEqual([]);
  clock.advance(21 * DAY_MS);
  expect(await notices()).toEqual(['lapor_login']);

  const publication = sampleEntry({ kind: 'publication', at: new Date(clock.now() - DAY_MS).toISOString() });
  bench.central.put({ ...complaintNo(1), revision: 2, timeline: [publication] });
  await bench.client.sync.now();
  await untilSynced(bench);
  await expect.poll(notices).toEqual([]);
});
