import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../central/demo/random.ts';
import { manualClock } from '../../electron/backend/testing/manual-clock.ts';
import { type Centre, opdOf, reportIdOf } from './centre.ts';
import { watchDisk } from './disk.ts';
import { checkConverged, checkScreen, type Violation } from './invariants.ts';
import { type SimulatedOfficer, startOfficer } from './officer.ts';
import { CLIENTS, type Step, stepsOf } from './steps.ts';

/** What is broken on purpose, to see that the invariants would notice. */
export const BREAKAGES = ['idempotency', 'feed_lock', 'durability'] as const;
export type Breakage = (typeof BREAKAGES)[number];

export type Outcome = {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly violations: readonly (Violation & { readonly step: number })[];
};

export type SimulationOptions = {
  readonly centre: Centre;
  readonly folder: string;
  readonly seed: number;
  /** Instead of the steps of the seed: a case that was found. */
  readonly steps?: readonly Step[];
  readonly breakage?: Breakage;
};

export const STEPS_PER_SEED = 60;
const MONDAY = Date.parse('2026-09-07T02:00:00Z');
const CYCLES_TO_CONVERGE = 400;
const LONGEST_SET_ASIDE_MS = 400_000;
const SCREEN_EVERY = 10;

/** Runs one seed: its steps, then no faults any more until everybody has come to rest, and the promises are checked. */
export async function simulate(options: SimulationOptions): Promise<Outcome> {
  const { centre, seed, breakage } = options;
  const steps = options.steps ?? stepsOf(seed, STEPS_PER_SEED);
  const folder = mkdtempSync(join(options.folder, `seed-${seed}-`));
  const disk = watchDisk(breakage === 'durability');
  const clock = manualClock(MONDAY);
  const random = seededRandom(seed + 1);
  const strays: (() => Promise<void>)[] = [];
  const violations: (Violation & { step: number })[] = [];
  let at = -1;
  const violate = (invariant: string, detail: string): void => {
    violations.push({ invariant, detail, step: at });
  };
  const officers: SimulatedOfficer[] = [];
  try {
    await centre.reset(clock.now, breakage === 'feed_lock');
    for (let n = 0; n < CLIENTS; n++) {
      const opd = opdOf(n === 2 ? 1 : 0);
      officers.push(
        await startOfficer({
          name: `p${n}`,
          opd,
          folder,
          code: await centre.code(opd),
          clock,
          random: () => random.between(0, 999) / 1000,
          disk,
          line: { address: centre.address, strays, breakIdempotency: breakage === 'idempotency', violate },
        }),
      );
    }
    const world: World = {
      centre,
      officers,
      strays,
      advance: clock.advance,
      nextAlarm: clock.nextAlarm,
      now: clock.now,
    };
    await converge(world, violate);
    const synced = await Promise.all(officers.map(lastSynced));
    for (const [n, step] of steps.entries()) {
      at = n;
      await take(world, step);
      for (const [i, officer] of officers.entries()) {
        await officer.settle();
        synced[i] = await checkSynced(officer, synced[i] ?? null, violate);
        if (n % SCREEN_EVERY === 0) await checkScreen(officer, violate);
      }
    }
    at = steps.length;
    for (const stray of strays.splice(0)) await stray();
    for (const officer of officers) officer.setClock(0);
    await converge(world, violate);
    await checkConverged(centre, officers, violate);
    // Nothing comes back after a start.
    for (const officer of officers) await officer.restart();
    await converge(world, violate);
    await checkConverged(centre, officers, violate);
  } finally {
    for (const officer of officers) await officer.close();
    disk.restore();
    rmSync(folder, { recursive: true, force: true });
  }
  return { seed, steps, violations };
}

type World = {
  readonly centre: Centre;
  readonly officers: readonly SimulatedOfficer[];
  readonly strays: (() => Promise<void>)[];
  readonly advance: (ms: number) => void;
  readonly nextAlarm: () => number | null;
  readonly now: () => number;
};

