import type { Join } from '#shared/contract/process/backend-process.ts';
import type { BackendContext } from '../api/context.ts';
import { enrol } from '../api/session.ts';
import { sleepUnlessAborted } from '../base/clock.ts';
import { backoffMs } from '../sync/running/retry.ts';

/** Enrols with a code that was given at the start; nothing to do where somebody is enrolled already. */
export async function enrolWhenReachable(
  context: BackendContext,
  join: Join,
  closing: AbortSignal,
): Promise<void> {
  for (let attempt = 1; !closing.aborted; attempt++) {
    if (context.journal.session.session() !== null) return;
    const answer = await enrol(context, join, closing);
    if (answer.ok) return;
    context.log.warn({ code: answer.code }, 'not enrolled');
    if (answer.code !== 'unreachable') return;
    await sleepUnlessAborted(context.clock, backoffMs(attempt, Math.random()), closing);
  }
}
