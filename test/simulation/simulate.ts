import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Agency } from '#shared/domain/people/roles.ts';
import { seededRandom } from '../../demo/random.ts';
import { manualClock } from '../../electron/backend/testing/manual-clock.ts';
import type { Breakage } from './breakages.ts';
import { agencyOf, type Centre } from './central.ts';
import { watchCommits } from './commits.ts';
import { checkBackoff, checkSynced, converge, lastSynced, type Synced } from './converge.ts';
import { watchDisk } from './disk.ts';
import { checkConverged, checkScreen, type Violate, type Violation } from './invariants.ts';
import { type OfficerOptions, type SimulatedOfficer, startOfficer } from './officer.ts';
import { CLIENTS, type Step, stepsOf } from './steps.ts';
import { take } from './take.ts';
import { ALONE, troubled } from './troubles.ts';
import type { World } from './world.ts';

/** What to run: everything random about a run is in its seed. */
export type Job = {
  readonly seed: number;
  /** Instead of the steps of the seed: a case that was found. */
  readonly steps?: readonly Step[];
  /** How many steps the seed has; a usual life where it is absent. */
  readonly length?: number;
  /** Over so many days they are spread; absent: no time passes but that of the steps. */
  readonly days?: number;
  readonly breakage?: Breakage;
};

/** All that is needed to see it again. */
export type Outcome = {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly violations: readonly (Violation & { readonly step: number })[];
};

export const STEPS_PER_SEED = 60;
const MONDAY = Date.parse('2026-09-07T02:00:00Z');
/** Pages this small, so that a pull of a few complaints is several requests. */
const SMALL_PAGE = 3;
const SCREEN_EVERY = 10;
const DAY_MS = 86_400_000;
/** With those that were cloned. */
const MOST_CLIENTS = CLIENTS + 1;

/**
 * Runs one seed: its steps, then no faults any more until everybody has come to rest, and the promises are
 * checked.
 */
