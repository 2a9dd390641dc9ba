import { isProposalKind } from '../complaint/entry-detail.ts';
import type { Officer } from '../people/roles.ts';
import type { ComplaintBody } from './command.ts';
import { type CommandKind, mayDo } from './registry.ts';

/** What a text for the reporter becomes: said, or proposed where another one has to let it out. */
export function sentAs(body: ComplaintBody, officer: Officer): ComplaintBody {
  const { kind } = body;
  if (kind !== 'follow_up' && kind !== 'ask_reporter' && kind !== 'finish') return body;
  return isProposed(kind, officer)
    ? { kind: 'propose', payload: { as: kind, text: body.payload.text } }
    : body;
}

export function isProposed(kind: CommandKind, { role, agency }: Officer): boolean {
  return isProposalKind(kind) && mayDo(role, 'propose') && (!mayDo(role, kind) || agency?.approval === true);
}
