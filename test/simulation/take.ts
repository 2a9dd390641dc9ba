import { complaintIdOf, OUTAGE_MS } from './central.ts';
import { asOtherVersionLeft, noiseOverCache } from './folder.ts';
import type { Step } from './steps.ts';
import { takeTrouble } from './take-trouble.ts';
import type { World } from './world.ts';

/** Does one step of the plan. */
export async function take(world: World, step: Step): Promise<void> {
  const { centre, officers, strays, advance } = world;
  const officer = 'client' in step ? officers[step.client] : undefined;
  switch (step.do) {
    case 'draft':
    case 'submit':
      await officer?.hand[step.do](complaintIdOf(step.complaint), step.kind, step.another ?? false);
      break;
    case 'attach':
      await officer?.hand.attach(complaintIdOf(step.complaint), step.kind, step.bytes);
      break;
    case 'record':
      await officer?.hand.record(step.ours, step.noted);
      break;
    case 'share':
      await officer?.hand.share(step.template, step.withdraws);
      break;
    case 'joint':
      await officer?.hand.joint(step.complaints.map(complaintIdOf), step.undone);
      break;
    case 'empty':
      await officer?.hand.empty(complaintIdOf(step.complaint), step.kind);
      break;
    case 'throw_away':
      await officer?.hand.throwAway(complaintIdOf(step.complaint), step.kind);
      break;
    case 'fetch_back':
      await officer?.hand.fetchBack(step.nth);
      break;
    case 'withdraw':
    case 'reopen':
    case 'resend':
    case 'relist':
      await officer?.hand[step.do](step.nth);
      break;
    case 'give_up':
      await officer?.hand.giveUp(step.nth);
      break;
    case 'arrange':
      await officer?.hand.arrange(complaintIdOf(step.complaint), step.kind);
      break;
    case 'judge':
      await officer?.hand.judge(complaintIdOf(step.complaint), step.approves);
      break;
    case 'read':
      await officer?.hand.read(complaintIdOf(step.complaint));
      break;
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
    case 'kill_at':
      officer?.killAt([step]);
      break;
    case 'disk':
      officer?.setFull(step.full);
      break;
    case 'restart':
      await officer?.restart();
      break;
    case 'noise':
      await officer?.restart((dataDir) => noiseOverCache(dataDir, step.whole, world.random));
      break;
    case 'update':
      await officer?.restart(asOtherVersionLeft);
      break;
    case 'clock':
      officer?.setClock(step.ms);
      break;
    case 'import':
      await centre.imported(step.complaint, step.status, step.agency);
      break;
    case 'overlap':
      if (step.complaints[0] === step.complaints[1]) break;
      await centre.overlap(step.complaints, async () => {
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
      advance(OUTAGE_MS);
      await centre.restoreBackup(true);
      break;
    case 'new_epoch':
      await centre.newEpoch();
      break;
    default:
      if (officer !== undefined) await takeTrouble(world, officer, step);
  }
}