async function take({ centre, officers, strays, advance }: World, step: Step): Promise<void> {
  const officer = 'client' in step ? officers[step.client] : undefined;
  switch (step.do) {
    case 'draft':
      await officer?.draft(reportIdOf(step.report), step.kind);
      break;
    case 'submit':
      await officer?.submit(reportIdOf(step.report), step.kind);
      break;
    case 'read':
      await officer
        ?.api()
        .command.submit({ complaintId: reportIdOf(step.report), body: { kind: 'mark_read', payload: {} } });
      break;
    case 'withdraw':
    case 'reopen': {
      const wanted = step.do === 'withdraw' ? ['held', 'queued'] : ['refused'];
      const items = (await officer?.api().outbox.list()) ?? [];
      const item = items.filter(({ delivery }) => wanted.includes(delivery.state))[step.nth];
      if (item !== undefined) await officer?.api().command[step.do]({ id: item.id });
      break;
    }
    case 'deliver':
      await officer?.line().deliver(step.fault);
      break;
    case 'stray':
      await strays.shift()?.();
      break;
    case 'time':
      advance(step.ms);
      break;
    case 'sync_now':
      await officer?.api().sync.now();
      break;
    case 'kill':
      await officer?.kill(step);
      break;
    case 'clock':
      officer?.setClock(step.ms);
      break;
    case 'import':
      await centre.imported(step.report, step.status, step.agency);
      break;
    case 'overlap':
      if (step.reports[0] === step.reports[1]) break;
      await centre.overlap(step.reports, async () => {
        for (const reader of officers) {
          // A command would wait for the writers.
          if (reader.line().reads()) await reader.line().deliver('none');
          await reader.settle();
        }
      });
      break;
    case 'backup':
      await centre.backup();
      break;
    case 'restore':
      // Requests of the history that is gone do not outlive the outage.
      strays.length = 0;
      await centre.restoreBackup();
      break;
    case 'new_epoch':
      await centre.newEpoch();
      break;
  }
}

/** Every request arrives and is answered, and time passes when nobody has anything to do. */
async function converge(world: World, violate: (invariant: string, detail: string) => void): Promise<void> {
  const { officers } = world;
  let rested = false;
  for (let cycle = 0; cycle < CYCLES_TO_CONVERGE; cycle++) {
    let calm = true;
    for (const officer of officers) {
      await officer.settle();
      if (await atRest(officer)) continue;
      calm = false;
      const { signInNeeded } = await officer.api().sync.status();
      if (signInNeeded) await officer.api().sync.now();
      await officer.line().deliver('none');
    }
    if (calm && !rested) {
      // A reading mark that was set aside is in no number that is shown.
      rested = true;
      world.advance(LONGEST_SET_ASIDE_MS);
    } else if (calm) {
      // Once more for each: what others did while one was at rest.
      for (const officer of officers) {
        await officer.line().deliver('none');
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

/** Waits for news, with nothing of its own to send. */
async function atRest(officer: SimulatedOfficer): Promise<boolean> {
  const { phase, undelivered } = await officer.api().sync.status();
  return phase === 'waiting' && undelivered === 0 && officer.line().atEnd();
}

async function lastSynced(officer: SimulatedOfficer): Promise<string | null> {
  return (await officer.api().sync.status()).lastSyncedAt;
}

/** "Tersinkron" was said anew: was it so? */
async function checkSynced(
  officer: SimulatedOfficer,
  before: string | null,
  violate: (invariant: string, detail: string) => void,
): Promise<string | null> {
  const { lastSyncedAt, undelivered } = await officer.api().sync.status();
  if (lastSyncedAt !== null && lastSyncedAt !== before && (before === null || lastSyncedAt > before)) {
    if (undelivered > 0 || !officer.line().atEnd()) {
      violate('synchronised is said only when it is so', `${undelivered} undelivered`);
    }
  }
  return lastSyncedAt;
}
