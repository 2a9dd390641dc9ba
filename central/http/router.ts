import { implement } from '@orpc/server';
import { type BroughtCommand, centralContract, MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { servedVersions } from '#shared/contract/central/versions.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Enrolling } from '../accounts/enrol.ts';
import { adoptInOrder } from '../commands/adopt.ts';
import { answerOf, type DecideDeps, decide, type SentCommand } from '../commands/decide.ts';
import { answerChanges, openFeedPages } from '../feed/answer-changes.ts';
import { openDigests } from '../feed/digest.ts';
import type { FeedHub } from '../feed/hub.ts';
import { openPolls } from '../feed/polls.ts';
import { openPresenceBook } from '../feed/presence.ts';
import { type LossWatch, withProof } from '../feed/proof.ts';
import { findResult } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { endJoining, type WaitingLimits } from '../store/joining.ts';
import { readServiceRow } from '../store/service-row.ts';
import { takeTurns } from './take-turns.ts';
import { type DownConversion, wordsOf } from './versions.ts';

export type RouterDeps = {
  /** For reading, which never waits for those who write. */
  readonly db: Db;
  readonly deciding: DecideDeps;
  readonly enrolling: Enrolling;
  /** What an officer who joins may have waiting for imports. */
  readonly waiting: WaitingLimits;
  /** Requests of a device that may wait for news at once. */
  readonly devicePolls: number;
  readonly hub: FeedHub;
  readonly losses: LossWatch;
  readonly now: () => Date;
  /** Told of what stands in the database and cannot be read: it is left out of the feed. */
  readonly onUnreadable: (id: string) => void;
  /** The newest version of the contract served, with the two before it. */
  readonly contractVersion: number;
  readonly downConversions: readonly DownConversion[];
};
export type RequestContext = {
  /** Null: no valid token came with the request. */
  readonly caller: Caller | null;
  /** Whose wrong codes are counted together. */
  readonly address: string;
  /** The contract's version that the client speaks. */
  readonly version: number;
  /** What the client shows of a command that was accepted. */
  readonly accepted: string | undefined;
};

/** The contract's answers over the store. */
export function centralRouter(deps: RouterDeps) {
  const { db, deciding, enrolling, hub, now, onUnreadable } = deps;
  const served = servedVersions(deps.contractVersion);
  const inTurn = takeTurns();
  const pages = openFeedPages({ db, now, onUnreadable, digests: openDigests() });
  const changes = { pages, hub, presence: openPresenceBook(db, now) };
  const beginPoll = openPolls(deps.devicePolls);
  // What goes out is made by this program; to look through each complaint of a first load would slow it down.
  const config = { initialOutputValidationIndex: Number.NaN };
  const open = implement(centralContract).$context<RequestContext>().$config(config);
  const authed = open.use(async ({ context, next, errors }) => {
    if (context.caller === null) throw errors.UNAUTHORIZED();
    await deps.losses.shown(context.accepted);
    return next({ context: context.caller });
  });

  return open.router({
    health: open.health.handler(async () => {
      const { epoch } = await readServiceRow(db);
      return { ok: true, epoch, serverTime: now().toISOString() };
    }),

    enrol: open.enrol.handler(async ({ input, context, errors }) => {
      const enrolled = await enrolling.enrol(context.address, input);
      if (enrolled === 'not_for_joining') throw errors.FORBIDDEN();
      if (enrolled === 'too_many') throw errors.TOO_MANY_CODES();
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
      const { officer, device, version } = context;
      if (context.joining) await endJoining(db, device);
      const agencyId = viewerOf(officer);
      const request = { ...input, wait: Math.min(input.wait, MAX_WAIT_MS) };
      const visitor = { agencyId, officerId: officer.id, device };
      const poll = beginPoll(device);
      try {
        const ends = signal === undefined ? poll.ended : AbortSignal.any([signal, poll.ended]);
        const page = await answerChanges(changes, visitor, request, ends);
        return wordsOf(version, deps.downConversions).page(page);
      } finally {
        poll.close();
      }
    }),

    commands: authed.commands.handler(async ({ context, input, signal }) => {
      const { officer, device, version } = context;
      if (context.joining) await endJoining(db, device);
      const decided = (command: SentCommand) => decide(deciding, officer, command);
      const results = await inTurn(viewerOf(officer), input.commands, ({ id }) => id, decided, signal);
      const { result } = wordsOf(version, deps.downConversions);
      const service = await readServiceRow(db);
      return { results: results.map((one) => result(withProof(service, one))) };
    }),

    bring: authed.bring.handler(async ({ context, input, signal, errors }) => {
      const { officer, joining } = context;
      if (!joining) throw errors.FORBIDDEN();
      const idOf = ({ command }: BroughtCommand) => command.id;
      const adopted = adoptInOrder(deciding, officer, deps.waiting);
      return { results: await inTurn(viewerOf(officer), input.commands, idOf, adopted, signal) };
    }),

    commandResult: authed.commandResult.handler(async ({ context, input, errors }) => {
      const known = await findResult(db, input.id);
      if (known === null || known.officerId !== context.officer.id) throw errors.NOT_FOUND();
      const result = await db.transaction().execute((tx) => answerOf(tx, known, viewerOf(context.officer)));
      const proven = withProof(await readServiceRow(db), result);
      return wordsOf(context.version, deps.downConversions).result(proven);
    }),
  });
}

/** The agency whose complaints an officer sees; empty: none. */
function viewerOf({ agency }: Officer): string {
  return agency?.id ?? '';
}
