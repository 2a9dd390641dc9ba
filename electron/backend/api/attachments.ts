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

/** Begins to take a file into a draft; its bytes follow in chunks, and `finishFile` looks at them. */
function beginFile(context: BackendContext, input: z.infer<typeof newAttachment>): z.infer<typeof begun> {
  const { attachments, drafts, files, write } = context.journal;
  const { draftId, complaintId, kind, name, size, reducedFrom } = input;
  if (size === 0) return { ok: false, code: 'empty_file' };
  if (size > MAX_ATTACHMENT_BYTES) return { ok: false, code: 'too_large' };
  if (reducedFrom === null && attachments.of(draftId).length >= MAX_ATTACHMENTS) {
    return { ok: false, code: 'too_many' };
  }
  if (reducedFrom !== null && attachments.get(reducedFrom)?.owner !== draftId) {
    return { ok: false, code: 'incomplete' };
  }
  const id = context.newId();
  write(() => {
    if (drafts.get(draftId) === null) drafts.save(newDraft(context, draftId, complaintId, kind));
    // A smaller copy takes the place of its original when it is whole.
    attachments.insert(id, draftId, name, files.begin(size), reducedFrom);
  });
  draftsChanged(context, complaintId);
  return { ok: true, id };
}

/** A file that is being taken in; null: it is not known (any more). */
function fillingFile({ journal: { attachments, files } }: BackendContext, id: string) {
  const attachment = attachments.get(id);
  const file = attachment === null ? null : files.get(attachment.fileId);
  return attachment === null || file?.state !== 'filling' ? null : { attachment, file };
}

/** Answers how many bytes from the start are here without a gap; 0 when the file is not known. */
function appendChunk(context: BackendContext, id: string, offset: number, bytes: string): number {
  const { files, write } = context.journal;
  const { file } = fillingFile(context, id) ?? {};
  if (file === undefined) return 0;
  const received = files.received(file.id);
  const chunk = Buffer.from(bytes, 'base64');
  if (offset !== received || offset + chunk.length > file.size) return received;
  write(() => files.append(file.id, offset, chunk));
  return offset + chunk.length;
}

/** Looks at the content of a whole file. One that is not taken leaves nothing behind. */
async function finishFile(context: BackendContext, id: string): Promise<z.infer<typeof attached>> {
  const { attachments, files, write } = context.journal;
  const { attachment, file } = fillingFile(context, id) ?? {};
  if (attachment === undefined || file === undefined) return INCOMPLETE;
  const given = files.read(file.id, 0, file.size);
  const kind = given.length === file.size ? await kindOfFile(given) : INCOMPLETE;
  if (!kind.ok) {
    drop(context, id);
    return kind;
  }
  // Meanwhile the draft may have been sent or thrown away.
  if (attachments.get(id) === null) return INCOMPLETE;
  const bytes = withoutPosition(given, kind.type);
  const takenAs = write(() => {
    if (bytes !== given) files.replace(file.id, bytes);
    const fileId = files.complete(file.id, sha256Of(bytes), kind.type);
    const name = safeName(attachment.name, kind.type);
    if (attachment.copyOf !== null) return takePlaceOfOriginal(context, id, attachment.copyOf, fileId, name);
    attachments.setName(id, name);
    return id;
  });
  const view = takenAs === null ? null : attachmentView(context.journal, takenAs);
  if (view === null) return INCOMPLETE;
  tellDraft(context, view.id);
  return { ok: true, attachment: view };
}

const INCOMPLETE = { ok: false, code: 'incomplete' } as const;

/** The smaller copy is sent from here on, and the original kept beside it. Null: the original is gone. */
function takePlaceOfOriginal(
  { journal: { attachments, drafts } }: BackendContext,
  copyId: string,
  originalId: string,
  fileId: number,
  name: string,
): string | null {
  const original = attachments.get(originalId);
  attachments.delete(copyId);
  if (original === null || drafts.get(original.owner) === null) return null;
  if (fileId !== original.fileId) {
    attachments.setFiles(originalId, fileId, original.fileId, false);
    attachments.setName(originalId, name);
  }
  return originalId;
}

