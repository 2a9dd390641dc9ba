import type { JointPreview } from '#shared/contract/window/joint.ts';
import type { StorageProblem } from '#shared/contract/window/storage.ts';
import type { Drafts } from '../../core/drafts/drafts.ts';
import { untilFlushed } from '../../core/drafts/send.ts';
import type { Backend } from '../../core/transport/backend.ts';
import { storageProblemOf } from '../../core/transport/storage-problem.ts';
import { type Reading, stateOf } from './readings.ts';

/** What is written for all of the complaints. */
export type JointText = Parameters<Backend['command']['previewJoint']>[0];

export type JointOutcome =
  | {
      readonly outcome: 'kept';
      readonly ids: readonly string[];
      readonly complaintId: string;
      /** Null: the line broke, and the store says that all of them were recorded. */
      readonly heldUntil: number | null;
    }
  /**
   * The first one that must be mended or left out, or holds personal data that the officer has not confirmed.
   */
  | { readonly outcome: 'to_mend' | 'to_confirm'; readonly reading: Reading }
  /** The disk did not take it: nothing was recorded, the text is still here. */
  | { readonly outcome: 'not_kept'; readonly code: StorageProblem }
  | { readonly outcome: 'nobody' | 'changed' | 'gone' | 'not_recorded' };

/**
 * Sends what each reporter will read by now, to all of those it may go to or to none. The store keeps the
 * commands and puts the draft aside in one transaction, so when the line breaks in between the draft tells
 * what happened. Nothing is sent a second time.
 */
export async function sendJoint(
  backend: Backend,
  drafts: Drafts,
  draftId: string,
  what: JointText,
  confirmed: boolean,
): Promise<JointOutcome> {
  const problem = await untilFlushed(drafts, draftId);
  if (problem !== null) return { outcome: 'not_kept', code: problem };
  try {
    const readings: JointPreview = await backend.command.previewJoint(what);
    const going = readings.filter(({ code }) => code === null);
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
    const answer = await backend.command.submitJoint({ draftId, as: what.as, answers });
    if (answer.outcome === 'refused') return { outcome: 'changed' };
    drafts.sent(draftId);
    if (answer.outcome === 'gone') return { outcome: 'gone' };
    const { ids, heldUntil } = answer;
    return { outcome: 'kept', ids, complaintId: first.id, heldUntil: Date.parse(heldUntil) };
  } catch (error) {
    const code = storageProblemOf(error);
    if (code !== null) return { outcome: 'not_kept', code };
    // The question waits for the next line to the store.
    const begun = await backend.draft.list();
    if (begun.some((draft) => draft.id === draftId)) return { outcome: 'not_recorded' };
    drafts.sent(draftId);
    return { outcome: 'kept', ids: [], complaintId: '', heldUntil: null };
  }
}
