import { complaintIdOf, OUTAGE_MS } from './central.ts';
import { damage, putBack, putJournalBack } from './damage.ts';
import { isStranger } from './hindrance.ts';
import { UNDELIVERED } from './invariants.ts';
import { UNAUTHORIZED } from './line.ts';
import type { SimulatedOfficer } from './officer.ts';
import type { Trouble } from './troubles.ts';
import type { World } from './world.ts';

type Hinder = Extract<Trouble, { readonly do: 'hinder' }>;

/** Does one of the troubles, as a whole. */
export async function takeTrouble(world: World, officer: SimulatedOfficer, trouble: Trouble): Promise<void> {
  const copy = officer.copy();
  switch (trouble.do) {
    case 'hinder':
      await hinder(world, officer, trouble);
      break;
    case 'storm':
      officer.killAt(trouble.kills);
      await officer.kill({ arrives: false, power: false });
      await officer.settle();
      break;
    case 'central_killed':
      for (let left = trouble.times; left > 0; left--) {
        await world.centre.killed(() => officer.line().deliver('lose_answer'));
        await officer.settle();
        world.advance(2_000);
        await officer.settle();
      }
      break;
    case 'backup':
      await world.centre.backup();
      break;
    case 'restore_unsaid':
      world.strays.length = 0;
      world.advance(OUTAGE_MS);
      await world.centre.restoreBackup(false);
      await officer.settle();
      await officer.line().deliver('none');
      break;
    case 'damage':
      await damage(world, officer, trouble.file, trouble);
      break;
    case 'copy_folder':
      officer.copyFolder();
      break;
    case 'put_back':
      if (copy === null) break;
      if (trouble.whole) await putBack(officer, copy);
      else await putJournalBack(world, officer, copy);
      break;
    case 'clone':
      if (copy !== null) await world.clone(officer, copy);
      break;
    case 'alone':
      await officer.beginAlone();
      break;
    case 'own_export':
      if ((await officer.alone()) === null) break;
      await officer.importAlone(await world.centre.exported(trouble.complaint, trouble.status, 1));
      await officer.settle();
      await officer.hand.submit(complaintIdOf(trouble.complaint), 'follow_up', true);
      break;
    case 'join':
      await officer.join();
      break;
    case 'join_anew':
      await officer.joinAnew();
      break;
  }
}

/**
 * The PC tries, and time goes on. What a stranger says is compared with what the PC makes of it. It may ask
 * about several commands at once: then an answer of the central service itself counts only now.
 */
async function hinder(world: World, officer: SimulatedOfficer, { by, tries, ms }: Hinder): Promise<void> {
  officer.hinder(by, ms);
  if (by === 'in') await officer.line().arriveAll();
  const before = await officer.api().sync.status();
  const undelivered = await undeliveredOf(officer);
  for (let left = tries; left > 0; left--) {
    await officer.line().deliver('none');
    await officer.settle();
    // An office that is alone has nobody to believe.
    if (isStranger(by) && (await officer.alone()) === null) {
      const now = await officer.api().sync.status();
      const still = await undeliveredOf(officer);
      const believed =
        (now.signInNeeded && !before.signInNeeded && !officer.line().heardOf(UNAUTHORIZED)) ||
        (now.outdated && !before.outdated) ||
        [...undelivered].some((id) => !still.has(id) && !officer.line().heardOf(id)) ||
        (now.lastSyncedAt ?? '') > (before.lastSyncedAt ?? '');
      if (believed)
        world.violate('a stranger on the line counts for nothing', JSON.stringify([by, before, now]));
    }
    world.advance(Math.ceil(ms / tries));
    await officer.settle();
  }
}

async function undeliveredOf(officer: SimulatedOfficer): Promise<Set<string>> {
  const items = await officer.api().outbox.list();
  return new Set(items.filter(({ delivery }) => UNDELIVERED.includes(delivery.state)).map(({ id }) => id));
}