export async function simulate(centre: Centre, place: string, job: Job): Promise<Outcome> {
  const { seed, breakage } = job;
  const { length = STEPS_PER_SEED, days = 0 } = job;
  const steps = job.steps ?? troubled(seed, stepsOf(seed, length), CLIENTS);
  const folder = mkdtempSync(join(place, `seed-${seed}-`));
  const disk = watchDisk(breakage === 'durability');
  const commits = watchCommits();
  const clock = manualClock(MONDAY);
  const random = seededRandom(seed + 1);
  const strays: (() => Promise<void>)[] = [];
  const violations: (Violation & { step: number })[] = [];
  let at = -1;
  const violate: Violate = (invariant, detail) => {
    violations.push({ invariant, detail, step: at });
  };
  const officers: SimulatedOfficer[] = [];
  try {
    await centre.reset(clock.now, breakage);
    const startOne = (
      name: string,
      agency: Agency,
      from?: OfficerOptions['from'],
    ): Promise<SimulatedOfficer> =>
      startOfficer({
        name,
        agency,
        folder,
        newCode: (joining) => centre.code(agency, joining),
        ...(from === undefined ? {} : { from }),
        clock,
        random: () => random.between(0, 999) / 1000,
        disk,
        commits,
        breakage,
        line: {
          address: centre.address,
          strays,
          page: centre.large ? undefined : SMALL_PAGE,
          breakIdempotency:
            breakage === 'idempotency' || (breakage === 'clone_renames' && from !== undefined),
          renameBrought: breakage === 'brought_renamed',
          breakCursor: breakage === 'cursor_before_page',
          withoutDigests: breakage === 'feed_lock',
          withoutProofs: breakage === 'proof_unshown',
          believeStrangers: breakage === 'strangers_believed',
          violate,
        },
      });
    for (let n = 0; n < CLIENTS; n++) officers.push(await startOne(`p${n}`, agencyOf(n === 2 ? 1 : 0)));
    const clone = async (of: SimulatedOfficer, copy: string): Promise<void> => {
      if (officers.length >= MOST_CLIENTS) return;
      of.hand.loosen();
      const from = { copy, cacheDamaged: of.isCacheDamaged() };
      officers.push(await startOne(`p${officers.length}`, of.agency, from));
    };
    const { advance, nextAlarm, now } = clock;
    const world: World = { centre, officers, strays, advance, nextAlarm, now, random, violate, clone };
    await converge(world, violate);
    const synced: Synced[] = await Promise.all(officers.map(lastSynced));
    for (const [n, step] of steps.entries()) {
      at = n;
      if (await passDays(world, days / steps.length))
        for (const [i, officer] of officers.entries()) synced[i] = await lastSynced(officer);
      await take(world, step);
      for (const [i, officer] of officers.entries()) {
        if (n % SCREEN_EVERY !== 0 && isAnothers(step, i)) continue;
        await officer.settle();
        synced[i] = await checkSynced(officer, synced[i], violate);
        if (n % SCREEN_EVERY === 0 && !officer.behind()) await checkScreen(officer.api(), violate);
      }
    }
    at = steps.length;
    await endFaults(world);
    await checkBackoff(world);
    if (steps.some((step) => step.do === 'alone')) await joinAll(world);
    await converge(world, violate);
    for (const officer of officers) officer.caughtUp();
    if (officers.some((officer) => officer.isCacheDamaged())) {
      // A damaged page that nobody has met yet is met now, and the cache is pulled again.
      await checkConverged(centre, officers, () => {});
      await converge(world, violate);
    }
    await checkConverged(centre, officers, violate);
    // Nothing comes back after a start.
    for (const officer of officers) await officer.restart();
    await converge(world, violate);
    await checkConverged(centre, officers, violate);
  } catch (error) {
    // A start that fails, for example: with its steps it can be seen again.
    violate(
      'the PCs and the central service go on',
      error instanceof Error ? String(error.stack) : String(error),
    );
  } finally {
    for (const officer of officers) await officer.close();
    commits.restore();
    disk.restore();
    rmSync(folder, { recursive: true, force: true });
  }
  return { seed, steps, violations };
}

/**
 * Only the officer concerned has anything to do after it: time stands still, and every request stands on its
 * line.
 */
function isAnothers(step: Step, officer: number): boolean {
  return 'client' in step && step.client !== officer;
}

/** Nobody stays alone, and an import names what the central service does not know yet. */
async function joinAll(world: World): Promise<void> {
  const { centre, officers, violate } = world;
  await centre.imported(ALONE.unknown, 0, 1);
  for (const officer of officers) {
    await officer.settle();
    await officer.join();
  }
  await converge(world, violate);
  // Where a journal of before came back, access that is used up came with it.
  for (const officer of officers) await officer.join();
}

/** In an office that keeps its backups a restore brings back what is at most this old. */
const BACKUP_EVERY_MS = 7 * DAY_MS;

/** @returns whether the PCs have heard something meanwhile */
async function passDays({ advance, now, centre, officers }: World, days: number): Promise<boolean> {
  if (days === 0) return false;
  const before = now();
  // Nobody leaves a disk full for days, and a PC would try every half minute of them.
  const full = officers.map((officer) => officer.full());
  for (const officer of officers) officer.setFull(null);
  advance(Math.ceil(days * DAY_MS));
  for (const [n, officer] of officers.entries()) officer.setFull(full[n] ?? null);
  const weeks = (ms: number): number => Math.floor(ms / BACKUP_EVERY_MS);
  if (weeks(now()) === weeks(before)) return false;
  await centre.backup();
  // Of the many questions of a week some arrive: access ends where none did for months.
  for (const officer of officers) {
    await officer.settle();
    await officer.line().deliver('none');
    await officer.settle();
  }
  return true;
}

async function endFaults({ officers, strays }: World): Promise<void> {
  for (const stray of strays.splice(0)) await stray();
  for (const officer of officers) {
    officer.setClock(0);
    officer.setFull(null);
    officer.killAt([]);
    officer.freeLine();
  }
}
