import { hostname, platform } from 'node:os';
import type * as z from 'zod';
import type { enrolled, Notice, Session } from '#shared/contract/window/session.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import type { EnrolAnswer } from '../sync/http/transport.ts';
import { type BackendContext, centralNow } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import { visitReminder } from './lapor-visits.ts';

export type Enrolled = z.infer<typeof enrolled>;
export type EnrolInput = { readonly centralUrl: string; readonly code: string; readonly name: string };

export function currentSession(context: BackendContext): Session {
  const { stores, demo, practice } = context;
  const stored = stores.journal.session.session();
  const reminder = visitReminder(context);
  const notices = [...stores.journal.notices.all(), ...(reminder === null ? [] : [reminder])];
  return {
    ...(notices.length === 0 ? {} : { notices }),
    officer: stored?.officer ?? null,
    centralUrl: stored === null || stored.centralUrl === STANDALONE_PREFIX ? null : stored.centralUrl,
    demo,
    standalone: stored?.centralUrl === STANDALONE_PREFIX && !practice,
    practice,
    joining: context.standalone.joiner.progress(),
    afterCrash: !stores.journal.endedInPeace,
  };
}

/**
 * Exchanges a one-time code for a token. A journal belongs to one person: another officer's code is
 * refused, because what stands in the journal would be sent in the wrong name.
 */
export async function enrol(
  context: BackendContext,
  input: EnrolInput,
  signal: AbortSignal,
): Promise<Enrolled> {
  const { stores, sync, hub, clock } = context;
  const answer = await askForAccess(context, input, signal);
  if (!answer.ok) return answer;
  const { officer, token } = answer;
  const before = stores.journal.session.session();
  if (before !== null && before.officer.id !== officer.id) return { ok: false, code: 'other_officer' };

  stores.journal.write(() => {
    stores.journal.session.saveSession({ centralUrl: input.centralUrl, token, officer });
    // From here on it is known whether anybody was there.
    if (stores.journal.visits.last() === null)
      stores.journal.visits.seen(new Date(centralNow(context)).toISOString());
    stores.journal.log(clock.now(), { event: 'enrolled', detail: officer.id });
  });
  keepOnlyOwnAgency(stores);
  hub.publish(['session', 'sync', 'queue', 'case'], null);
  sync.send({ type: 'signed_in' });
  return { ok: true, officer };
}

/** Exchanges the code; nothing is kept yet. */
export async function askForAccess(
  { connector }: BackendContext,
  input: EnrolInput,
  signal: AbortSignal,
): Promise<EnrolAnswer> {
  if (!isWebAddress(input.centralUrl)) return { ok: false, code: 'not_central' };
  const { code, name, centralUrl } = input;
  return connector.enrol(centralUrl, { code: code.trim(), name: name.trim(), device: deviceName() }, signal);
}

/** Plain http is allowed: the service may stand in the office's own network without a certificate. */
function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

function deviceName(): string {
  return `${platform()} ${hostname()}`.slice(0, 200);
}

/** The officer has read a notice; that of the visits to LAPOR! is acknowledged by one. */
export function dismissNotice(context: BackendContext, code: Notice['code']): void {
  const { journal } = context.stores;
  journal.write(() => {
    if (code === 'lapor_login') journal.visits.seen(new Date(centralNow(context)).toISOString());
    else journal.notices.dismiss(code);
  });
  context.hub.publish(['session'], []);
}

export function sessionHandlers(os: WindowApi['session'], context: BackendContext, closing: AbortSignal) {
  return {
    get: os.get.handler(() => currentSession(context)),
    enrol: os.enrol.handler(({ input }) => enrol(context, input, closing)),
    dismissNotice: os.dismissNotice.handler(silent(({ input }) => dismissNotice(context, input.code))),
  };
}
