import { implement } from '@orpc/server';
import { centralContract, MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { servedVersions } from '#shared/contract/central/versions.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { deviceOfHeader, officerOfHeader } from '../accounts/authorize.ts';
import { adoptComplaints } from '../commands/adopt.ts';
import { answerOf, busy, type DecideDeps, decide } from '../commands/decide.ts';
import { answerChanges } from '../feed/answer-changes.ts';
import type { FeedHub } from '../feed/hub.ts';
import { openPresenceBook } from '../feed/presence.ts';
import { redeemCode } from '../store/accounts.ts';
import { findResult } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { keyedMutex } from '../store/keyed-mutex.ts';
import { readServiceRow } from '../store/service-row.ts';
import { type DownConversion, wordsOf } from './versions.ts';

export type RouterDeps = {
  /** For reading, which never waits for those who write. */
  readonly db: Db;
  readonly deciding: DecideDeps;
  readonly hub: FeedHub;
  readonly now: () => Date;
  /** Told of what stands in the database and cannot be read: it is left out of the feed. */
  readonly onUnreadable: (id: string) => void;
  /** The newest version of the contract served, with the two before it. */
  readonly contractVersion: number;
  readonly downConversions: readonly DownConversion[];
};
/** An answer must come before the client gives it up after 30 s: no command is begun after this time, ms. */
const PATIENCE_MS = 5_000;

export type RequestContext = {
  readonly authorization: string | undefined;
  /** The contract's version that the client speaks. */
  readonly version: number;
};

/** The contract's answers over the store. */
export function centralRouter(deps: RouterDeps) {
  const { db, deciding, hub, now, onUnreadable } = deps;
  const served = servedVersions(deps.contractVersion);
  // What an agency writes: its feed's lock orders that anyway, and so an agency waits with one connection and
  // leaves the others to the other agencies.
  const oneAtATime = keyedMutex();
  const changes = { db, hub, now, onUnreadable, presence: openPresenceBook(db, now) };
  const open = implement(centralContract).$context<RequestContext>();
  const authed = open.use(async ({ context, next, errors }) => {
    const officer = await officerOfHeader(db, context.authorization, now());
    if (officer === null) throw errors.UNAUTHORIZED();
    return next({ context: { officer } });
  });

  return open.router({
    health: open.health.handler(async () => {
      const { epoch } = await readServiceRow(db);
      return { ok: true, epoch, serverTime: now().toISOString() };
    }),

    enrol: open.enrol.handler(async ({ input, errors }) => {
      const enrolled = await redeemCode(db, input, now());
      if (enrolled === null) throw errors.UNAUTHORIZED();
      return enrolled;
    }),

    me: authed.me.handler(({ context }) => ({
      officer: context.officer,
      contractVersions: served,
    })),

    changes: authed.changes.handler(async ({ context, input, signal, errors }) => {
      // An older client may still send what it holds, by every other call.
      if (served.every((version) => version > context.version)) throw errors.UPGRADE_REQUIRED();
      const { officer, version, authorization } = context;
      const agencyId = viewerOf(officer);
      const request = { ...input, wait: Math.min(input.wait, MAX_WAIT_MS) };
      const visitor = { agencyId, officerId: officer.id, device: deviceOfHeader(authorization) };
      const page = await answerChanges(changes, visitor, request, signal);
      return wordsOf(version, deps.downConversions).page(page);
    }),

    commands: authed.commands.handler(async ({ context, input, signal }) => {
      const { officer, version } = context;
      const until = performance.now() + PATIENCE_MS;
      const results = [];
      // One after the other: a command may build on the one before it.
      for (const command of input.commands) {
        const result = await oneAtATime(viewerOf(officer), async () =>
          // Nobody waits any more for the answer to a request that broke off: its commands come again.
          performance.now() > until || signal?.aborted === true
            ? busy(command.id)
            : decide(deciding, officer, command),
        );
        results.push(wordsOf(version, deps.downConversions).result(result));
      }
      return { results };
    }),

    bring: authed.bring.handler(({ context, input }) =>
      oneAtATime(viewerOf(context.officer), () => adoptComplaints(deciding, context.officer, input.reports)),
    ),

    commandResult: authed.commandResult.handler(async ({ context, input, errors }) => {
      const known = await findResult(db, input.id);
      if (known === null || known.officerId !== context.officer.id) throw errors.NOT_FOUND();
      const result = await db.transaction().execute((tx) => answerOf(tx, known, viewerOf(context.officer)));
      return wordsOf(context.version, deps.downConversions).result(result);
    }),
  });
}

/** The agency whose complaints an officer sees; empty: none. */
function viewerOf({ agency }: Officer): string {
  return agency?.id ?? '';
}
