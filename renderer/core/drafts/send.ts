import { v7 } from 'uuid';
import type { StorageProblem } from '#shared/contract/window/storage.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import { sleep } from '../time.ts';
import type { Backend } from '../transport/backend.ts';
import { storageProblemOf } from '../transport/storage-problem.ts';
import type { DraftContent } from './autosave.ts';
import type { DraftKey, Drafts } from './drafts.ts';

/** Nothing was recorded, and the text is still a draft. */
export type NotSent =
  /** The disk did not take it. */
  | { readonly outcome: 'not_kept'; readonly code: StorageProblem }
  /** The line broke while sending, and the store says that it recorded nothing. */
  | { readonly outcome: 'not_recorded' };

export type SendOutcome =
  | { readonly outcome: 'kept'; readonly commandId: string | null; readonly heldUntil: number | null }
  | { readonly outcome: 'refused'; readonly code: RefusalCode }
  | NotSent;

/** Sends a draft as the command that `toBody` makes of it. */
export function sendDraft(
  backend: Backend,
  drafts: Drafts,
  id: string,
  { complaintId }: DraftKey,
  toBody: (content: DraftContent) => CommandBody,
): Promise<SendOutcome> {
  const submit = async (): Promise<SendOutcome> => {
    const body = toBody(drafts.read(id));
    const answer = await backend.command.submit({ complaintId, body, draftId: id, id: v7() });
    if (!answer.ok) return { outcome: 'refused', code: answer.code };
    drafts.sent(id);
    const heldUntil = answer.heldUntil === null ? null : Date.parse(answer.heldUntil);
    return { outcome: 'kept', commandId: answer.id, heldUntil };
  };
  return sendOnce(backend, drafts, id, submit, { outcome: 'kept', commandId: null, heldUntil: null });
}

/**
 * Sends what was written in a draft, never a second time. The store keeps the commands and removes the draft
 * in one transaction, so if the line breaks in between, the draft tells what happened. If it is still there,
 * nothing was recorded. If it is gone, everything was, and the outcome is `sent`.
 */
export async function sendOnce<Outcome>(
  backend: Backend,
  drafts: Drafts,
  id: string,
  submit: () => Promise<Outcome>,
  sent: Outcome,
): Promise<Outcome | NotSent> {
  // The draft must be on the disk first: afterwards its absence must mean "sent".
  const problem = await untilFlushed(drafts, id);
  if (problem !== null) return { outcome: 'not_kept', code: problem };
  try {
    return await submit();
  } catch (error) {
    const code = storageProblemOf(error);
    if (code !== null) return { outcome: 'not_kept', code };
    // The question waits for the next line to the store.
    const begun = await backend.draft.list();
    if (begun.some((draft) => draft.id === id)) return { outcome: 'not_recorded' };
    drafts.sent(id);
    return sent;
  }
}

/** Waits until the draft is on the disk; else answers why the disk does not take it. */
async function untilFlushed(drafts: Drafts, id: string): Promise<StorageProblem | null> {
  while (!(await drafts.flush(id))) {
    const { problem } = drafts.read(id);
    // Room on the disk may come in hours: the field must not be locked until then.
    if (problem !== undefined) return problem;
    await sleep(250);
  }
  return null;
}
