import { setTimeout as delay } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { type Change, changesPage, isReadable } from '#shared/contract/central/central.ts';
import type { CentralClient } from '../support/central.ts';
import type { Fault } from './judge.ts';
import type { World } from './world.ts';

export type Finding = { readonly fault: Fault; readonly what: string };

const LOOK_AGAIN_MS = 100;

/** The whole feed of an agency, as a new PC reads it. @throws when it cannot be read to its end */
export async function readFeed(client: CentralClient): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let after = ''; ; ) {
    const page = changesPage.parse(await client.changes({ after }));
    changes.push(...page.changes);
    if (!page.more) return changes;
    if (page.cursor === after) throw new Error('the feed does not go on');
    after = page.cursor;
  }
}

/**
 * What must hold after everything: the service is well, everybody reads their feed to its end, nothing of
 * another agency has changed (a leak: somebody could write there), and the windows answer.
 * @param before the feed of the other agency before the first request
 */
export async function lookAfterwards(
  world: World,
  before: readonly Change[],
  patienceMs: number,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const expectWell = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      if ((await work()) === false) findings.push({ fault: 'serverErrors', what });
    } catch (error) {
      findings.push({ fault: 'serverErrors', what: `${what}: ${error}` });
    }
  };
  const { members, victim, windows, marks } = world;
  await expectWell('the service says that it is well', () => victim.client.health());
  for (const [name, { client }] of Object.entries({ ...members, victim })) {
    await expectWell(`${name} reads the feed to its end`, async () =>
      (await readFeed(client)).every(isReadable),
    );
  }
  await expectWell('the feed of another agency is read', async () => {
    const after = await readFeed(victim.client);
    if (complaintsOf(after) !== complaintsOf(before))
      findings.push({ fault: 'leaks', what: 'something of another agency was changed' });
  });
  for (const [n, { backend }] of windows.entries()) {
    const client = createRouterClient(backend.router);
    await expectWell(`window ${n} answers`, () =>
      client.queue.page({ view: 'all', after: null, limit: 200 }),
    );
    await expectWell(`window ${n} comes to rest`, async () => {
      const until = performance.now() + patienceMs;
      for (;;) {
        const { phase, differs, online } = await client.sync.status();
        if (phase === 'waiting' || (phase === 'idle' && !online)) return !differs;
        if (performance.now() > until) return false;
        await delay(LOOK_AGAIN_MS);
      }
    });
  }
  for (const line of marks.logged)
    findings.push({ fault: 'leaks', what: `a log holds a text: ${line.trim()}` });
  return findings;
}

/** What an agency holds, whatever was told about everybody meanwhile. */
function complaintsOf(changes: readonly Change[]): string {
  const told = changes.filter(
    (change) => change.type !== 'reference' || change.reference.name === 'templates',
  );
  return JSON.stringify(told.map(({ seq: _, ...change }) => change));
}
