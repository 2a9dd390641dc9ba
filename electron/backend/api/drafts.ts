import type * as z from 'zod';
import type { Draft, DraftAttachment, draftToSave, ListedDraft } from '#shared/contract/window/drafts.ts';
import type { DraftKind, StoredDraft } from '../store/journal/draft-table.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import type { BackendContext } from './context.ts';
import type { WindowApi } from './implement.ts';
import { retryCacheUpdate } from './retry-cache-update.ts';

/** Keeps a draft; one with nothing in it is removed. On the disk when it returns. */
export function saveDraft(
  context: BackendContext,
  input: z.infer<typeof draftToSave>,
): { id: string; updatedAt: string } {
  const { journal } = context.stores;
  const { complaintId, kind, text, choices } = input;
  const known =
    input.id === undefined ? journal.drafts.last(complaintId, kind) : journal.drafts.get(input.id);
  const id = input.id ?? known?.id ?? context.newId();
  const updatedAt = new Date(context.clock.now()).toISOString();
  const empty = isEmptied({ id, text, choices }, journal);
  journal.write(() => {
    if (empty) journal.drafts.delete(id);
    else journal.drafts.save({ ...newDraft(context, id, complaintId, kind), text, choices, updatedAt });
  });
  if ((known === null) !== empty) draftsChanged(context, complaintId);
  return { id, updatedAt };
}

/** Is nothing in it, not even a file that is on its way? */
export function isEmptied(
  { id, text, choices }: Pick<StoredDraft, 'id' | 'text' | 'choices'>,
  journal: JournalStore,
): boolean {
  return text === '' && Object.keys(choices).length === 0 && journal.attachments.of(id).length === 0;
}

/** A draft with nothing in it, on top of the complaint as it is known now. */
export function newDraft(
  context: BackendContext,
  id: string,
  complaintId: string,
  kind: DraftKind,
): StoredDraft {
  const complaint = context.stores.cache.complaints.get(complaintId)?.complaint;
  return {
    id,
    complaintId,
    kind,
    text: '',
    choices: {},
    updatedAt: new Date(context.clock.now()).toISOString(),
    trunkRevision: complaint?.revision ?? 0,
    trackingId: complaint?.trackingId ?? '',
    title: complaint?.title ?? '',
  };
}

export function removeDraft(context: BackendContext, id: string): { ok: boolean } {
  const { journal } = context.stores;
  const complaintId = journal.drafts.get(id)?.complaintId;
  if (complaintId === undefined) return { ok: false };
  journal.write(() => journal.drafts.remove(id, context.clock.now()));
  draftsChanged(context, complaintId);
  return { ok: true };
}

export function restoreDraft(
  context: BackendContext,
  id: string,
): { ok: true; draft: Draft } | { ok: false } {
  const { journal } = context.stores;
  journal.write(() => journal.drafts.restore(id));
  const draft = journal.drafts.get(id);
  if (draft === null) return { ok: false };
  draftsChanged(context, draft.complaintId);
  return { ok: true, draft: draftOf(journal, draft) };
}

/**
 * Inside a transaction of the journal: makes a joint answer a draft again, for the complaints it still goes
 * to.
 */
export function restoreJoint(journal: JournalStore, id: string, complaintIds: readonly string[]): void {
  journal.drafts.restore(id);
  const draft = journal.drafts.get(id);
  const { joint } = draft?.choices ?? {};
  if (draft === null || joint === undefined) return;
  const complaints = joint.complaints.filter((complaint) => complaintIds.includes(complaint.id));
  journal.drafts.save({ ...draft, choices: { ...draft.choices, joint: { ...joint, complaints } } });
}

export function rebaseDraft(context: BackendContext, id: string, trunkRevision: number): { ok: boolean } {
  const { journal } = context.stores;
  const ok = journal.write(() => journal.drafts.rebase(id, trunkRevision));
  const complaintId = journal.drafts.get(id)?.complaintId;
  if (complaintId !== undefined) context.hub.publish(['case'], [complaintId]);
  return { ok };
}

export function listDrafts({ stores: { journal } }: BackendContext): ListedDraft[] {
  return journal.drafts.all().map((draft) => {
    const { trackingId } = draft;
    const title = draft.choices.report?.title.trim() ?? draft.title;
    return { ...draftOf(journal, draft), trackingId, title };
  });
}

/** A draft with its files, as the window gets it. */
export function draftOf(journal: JournalStore, draft: StoredDraft): Draft {
  const { trackingId: _id, title: _title, ...own } = draft;
  return { ...own, attachments: attachmentsOf(journal, draft.id) };
}

function attachmentsOf(journal: JournalStore, owner: string): DraftAttachment[] {
  return journal.attachments.of(owner).flatMap(({ id }) => attachmentView(journal, id) ?? []);
}

/** A file of a draft as the window gets it; null while it is not whole. */
export function attachmentView(journal: JournalStore, id: string): DraftAttachment | null {
  const attachment = journal.attachments.get(id);
  const file = attachment === null ? null : journal.files.get(attachment.fileId);
  if (attachment === null || file === null || file.sha256 === null || file.type === null) return null;
  const other = attachment.otherFileId === null ? null : journal.files.get(attachment.otherFileId);
  const original = attachment.sendsOriginal ? file : other;
  return {
    id,
    sha256: file.sha256,
    name: attachment.name,
    type: file.type,
    size: file.size,
    original:
      other === null || original === null || original.sha256 === null
        ? null
        : { sha256: original.sha256, size: original.size },
    sendsOriginal: attachment.sendsOriginal,
  };
}

/** The queue's mark and every screen that shows drafts follow. */
export function draftsChanged(context: BackendContext, complaintId: string): void {
  const { cache, journal } = context.stores;
  retryCacheUpdate(context, () =>
    cache.write((writer) =>
      writer.complaints.setDraft(complaintId, journal.drafts.of(complaintId).length > 0),
    ),
  );
  context.hub.publish(['queue', 'case', 'outbox'], [complaintId]);
}

export function draftHandlers(os: WindowApi['draft'], context: BackendContext) {
  return {
    save: os.save.handler(({ input }) => saveDraft(context, input)),
    list: os.list.handler(() => listDrafts(context)),
    remove: os.remove.handler(({ input }) => removeDraft(context, input.id)),
    restore: os.restore.handler(({ input }) => restoreDraft(context, input.id)),
    rebase: os.rebase.handler(({ input }) => rebaseDraft(context, input.id, input.trunkRevision)),
  };
}
