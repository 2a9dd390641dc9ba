import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { harmAtRandom } from '../support/harm.ts';
import { wordsInCopies } from './folder.ts';
import { wordsIn } from './hand.ts';
import { isOfOffice } from './invariants.ts';
import type { SimulatedOfficer } from './officer.ts';
import { DAMAGED, type KillPoint } from './troubles.ts';
import type { World } from './world.ts';

/** What happens to the folder of an app that does not run, and how it came to be so. */
type Change = {
  readonly what: string;
  /** Closed properly before; else killed. */
  readonly peaceful: boolean;
  /** Only the cache is touched, or what the app can do without. */
  readonly harmless: boolean;
  readonly kills: readonly KillPoint[];
  readonly make: (dataDir: string) => string;
};

export async function damage(
  world: World,
  officer: SimulatedOfficer,
  file: keyof typeof DAMAGED,
  how: Pick<Change, 'peaceful' | 'kills'>,
): Promise<void> {
  if (file === 'cache' || file === 'cache_log') officer.cacheIsDamaged();
  await change(world, officer, {
    ...how,
    what: file,
    harmless: file !== 'log' && file !== 'journal',
    make: (dataDir) => harmAtRandom(join(dataDir, DAMAGED[file]), world.random).what,
  });
}

/** The journal's file alone is what it was when the folder was copied, as a backup of one file brings it. */
export async function putJournalBack(world: World, officer: SimulatedOfficer, copy: string): Promise<void> {
  await change(world, officer, {
    what: 'an older journal',
    peaceful: true,
    harmless: false,
    kills: [],
    make: (dataDir) => {
      cpSync(join(copy, DAMAGED.journal), join(dataDir, DAMAGED.journal));
      return 'put back';
    },
  });
}

/** The whole folder is what it was when it was copied: nothing that came since is expected there. */
export async function putBack(officer: SimulatedOfficer, copy: string): Promise<void> {
  await officer.restart((dataDir) => {
    rmSync(dataDir, { recursive: true });
    cpSync(copy, dataDir, { recursive: true });
  });
  officer.hand.loosen();
  await officer.enrolAgain();
}

/** It starts again; nothing is gone that can be read, and nothing without a word. */
async function change(world: World, officer: SimulatedOfficer, planned: Change): Promise<void> {
  const { violate } = world;
  await officer.settle();
  const before = await wordsOf(officer);
  let copied: ReadonlySet<string> = new Set();
  let what = planned.what;
  const make = (dataDir: string): void => {
    copied = wordsInCopies(dataDir);
    what += `: ${planned.make(dataDir)}`;
    officer.killAt(planned.kills);
  };
  if (planned.peaceful) await officer.restart(make);
  else await officer.kill({ arrives: false, power: false }, make);
  await officer.settle();
  officer.killAt([]);
  const told = await officer.toldOfJournal();
  const there = (await world.centre.entries()).flatMap(({ text }) => wordsIn(text));
  const after = new Set([...(await wordsOf(officer)), ...(await wordsAccepted(officer)), ...there]);
  const missing = before.filter((word) => !after.has(word));
  const lost = `${what}: ${missing.join(' ')}, told ${told}`;
  if (missing.length > 0 && (planned.harmless || told === null || told === 'journal_repaired'))
    violate('nothing is lost without a word', lost);
  if (missing.some((word) => copied.has(word))) violate("what is in a day's copy comes back", lost);
  if (told !== null && told !== 'journal_repaired') officer.hand.loosen();
  await officer.enrolAgain();
}

/** The words that stand on the PC alone, as far as anybody knows. */
async function wordsOf(officer: SimulatedOfficer): Promise<readonly string[]> {
  const open = (await officer.api().outbox.list()).filter(({ delivery }) => delivery.state !== 'accepted');
  return [...open, ...(await officer.api().draft.list())].flatMap(({ text }) => wordsIn(text));
}

/** An office that is alone decides as soon as it starts: its journal is then the only place of what it took. */
async function wordsAccepted(officer: SimulatedOfficer): Promise<readonly string[]> {
  const items = await officer.api().outbox.list();
  return items
    .filter(({ delivery }) => delivery.state === 'accepted' && isOfOffice(delivery.receipt))
    .flatMap(({ text }) => wordsIn(text));
}
