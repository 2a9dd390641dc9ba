import { codeOf, ignoreStorageProblem, isDamage } from '../store/open-database.ts';
import type { BackendContext } from './context.ts';

/** Pause before the cache is asked again to take what the journal has, ms. */
const BEHIND_MS = 30_000;

/**
 * Updates the cache after the journal took something. When the disk has no room for that, or the cache is
 * found damaged, the officer's step is kept all the same, so the answer must not be "failed": they would do
 * it a second time. The update is tried again later.
 */
export function retryCacheUpdate(context: BackendContext, work: () => void): void {
  const code = problemOf(context, work);
  if (code === null) return;
  context.log.warn({ code }, 'the queue is behind the journal; tried again');
  context.clock.alarm(context.clock.now() + BEHIND_MS, () => {
    try {
      retryCacheUpdate(context, work);
      context.hub.publish(['queue', 'case'], null);
    } catch (later) {
      // Nobody waits for this one, and the next start puts the queue right.
      context.log.error({ err: later }, 'the queue could not follow the journal');
    }
  });
}

function problemOf(context: BackendContext, work: () => void): string | null {
  try {
    return ignoreStorageProblem(work);
  } catch (error) {
    if (!isDamage(error)) throw error;
    context.noteDamage(error);
    return codeOf(error);
  }
}
