import type { Desk } from './desk/desk.ts';
import { enrol } from './desk/session.ts';
import { backoffMs } from './sync/backoff.ts';

export type Join = { readonly centralUrl: string; readonly code: string; readonly name: string };

/** Enrols with a code that was given at the start; nothing to do where somebody is enrolled already. */
export async function joinWhenReachable(desk: Desk, join: Join, closing: AbortSignal): Promise<void> {
  for (let attempt = 1; !closing.aborted; attempt++) {
    if (desk.reports.journal.session.session() !== null) return;
    const answer = await enrol(desk, join, closing);
    if (answer.ok) return;
    desk.log.warn({ code: answer.code }, 'not enrolled');
    if (answer.code !== 'unreachable') return;
    await restFor(desk, backoffMs(attempt, Math.random()), closing);
  }
}

function restFor({ clock }: Desk, ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // Closed while the last attempt was under way: nothing would tell it any more.
    if (closing.aborted) return resolve();
    const cancel = clock.alarm(clock.now() + ms, resolve);
    closing.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
