import { busy } from '../commands/decide.ts';
import { keyedMutex } from '../store/keyed-mutex.ts';

/** An answer must come before the client gives it up after 30 s: no command is begun after this time, ms. */
const PATIENCE_MS = 5_000;

/**
 * Decides what a request brings one after the other: a command may build on the one before it. What an agency
 * writes is ordered by its feed's lock anyway, and so an agency waits with one connection and leaves the
 * others to the other agencies.
 */
export function takeTurns() {
  const oneAtATime = keyedMutex();
  return async <Sent, Result>(
    agencyId: string,
    sent: readonly Sent[],
    idOf: (one: Sent) => string,
    decideOne: (one: Sent) => Promise<Result>,
    signal: AbortSignal | undefined,
  ) => {
    const until = performance.now() + PATIENCE_MS;
    const results = [];
    for (const one of sent) {
      const result = await oneAtATime(agencyId, async () =>
        // Nobody waits any more for the answer to a request that broke off: its commands come again.
        performance.now() > until || signal?.aborted === true ? busy(idOf(one)) : decideOne(one),
      );
      results.push(result);
    }
    return results;
  };
}
