import { LONGEST_WAIT_MS } from '../../electron/backend/sync/running/retry.ts';
import { UNDELIVERED, type Violate } from './invariants.ts';
import type { Line } from './line.ts';
import type { SimulatedOfficer } from './officer.ts';
import type { World } from './world.ts';

const CYCLES_TO_CONVERGE = 400;
/** The longest time after which a PC tries again what it has set aside, and a little more. */
const LONGEST_SET_ASIDE_MS = LONGEST_WAIT_MS + 1_000;

/** Every request arrives and is answered, and time passes when nobody has anything to do. */
export async function converge(world: World, violate: Violate): Promise<void> {
  const { officers } = world;
  let rested = false;
  for (let cycle = 0; cycle < CYCLES_TO_CONVERGE; cycle++) {
    let calm = true;
    for (const officer of officers) {
      await officer.settle();
      if ((await atRest(officer)) || (!rested && (await waitsToTryAgain(officer)))) continue;
      calm = false;
      await officer.line().deliver('none');
    }
    if (calm && !rested) {
      // What was set aside is tried again now. A reading mark among it is in no number that is shown.
      rested = true;
      world.advance(LONGEST_SET_ASIDE_MS);
    } else if (calm) {
      // Once more for each: what others did while one was at rest. Twice: the first may be an answer of long
      // ago.
      for (const officer of [...officers, ...officers]) {
        for (let left = officer.line().waiting(); left > 0; left--) await officer.line().deliver('none');
        await officer.settle();
      }
      if ((await Promise.all(officers.map(atRest))).every(Boolean)) return;
    } else if (officers.every((officer) => officer.line().waiting() === 0)) {
      const alarm = world.nextAlarm();
      if (alarm !== null) world.advance(Math.max(0, alarm - world.now()));
    } else {
      world.advance(1_000);
    }
  }
  const states = await Promise.all(officers.map((officer) => officer.api().sync.status()));
  violate('everything converges', JSON.stringify(states));
}

/** The longest wait between two tries, and a little more. */
const USUAL_BACKOFF_MS = 301_000;

/** Whatever was on the line: soon after it has ended every PC asks the central service again. */
export async function checkBackoff({ officers, advance, violate }: World): Promise<void> {
  for (const officer of officers) await officer.settle();
  advance(USUAL_BACKOFF_MS);
  for (const officer of officers) {
    await officer.settle();
    if (officer.line().waiting() === 0 && (await officer.alone()) === null)
      violate('the PC asks again within the usual time', JSON.stringify(await officer.api().sync.status()));
  }
}

/** Waits for news, with nothing of its own to send. An office that is alone has no line. */
async function atRest(officer: SimulatedOfficer): Promise<boolean> {
  const { undelivered } = await officer.api().sync.status();
  return undelivered === 0 && (await waits(officer));
}

async function waits(officer: SimulatedOfficer): Promise<boolean> {
  const { phase } = await officer.api().sync.status();
  const alone = await officer.alone();
  const heard = alone === null ? officer.line().atEnd() : alone === 'alone';
  return phase === 'waiting' && heard;
}

/** Has nothing to send but what it has set aside, and what stands behind that on the same complaint. */
async function waitsToTryAgain(officer: SimulatedOfficer): Promise<boolean> {
  const items = await officer.api().outbox.list();
  const open = items.filter(({ delivery }) => UNDELIVERED.includes(delivery.state));
  const aside = open.filter(({ delivery }) => delivery.state === 'aside');
  const held = new Set(aside.map(({ complaintId }) => complaintId));
  return open.every(({ complaintId }) => held.has(complaintId)) && (await waits(officer));
}

/**
 * When a PC said "sama dengan pusat" last, and on which line: a PC that was started again has another one, and
 * an office that is alone has none.
 */
export type Synced = { readonly at: string | null; readonly line: Line | null };

export async function lastSynced(officer: SimulatedOfficer): Promise<Synced> {
  const line = (await officer.alone()) === null ? officer.line() : null;
  return { at: (await officer.api().sync.status()).lastSyncedAt, line };
}

/** "Sama dengan pusat" was said anew: was it so? */
export async function checkSynced(
  officer: SimulatedOfficer,
  before: Synced | undefined,
  violate: Violate,
): Promise<Synced> {
  const { lastSyncedAt: at, undelivered } = await officer.api().sync.status();
  const line = (await officer.alone()) === null ? officer.line() : null;
  const saidAnew = at !== null && (before?.at ?? '') < at;
  if (saidAnew && line !== null && before?.line === line && (undelivered > 0 || !line.atEnd())) {
    violate('synchronised is said only when it is so', `${undelivered} undelivered`);
  }
  return { at, line };
}
