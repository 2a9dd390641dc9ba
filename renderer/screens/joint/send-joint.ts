import { v7 } from 'uuid';
import type { Drafts } from '../../core/drafts/drafts.ts';
import { type NotSent, sendOnce } from '../../core/drafts/send.ts';
import type { Backend } from '../../core/transport/backend.ts';
import { type Reading, stateOf } from './readings.ts';

/** What is written for all of the complaints. */
export type JointText = Parameters<Backend['command']['previewJoint']>[0];

type JointOutcome =
  | {
      readonly outcome: 'kept';
      readonly ids: readonly string[];
      readonly complaintId: string;
      /** Null: the line broke, and the store says that all of them were recorded. */
      readonly heldUntil: number | null;
    }
  /** The first one that must be mended or left out, or that holds personal data nobody has confirmed. */
  | { readonly outcome: 'to_mend' | 'to_confirm'; readonly reading: Reading }
  | { readonly outcome: 'nobody' | 'changed' | 'gone' };

/** Sends what each reporter will read by now, to all of those that it may go to or to none. */
export function sendJoint(
  backend: Backend,
  drafts: Drafts,
  draftId: string,
  what: JointText,
  confirmed: boolean,
): Promise<JointOutcome | NotSent> {
  const submit = async (): Promise<JointOutcome> => {
    const going = (await backend.command.previewJoint(what)).filter(({ code }) => code === null);
    for (const outcome of ['to_mend', 'to_confirm'] as const) {
      const reading = going.find((one) => stateOf(one) === outcome);
      if (reading !== undefined && !(outcome === 'to_confirm' && confirmed)) return { outcome, reading };
    }
    const [first] = going;
    if (first === undefined) return { outcome: 'nobody' };
    const answers = going.map(({ id, text }) => {
      const revision = what.complaints.find((complaint) => complaint.id === id)?.revision ?? null;
      return { complaintId: id, revision, text };
    });
    const answer = await backend.command.submitJoint({
      draftId,
      as: what.as,
      answers,
      ids: answers.map(() => v7()),
    });
    if (answer.outcome === 'refused') return { outcome: 'changed' };
    drafts.sent(draftId);
    if (answer.outcome === 'gone') return { outcome: 'gone' };
    const { ids, heldUntil } = answer;
    return { outcome: 'kept', ids, complaintId: first.id, heldUntil: Date.parse(heldUntil) };
  };
  const sent = { outcome: 'kept', ids: [], complaintId: '', heldUntil: null } as const;
  return sendOnce<JointOutcome>(backend, drafts, draftId, submit, sent);
}
