import { hostname, platform } from 'node:os';
import type * as z from 'zod';
import type { Join } from '#shared/contract/process/backend-process.ts';
import type { enrolInput, enrolled, Notice } from '#shared/contract/window/session.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { sleepUnlessAborted } from '../base/clock.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import type { EnrolAnswer } from '../sync/http/transport.ts';
import { backoffMs } from '../sync/running/retry.ts';
import { type BackendContext, centralNow } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import { retryCacheUpdate } from './retry-cache-update.ts';

type Enrolled = z.infer<typeof enrolled>;
type EnrolInput = z.infer<typeof enrolInput>;

/** Agencies are scored by their logins of the last month: a week is left to do something about it. */
const REMIND_AFTER_MS = 21 * 86_400_000;

/** Null: somebody was there in the last three weeks, or this officer has no account there. */
function visitReminder(context: BackendContext): Notice | null {
  const { journal, officer } = context;
  const last = journal.visits.last();
  if (last === null || !mayDo(officer().role, 'publish')) return null;
  return centralNow(context) - Date.parse(last) < REMIND_AFTER_MS ? null : { code: 'lapor_login', at: last };
}

/** Exchanges a one-time code for a token. The journal belongs to one person: no other may enrol. */
async function enrol(context: BackendContext, input: EnrolInput, signal: AbortSignal): Promise<Enrolled> {
  const { journal } = context;
  const { session, visits, writeIntoFile } = journal;
  const answer = await askForAccess(context, { ...input, joining: false }, signal);
  if (!answer.ok) return answer;
  const { officer, token } = answer;
  const before = session.session();
  if (before !== null && before.officer.id !== officer.id) return { ok: false, code: 'other_officer' };
  writeIntoFile(() => {
    session.saveSession({ centralUrl: input.centralUrl, token, officer });
    // From here on it is known whether anybody was there.
    if (visits.last() === null) visits.seen(new Date(centralNow(context)).toISOString());
    journal.log(context.clock.now(), { event: 'enrolled', detail: officer.id });
  });
  beginSession(context);
  return { ok: true, officer };
}

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
    // A line that leads elsewhere today may lead there tomorrow.
    if (answer.code === 'bad_code' || answer.code === 'other_officer') return;
    if (answer.code === 'other_central' || answer.code === 'policy_unreadable') return;
    await sleepUnlessAborted(context.clock, backoffMs(attempt, Math.random()), closing);
  }
}

/** Somebody works here from now on. */
export function beginSession(context: BackendContext): void {
  // On a disk that is full the sync says so, and goes on when there is room.
  retryCacheUpdate(context, () => keepOnlyOwnAgency(context));
  context.hub.publish(['session', 'sync', 'queue', 'case', 'outbox', 'reference'], null);
  context.sync.send({ type: 'signed_in' });
}

/** Exchanges the code; nothing is kept yet. */
export async function askForAccess(
  { connector }: BackendContext,
  { joining, ...input }: EnrolInput & { readonly joining: boolean },
  signal: AbortSignal,
): Promise<EnrolAnswer> {
  if (!isWebAddress(input.centralUrl)) return { ok: false, code: 'not_central' };
  const { code, centralUrl } = input;
  // A paste may bring a tab or half a character along: the central service takes neither in a name.
  const name = input.name.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return connector.enrol(centralUrl, { code: code.trim(), name, device: deviceName(), joining }, signal);
}

function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

function deviceName(): string {
  return `${platform()} ${hostname()}`.slice(0, 200);
}

export function sessionHandlers(os: WindowApi['session'], context: BackendContext, closing: AbortSignal) {
  const { demo, practice, joiner, policy } = context;
  const { updates: _, ...shown } = policy;
  const isDecided = Object.keys(shown).length > 1 || shown.problem !== null;
  const { endedInPeace, notices, session, visits, write } = context.journal;
  return {
    get: os.get.handler(() => {
      const { officer = null, centralUrl = null } = session.session() ?? {};
      const reminder = visitReminder(context);
      const told = [...notices.all(), ...(reminder === null ? [] : [reminder])];
      return {
        ...(told.length === 0 ? {} : { notices: told }),
        officer,
        centralUrl: centralUrl === STANDALONE_PREFIX ? null : centralUrl,
        demo,
        standalone: centralUrl === STANDALONE_PREFIX && !practice,
        practice,
        joining: joiner.progress(),
        afterCrash: !endedInPeace,
        ...(isDecided ? { policy: shown } : {}),
      };
    }),
    enrol: os.enrol.handler(({ input }) => enrol(context, input, closing)),
    /** The officer has read a notice; that of the visits to LAPOR! is acknowledged by one. */
    dismissNotice: os.dismissNotice.handler(
      silent(({ input: { code } }) => {
        write(() => {
          if (code === 'lapor_login') visits.seen(new Date(centralNow(context)).toISOString());
          else notices.dismiss(code);
        });
        context.hub.publish(['session'], []);
      }),
    ),
  };
}
