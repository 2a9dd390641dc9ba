import type * as z from 'zod';
import type { attached, begun, newAttachment } from '#shared/contract/window/attachments.ts';
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

/** Looks at the content of a whole file. One that is not taken leaves nothing behind. */
async function finishFile(context: BackendContext, id: string): Promise<z.infer<typeof attached>> {
  const { attachments, files, write } = context.journal;
  const { attachment, file } = fillingFile(context, id) ?? {};
  if (attachment === undefined || file === undefined) {
    // The window has lost the answer and asks again.
    const there = draftWith(context, id) === null ? null : attachmentView(context.journal, id);
    return there === null ? INCOMPLETE : { ok: true, attachment: there };
  }
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
  const { clock, journal } = context;
  const { attachments, drafts, files, write } = journal;
  return {
    begin: os.begin.handler(({ input }) => beginFile(context, input)),
    /** Answers how many bytes from the start are here without a gap; 0 when the file is not known. */
    append: os.append.handler(({ input: { id, offset, bytes } }) => {
      const { file } = fillingFile(context, id) ?? {};
      if (file === undefined) return { received: 0 };
      const received = files.received(file.id);
      const chunk = Buffer.from(bytes, 'base64');
      if (offset !== received || offset + chunk.length > file.size) return { received };
      write(() => files.append(file.id, offset, chunk));
      return { received: offset + chunk.length };
    }),
    finish: os.finish.handler(({ input }) => finishFile(context, input.id)),
    /** Which of the two is sent; null: there is no such choice. */
    choose: os.choose.handler(({ input: { id, original } }) => {
      const attachment = attachments.get(id);
      if (attachment === null || attachment.otherFileId === null) return null;
      if (draftWith(context, id) === null) return null;
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
      return attachmentView(journal, id);
    }),
    /** A draft with nothing else in it goes along, until the file comes back. */
    remove: os.remove.handler(({ input: { id } }) => {
      const draft = draftWith(context, id);
      if (draft === null) return { ok: attachments.isRemoved(id) };
      write(() => {
        attachments.remove(id, clock.now());
        removeEmptied(context, draft);
      });
      draftsChanged(context, draft.complaintId);
      return { ok: true };
    }),
    restore: os.restore.handler(({ input: { id } }) => {
      const draft = write(() => {
        const wasRemoved = attachments.restore(id);
        const owner = attachments.get(id)?.owner;
        if (owner !== undefined) drafts.restore(owner);
        const found = draftWith(context, id);
        // Its text was sent meanwhile, and goes without it.
        if (found === null && wasRemoved) attachments.remove(id, clock.now());
        return found;
      });
      if (draft !== null) draftsChanged(context, draft.complaintId);
      return { ok: draft !== null };
    }),
    read: os.read.handler(({ input }) => readFile(context, input.sha256, input.offset, input.length)),
    fetch: os.fetch.handler(silent(({ input }) => fetchFile(context, input.complaintId, input.sha256))),
  };
}
