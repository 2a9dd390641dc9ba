import type { Notice } from '#shared/contract/window/session.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { type BackendContext, centralNow } from './context.ts';

/** Agencies are scored by their logins of the last month: a week is left to do something about it. */
const REMIND_AFTER_MS = 21 * 86_400_000;

/** Null: somebody was there in the last three weeks, or this officer has no account there. */
export function visitReminder(context: BackendContext): Notice | null {
  const { journal, officer } = context.stores;
  const last = journal.visits.last();
  if (last === null || !mayDo(officer().role, 'publish')) return null;
  return centralNow(context) - Date.parse(last) < REMIND_AFTER_MS ? null : { code: 'lapor_login', at: last };
}
