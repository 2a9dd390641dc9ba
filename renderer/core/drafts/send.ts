import type { StorageProblem } from '#shared/contract/window/storage.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import { sleep } from '../time.ts';
import type { Backend } from '../transport/backend.ts';
import { storageProblemOf } from '../transport/storage-problem.ts';
import type { DraftContent } from './autosave.ts';
import type { DraftKey, Drafts } from './drafts.ts';

export type SendOutcome =
  | { readonly outcome: 'kept'; readonly commandId: string | null; readonly heldUntil: number | null }
  | { readonly outcome: 'refused'; readonly code: RefusalCode }
  /** The disk did not take it: nothing was recorded, the text is still here. */
  | { readonly outcome: 'not_kept'; readonly code: StorageProblem }
  /** The line broke while sending and the store says that it recorded nothing: the text is still a draft. */
  | { readonly outcome: 'not_recorded' };

/**
 * Sends a draft. The store keeps the command and removes the draft in one transaction, so when the line
 * breaks in between the draft tells what happened: still there, nothing was recorded; gone, everything was.
 * Nothing is sent a second time.
 */
export async function sendDraft(
  backend: Backend,
  drafts: Drafts,
  id: string,
  { complaintId, kind }: DraftKey,
  toBody: (kind: DraftKey['kind'], content: DraftContent) => CommandBody,
): Promise<SendOutcome> {
  // The draft must be on the disk first: afterwards its absence must mean "sent".
  const problem = await untilFlushed(drafts, id);
  if (problem !== null) return { outcome: 'not_kept', code: problem };
  const body = toBody(kind, drafts.read(id));
  try {
    const answer = await backend.command.submit({ complaintId, body, draftId: id });
    if (!answer.ok) return { outcome: 'refused', code: answer.code };
    drafts.sent(id);
    const heldUntil = answer.heldUntil === null ? null : Date.parse(answer.heldUntil);
    return { outcome: 'kept', commandId: answer.id, heldUntil };
  } catch (error) {
    const code = storageProblemOf(error);
    if (code !== null) return { outcome: 'not_kept', code };
    // The question waits for the next line to the store.
    const begun = await backend.draft.list();
    if (begun.some((draft) => draft.id === id)) return { outcome: 'not_recorded' };
    drafts.sent(id);
    return { outcome: 'kept', commandId: null, heldUntil: null };
  }
}

/** Waits until the draft is on the disk. Else why the disk does not take it. */
export async function untilFlushed(drafts: Drafts, id: string): Promise<StorageProblem | null> {
  while (!(await drafts.flush(id))) {
    const { problem } = drafts.read(id);
    // Room on the disk may come in hours: the field must not be locked until then.
    if (problem !== undefined) return problem;
    await sleep(250);
  }
  return null;
}
