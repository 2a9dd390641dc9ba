import type * as z from 'zod';
import type { attached, begun, newAttachment } from '#shared/contract/window/attachments.ts';
import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, safeName } from '#shared/domain/complaint/attachment.ts';
import { kindOfFile } from '../files/kind-of-file.ts';
import { withoutPosition } from '../files/photo-position.ts';
import type { StoredDraft } from '../store/journal/draft-table.ts';
import { sha256Of } from '../store/journal/file-table.ts';
import type { BackendContext } from './context.ts';
import { attachmentView, draftsChanged, isEmptied, newDraft } from './drafts.ts';
import { fetchFile, readFile } from './files.ts';
import { silent, type WindowApi } from './implement.ts';

export type Begun = z.infer<typeof begun>;
export type Attached = z.infer<typeof attached>;

/** Begins to take a file into a draft; its bytes follow in chunks, and `finishFile` looks at them. */
export function beginFile(context: BackendContext, input: z.infer<typeof newAttachment>): Begun {
  const { journal } = context.stores;
  const { draftId, complaintId, kind, name, size, reducedFrom } = input;
  if (size === 0) return { ok: false, code: 'empty_file' };
  if (size > MAX_ATTACHMENT_BYTES) return { ok: false, code: 'too_large' };
  if (reducedFrom === null && journal.attachments.of(draftId).length >= MAX_ATTACHMENTS) {
    return { ok: false, code: 'too_many' };
  }
  if (reducedFrom !== null && journal.attachments.get(reducedFrom)?.owner !== draftId) {
    return { ok: false, code: 'incomplete' };
  }
  const id = context.newId();
  journal.write(() => {
    if (journal.drafts.get(draftId) === null)
      journal.drafts.save(newDraft(context, draftId, complaintId, kind));
    const fileId = journal.files.begin(size);
    // A smaller copy takes the place of its original when it is whole.
    journal.attachments.insert(id, draftId, name, fileId, reducedFrom);
  });
  draftsChanged(context, complaintId);
  return { ok: true, id };
}

/** @returns bytes from the start that are here without a gap; 0 when the file is not known (any more) */
export function appendChunk(
  context: BackendContext,
  id: string,
  offset: number,
  bytes: string,
): { received: number } {
  const { journal } = context.stores;
  const attachment = journal.attachments.get(id);
  const file = attachment === null ? null : journal.files.get(attachment.fileId);
  if (file === null || file.state !== 'filling') return { received: 0 };
  const received = journal.files.received(file.id);
  const chunk = Buffer.from(bytes, 'base64');
  if (offset !== received || offset + chunk.length > file.size) return { received };
  journal.write(() => journal.files.append(file.id, offset, chunk));
  return { received: offset + chunk.length };
}

/** Looks at the content of a whole file. One that is not taken leaves nothing behind. */
export async function finishFile(context: BackendContext, id: string): Promise<Attached> {
  const { journal } = context.stores;
  const attachment = journal.attachments.get(id);
  const file = attachment === null ? null : journal.files.get(attachment.fileId);
  if (attachment === null || file === null || file.state !== 'filling')
    return { ok: false, code: 'incomplete' };
  const given = journal.files.read(file.id, 0, file.size);
  const kind = given.length === file.size ? await kindOfFile(given) : null;
  if (kind === null || !kind.ok) {
    drop(context, id);
    return { ok: false, code: kind === null ? 'incomplete' : kind.code };
  }
  // Meanwhile the draft may have been sent or thrown away.
  if (journal.attachments.get(id) === null) return { ok: false, code: 'incomplete' };
  const bytes = withoutPosition(given, kind.type);
  const place = journal.write(() => {
    if (bytes !== given) journal.files.replace(file.id, bytes);
    const fileId = journal.files.complete(file.id, sha256Of(bytes), kind.type);
    const name = safeName(attachment.name, kind.type);
    if (attachment.copyOf !== null) return takePlaceOfOriginal(context, id, attachment.copyOf, fileId, name);
    journal.attachments.setName(id, name);
    return id;
  });
  const view = place === null ? null : attachmentView(journal, place);
  if (place === null || view === null) return { ok: false, code: 'incomplete' };
  tellDraft(context, place);
  return { ok: true, attachment: view };
}