function drop(context: BackendContext, id: string): void {
  const { attachments, files, write } = context.journal;
  const draft = draftWith(context, id);
  write(() => {
    attachments.delete(id);
    files.forgetUnnamed();
    if (draft !== null) removeEmptied(context, draft);
  });
  if (draft !== null) draftsChanged(context, draft.complaintId);
}

/** Which of the two is sent; null: there is no such choice. */
function chooseFile(context: BackendContext, id: string, original: boolean): DraftAttachment | null {
  const { attachments, files, write } = context.journal;
  const attachment = attachments.get(id);
  if (attachment === null || attachment.otherFileId === null || draftWith(context, id) === null) return null;
  const { fileId, otherFileId, sendsOriginal } = attachment;
  if (sendsOriginal !== original) {
    write(() => {
      attachments.setFiles(id, otherFileId, fileId, original);
      const type = files.get(otherFileId)?.type;
      // The other one may be of another kind: "layar.jpg" is a copy of "layar.png".
      if (type) attachments.setName(id, safeName(attachment.name.replace(/\.[^.]+$/, ''), type));
    });
    tellDraft(context, id);
  }
  return attachmentView(context.journal, id);
}

/** Takes a file out of its draft; a draft with nothing else in it goes along, until the file comes back. */
function removeFile(context: BackendContext, id: string): boolean {
  const draft = draftWith(context, id);
  if (draft === null) return false;
  context.journal.write(() => {
    context.journal.attachments.remove(id, context.clock.now());
    removeEmptied(context, draft);
  });
  draftsChanged(context, draft.complaintId);
  return true;
}

function restoreFile(context: BackendContext, id: string): boolean {
  const { attachments, drafts, write } = context.journal;
  const draft = write(() => {
    const wasRemoved = attachments.restore(id);
    const owner = attachments.get(id)?.owner;
    if (owner !== undefined) drafts.restore(owner);
    const found = draftWith(context, id);
    // Its text was sent meanwhile, and goes without it.
    if (found === null && wasRemoved) attachments.remove(id, context.clock.now());
    return found;
  });
  if (draft !== null) draftsChanged(context, draft.complaintId);
  return draft !== null;
}

/** The draft of a file; null when there is none, or when it was sent and can no longer be changed. */
function draftWith({ journal: { attachments, drafts } }: BackendContext, id: string): StoredDraft | null {
  const owner = attachments.get(id)?.owner;
  return owner === undefined ? null : drafts.get(owner);
}

/** Inside a transaction of the journal. */
function removeEmptied({ clock, journal }: BackendContext, draft: StoredDraft): void {
  if (isEmptied(draft, journal)) journal.drafts.remove(draft.id, clock.now());
}

function tellDraft(context: BackendContext, attachmentId: string): void {
  const draft = draftWith(context, attachmentId);
  if (draft !== null) context.hub.publish(['case', 'outbox'], [draft.complaintId]);
}

export function attachmentHandlers(os: WindowApi['attachment'], context: BackendContext) {
  return {
    begin: os.begin.handler(({ input }) => beginFile(context, input)),
    append: os.append.handler(({ input: { id, offset, bytes } }) => ({
      received: appendChunk(context, id, offset, bytes),
    })),
    finish: os.finish.handler(({ input }) => finishFile(context, input.id)),
    choose: os.choose.handler(({ input }) => chooseFile(context, input.id, input.original)),
    remove: os.remove.handler(({ input }) => ({ ok: removeFile(context, input.id) })),
    restore: os.restore.handler(({ input }) => ({ ok: restoreFile(context, input.id) })),
    read: os.read.handler(({ input }) => readFile(context, input.sha256, input.offset, input.length)),
    fetch: os.fetch.handler(silent(({ input }) => fetchFile(context, input.complaintId, input.sha256))),
  };
}
