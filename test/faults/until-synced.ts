import { setTimeout as delay } from 'node:timers/promises';
import type { Violate } from '../simulation/invariants.ts';
import type { BusyOfficer } from './busy-officer.ts';

const LOOK_AGAIN_MS = 250;
/** Looks after which something is wrong. */
const MOST_LOOKS = 1_200;

/**
 * With no fault left: everybody sends what they have, and then, when nobody has anything more to send,
 * everybody reads what the others have written.
 */
export async function comeToRest(officers: readonly BusyOfficer[], violate: Violate): Promise<void> {
  await Promise.all(officers.map((officer) => untilSynced(officer, violate)));
  await Promise.all(officers.map((officer) => untilSynced(officer, violate)));
}

/** Until the app says "tersinkron" anew. */
export async function untilSynced({ backend, name }: BusyOfficer, violate: Violate): Promise<void> {
  const before = await backend().sync.status();
  await backend().sync.now();
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { lastSyncedAt, undelivered, phase } = await backend().sync.status();
    if (undelivered === 0 && lastSyncedAt !== null && lastSyncedAt !== before.lastSyncedAt) return;
    // Only who rests after a failure is told again: two hundred who begin anew four times a second are a
    // storm.
    if (phase === 'idle') await backend().sync.now();
    await delay(LOOK_AGAIN_MS);
  }
  violate('everything converges', `${name}: ${JSON.stringify(await backend().sync.status())}`);
}