/** The smaller copy is sent from here on, and the original kept beside it. Null: the original is gone. */
function takePlaceOfOriginal(
  context: BackendContext,
  copyId: string,
  originalId: string,
  fileId: number,
  name: string,
): string | null {
  const { journal } = context.stores;
  const original = journal.attachments.get(originalId);
  journal.attachments.delete(copyId);
  if (original === null || journal.drafts.get(original.owner) === null) return null;
  if (fileId !== original.fileId) {
    journal.attachments.setFiles(originalId, fileId, original.fileId, false);
    journal.attachments.setName(originalId, name);
  }
  return originalId;
}

function drop(context: BackendContext, id: string): void {
  const { journal } = context.stores;
  const draft = draftWith(context, id);
  journal.write(() => {
    journal.attachments.delete(id);
    journal.files.forgetUnnamed();
    removeEmptied(context, draft);
  });
  if (draft !== null) draftsChanged(context, draft.complaintId);
}

/** Which of the two is sent; null: there is no such choice. */
export function chooseFile(context: BackendContext, id: string, original: boolean): DraftAttachment | null {
  const { journal } = context.stores;
  const attachment = journal.attachments.get(id);
  if (attachment === null || attachment.otherFileId === null || draftWith(context, id) === null) return null;
  const { fileId, otherFileId, sendsOriginal } = attachment;
  if (sendsOriginal !== original) {
    journal.write(() => {
      journal.attachments.setFiles(id, otherFileId, fileId, original);
      const type = journal.files.get(otherFileId)?.type;
      // The other one may be of another kind: "layar.jpg" is a copy of "layar.png".
      if (type) journal.attachments.setName(id, safeName(attachment.name.replace(/\.[^.]+$/, ''), type));
    });
    tellDraft(context, id);
  }
  return attachmentView(journal, id);
}

/** Takes a file out of its draft; a draft with nothing else in it goes along, until the file comes back. */
export function removeFile(context: BackendContext, id: string): { ok: boolean } {
  const { journal } = context.stores;
  const draft = draftWith(context, id);
  if (draft === null) return { ok: false };
  journal.write(() => {
    journal.attachments.remove(id, context.clock.now());
    removeEmptied(context, draft);
  });
  draftsChanged(context, draft.complaintId);
  return { ok: true };
}

export function restoreFile(context: BackendContext, id: string): { ok: boolean } {
  const { journal } = context.stores;
  const draft = journal.write(() => {
    const wasRemoved = journal.attachments.restore(id);
    const owner = journal.attachments.get(id)?.owner;
    if (owner !== undefined) journal.drafts.restore(owner);
    const found = draftWith(context, id);
    // Its text was sent meanwhile, and goes without it.
    if (found === null && wasRemoved) journal.attachments.remove(id, context.clock.now());
    return found;
  });
  if (draft !== null) draftsChanged(context, draft.complaintId);
  return { ok: draft !== null };
}

/** The draft of a file; null when there is none, or when it was sent and can no longer be changed. */
function draftWith({ stores: { journal } }: BackendContext, attachmentId: string): StoredDraft | null {
  const owner = journal.attachments.get(attachmentId)?.owner;
  return owner === undefined ? null : journal.drafts.get(owner);
}

/** Inside a transaction of the journal. */
function removeEmptied({ clock, stores: { journal } }: BackendContext, draft: StoredDraft | null): void {
  if (draft === null || !isEmptied(draft, journal)) return;
  journal.drafts.remove(draft.id, clock.now());
}

function tellDraft(context: BackendContext, attachmentId: string): void {
  const draft = draftWith(context, attachmentId);
  if (draft !== null) context.hub.publish(['case', 'outbox'], [draft.complaintId]);
}

export function attachmentHandlers(os: WindowApi['attachment'], context: BackendContext) {
  return {
    begin: os.begin.handler(({ input }) => beginFile(context, input)),
    append: os.append.handler(({ input }) => appendChunk(context, input.id, input.offset, input.bytes)),
    finish: os.finish.handler(({ input }) => finishFile(context, input.id)),
    choose: os.choose.handler(({ input }) => chooseFile(context, input.id, input.original)),
    remove: os.remove.handler(({ input }) => removeFile(context, input.id)),
    restore: os.restore.handler(({ input }) => restoreFile(context, input.id)),
    read: os.read.handler(({ input }) => readFile(context, input.sha256, input.offset, input.length)),
    fetch: os.fetch.handler(silent(({ input }) => fetchFile(context, input.complaintId, input.sha256))),
  };
}
