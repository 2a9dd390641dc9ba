import type { ATTACHMENT_PROBLEMS } from '#shared/contract/window/attachments.ts';
import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import type { StorageProblem } from '#shared/contract/window/storage.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { DraftKey } from '../drafts/drafts.ts';
import { sleep } from '../time.ts';
import type { Backend } from '../transport/backend.ts';
import { storageProblemOf } from '../transport/storage-problem.ts';
import { toBase64 } from './base64.ts';

/** Why a file was not taken. `unreadable`: the system does not give its bytes (moved, or a folder). */
export type FileProblem = (typeof ATTACHMENT_PROBLEMS)[number] | StorageProblem | 'unreadable';

export type TakenIn =
  | { readonly ok: true; readonly attachment: DraftAttachment }
  | { readonly ok: false; readonly code: FileProblem };

export type IntoDraft = DraftKey & {
  readonly draftId: string;
  readonly name: string;
  /** The attachment that this is a smaller copy of. */
  readonly reducedFrom: string | null;
};

/** How often a question whose line broke is asked again before the file is given up. */
const MOST_TRIES = 8;
const PAUSE_MS = 250;

/**
 * Puts a file into a draft, chunk by chunk, over a line that may break. `onProgress` gets the share of the
 * bytes that is on the disk, from 0 to 1.
 */
export async function takeIn(
  backend: Backend,
  blob: Blob,
  into: IntoDraft,
  onProgress: (share: number) => void,
): Promise<TakenIn> {
  try {
    const begun = await insist(() => backend.attachment.begin({ ...into, size: blob.size }));
    if (!begun.ok) return begun;
    for (let at = 0; at < blob.size; ) {
      const bytes = await bytesOf(blob.slice(at, at + CHUNK_BYTES));
      if (bytes === null) return { ok: false, code: 'unreadable' };
      const { received } = await insist(() =>
        backend.attachment.append({ id: begun.id, offset: at, bytes: toBase64(bytes) }),
      );
      // What is there goes on from where it is; a store that takes nothing has lost the file.
      if (received <= at) return { ok: false, code: 'incomplete' };
      at = received;
      onProgress(at / blob.size);
    }
    return await finished(backend, begun.id);
  } catch (error) {
    return { ok: false, code: storageProblemOf(error) ?? 'incomplete' };
  }
}

/** Ends the file. If the answer is lost, the draft tells whether the file was taken. */
async function finished(backend: Backend, id: string): Promise<TakenIn> {
  let lost = false;
  const answer = await insist(
    () => backend.attachment.finish({ id }),
    () => {
      lost = true;
    },
  );
  if (answer.ok || !lost) return answer;
  const drafts = await backend.draft.list();
  const attachment = drafts.flatMap(({ attachments }) => attachments).find((known) => known.id === id);
  return attachment === undefined ? answer : { ok: true, attachment };
}

async function insist<T>(ask: () => Promise<T>, onLost: () => void = () => {}): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (storageProblemOf(error) !== null || tries === MOST_TRIES) throw error;
      onLost();
      await sleep(PAUSE_MS);
    }
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
